@NullMarked
package org.nnlang.compiler.memory;

import org.jspecify.annotations.NullMarked;
