/** Pictures for people: images with what a model says of them, in a file or in the terminal, and curves. */
@NullMarked
package org.nnlang.plots;

import org.jspecify.annotations.NullMarked;
