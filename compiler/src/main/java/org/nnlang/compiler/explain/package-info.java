/**
 * What people read of functions: their formulas, their derivatives as a textbook has them, and some of their values.
 *
 * <p>Formulas are simplified as those of real numbers are. Generated code, whose every bit matters, takes nothing from here.
 */
@NullMarked
package org.nnlang.compiler.explain;

import org.jspecify.annotations.NullMarked;
