/** The goals of the Maven plugin: they translate a configuration to a build, and nothing else. */
@NullMarked
package org.nnlang.maven;

import org.jspecify.annotations.NullMarked;
