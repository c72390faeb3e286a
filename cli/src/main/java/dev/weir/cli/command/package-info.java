/**
 * The subcommands of {@code weir}.
 *
 * <p>Commands parse arguments, call a module and print the result. Invariants: the exit code is 0
 * for success, 1 for a failure and 2 for invalid usage; an error is one line that names the thing,
 * the value and the remedy; {@code --debug} adds the stack trace.
 */
@NullMarked
package dev.weir.cli.command;

import org.jspecify.annotations.NullMarked;
