/** Tests of the layout of diagnostics. */
@NullMarked
package org.nnlang.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
