/** What most users of a generated network import. */
@NullMarked
package org.nnlang.runtime;

import org.jspecify.annotations.NullMarked;
