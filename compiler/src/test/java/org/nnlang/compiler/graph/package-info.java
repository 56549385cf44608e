@NullMarked
package org.nnlang.compiler.graph;

import org.jspecify.annotations.NullMarked;
