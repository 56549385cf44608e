/** The tiles of products by the Vector API: one description, from which the build writes a class for each shape. */
@NullMarked
package org.nnlang.tiles;

import org.jspecify.annotations.NullMarked;
