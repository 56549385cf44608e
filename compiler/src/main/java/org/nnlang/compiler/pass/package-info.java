/** One class a pass over the graph. */
@NullMarked
package org.nnlang.compiler.pass;

import org.jspecify.annotations.NullMarked;
