/** What messages are made with; not exported. */
@NullMarked
package org.nnlang.runtime.text;

import org.jspecify.annotations.NullMarked;
