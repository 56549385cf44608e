/** Tests of the models of the notes. */
@NullMarked
package org.nnlang.samples.notes;

import org.jspecify.annotations.NullMarked;
