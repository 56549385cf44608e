/** How numbers are written, for the packages of this module only. */
@NullMarked
package org.nnlang.training.text;

import org.jspecify.annotations.NullMarked;
