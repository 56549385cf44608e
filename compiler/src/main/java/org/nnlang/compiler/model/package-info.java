/** What was meant: names resolved, parameters bound, shapes known. */
@NullMarked
package org.nnlang.compiler.model;

import org.jspecify.annotations.NullMarked;
