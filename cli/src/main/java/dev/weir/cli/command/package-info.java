/**
 * The {@code weir} command: what a person types -> the module that does it.
 *
 * <p>Commands parse, call and tell; nothing is computed here. Invariants: exit code 0 done, 1
 * failed, 2 used wrongly; an error is one line that names the thing, the value and the remedy, with
 * a stack trace only under {@code --debug}.
 */
@NullMarked
package dev.weir.cli.command;

import org.jspecify.annotations.NullMarked;
