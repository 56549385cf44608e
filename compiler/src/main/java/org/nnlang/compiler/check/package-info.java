/** From what was written to what it means. */
@NullMarked
package org.nnlang.compiler.check;

import org.jspecify.annotations.NullMarked;
