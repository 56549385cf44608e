/** Tests of sources. */
@NullMarked
package org.nnlang.compiler.source;

import org.jspecify.annotations.NullMarked;
