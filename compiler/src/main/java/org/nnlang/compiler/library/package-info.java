/** Imports, the standard library, and files inside jars. */
@NullMarked
package org.nnlang.compiler.library;

import org.jspecify.annotations.NullMarked;
