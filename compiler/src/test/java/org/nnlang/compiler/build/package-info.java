@NullMarked
package org.nnlang.compiler.build;

import org.jspecify.annotations.NullMarked;
