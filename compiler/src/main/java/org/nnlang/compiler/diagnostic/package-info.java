/** What the compiler says about a file, and how it says it. */
@NullMarked
package org.nnlang.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
