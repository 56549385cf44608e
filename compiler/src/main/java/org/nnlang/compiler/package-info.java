/** The compiler from `.nn` files to Java: {@link org.nnlang.compiler.NnCompiler} is its map. */
@NullMarked
package org.nnlang.compiler;

import org.jspecify.annotations.NullMarked;
