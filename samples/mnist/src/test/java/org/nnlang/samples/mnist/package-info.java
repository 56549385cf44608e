/** Tests of the digit classifier. */
@NullMarked
package org.nnlang.samples.mnist;

import org.jspecify.annotations.NullMarked;
