/** The models of the classic notes. */
@NullMarked
package org.nnlang.samples.notes;

import org.jspecify.annotations.NullMarked;
