@NullMarked
package org.nnlang.samples.fromscratch;

import org.jspecify.annotations.NullMarked;
