/** Tests of what files mean. */
@NullMarked
package org.nnlang.compiler.check;

import org.jspecify.annotations.NullMarked;
