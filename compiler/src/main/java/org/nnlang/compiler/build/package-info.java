/** Builds that do only what changed: what the Maven plugin and `nn generate` share. */
@NullMarked
package org.nnlang.compiler.build;

import org.jspecify.annotations.NullMarked;
