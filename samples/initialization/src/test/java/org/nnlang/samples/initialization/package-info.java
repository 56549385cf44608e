@NullMarked
package org.nnlang.samples.initialization;

import org.jspecify.annotations.NullMarked;
