@NullMarked
package org.nnlang.compiler.pass;

import org.jspecify.annotations.NullMarked;
