/** The arithmetic that generated networks call: products, functions of one number, reductions of a row. */
@NullMarked
package org.nnlang.runtime.kernel;

import org.jspecify.annotations.NullMarked;
