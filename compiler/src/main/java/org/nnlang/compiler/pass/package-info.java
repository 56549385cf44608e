/** One class a pass over the graph; {@link org.nnlang.compiler.pass.PassList} has their order. */
@NullMarked
package org.nnlang.compiler.pass;

import org.jspecify.annotations.NullMarked;
