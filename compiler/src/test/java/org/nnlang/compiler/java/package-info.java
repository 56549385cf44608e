@NullMarked
package org.nnlang.compiler.java;

import org.jspecify.annotations.NullMarked;
