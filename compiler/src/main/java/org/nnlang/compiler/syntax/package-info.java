/** Text to parse tree to AST; the only room that knows ANTLR. */
@NullMarked
package org.nnlang.compiler.syntax;

import org.jspecify.annotations.NullMarked;
