/** What one does with migrations by hand: a function for each command, which prints nothing. */
@NullMarked
package dev.migrations.command;

import org.jspecify.annotations.NullMarked;
