/** Tests of the derivatives. */
@NullMarked
package org.nnlang.compiler.gradient;

import org.jspecify.annotations.NullMarked;
