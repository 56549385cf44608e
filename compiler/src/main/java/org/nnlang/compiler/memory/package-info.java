/** Lifetimes and slots: {@link org.nnlang.compiler.memory.Planner} decides where each value is while a session runs. */
@NullMarked
package org.nnlang.compiler.memory;

import org.jspecify.annotations.NullMarked;
