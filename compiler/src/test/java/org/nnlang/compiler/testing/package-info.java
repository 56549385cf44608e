/** What several tests share. */
@NullMarked
package org.nnlang.compiler.testing;

import org.jspecify.annotations.NullMarked;
