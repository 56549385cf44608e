/** Java source from a graph; the only room that knows JavaPoet. */
@NullMarked
package org.nnlang.compiler.java;

import org.jspecify.annotations.NullMarked;
