/** Examples to learn from and to be judged by. Nothing here opens a network connection. */
@NullMarked
package org.nnlang.runtime.data;

import org.jspecify.annotations.NullMarked;
