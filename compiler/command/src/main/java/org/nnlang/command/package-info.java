/** The nn command: one thin class a subcommand. */
@NullMarked
package org.nnlang.command;

import org.jspecify.annotations.NullMarked;
