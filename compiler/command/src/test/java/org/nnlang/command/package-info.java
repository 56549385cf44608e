/** Tests of the nn command, run as users run it. */
@NullMarked
package org.nnlang.command;

import org.jspecify.annotations.NullMarked;
