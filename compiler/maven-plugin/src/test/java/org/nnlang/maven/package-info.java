@NullMarked
package org.nnlang.maven;

import org.jspecify.annotations.NullMarked;
