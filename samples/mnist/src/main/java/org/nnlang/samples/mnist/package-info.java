/** The digit classifier, from its `.nn` file to predictions. */
@NullMarked
package org.nnlang.samples.mnist;

import org.jspecify.annotations.NullMarked;
