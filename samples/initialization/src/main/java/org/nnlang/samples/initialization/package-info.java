/** How the first weights of a deep network decide whether it can learn. */
@NullMarked
package org.nnlang.samples.initialization;

import org.jspecify.annotations.NullMarked;
