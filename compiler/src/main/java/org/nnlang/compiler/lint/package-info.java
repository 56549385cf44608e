/**
 * What the compiler tries out: {@link org.nnlang.compiler.lint.FunctionLint} evaluates the functions of a program and their
 * derivatives at telling numbers, and warns where float32 breaks them.
 */
@NullMarked
package org.nnlang.compiler.lint;

import org.jspecify.annotations.NullMarked;
