package dev.migrations.spring.boot.cli;

import org.jspecify.annotations.Nullable;

/**
 * How a command of {@link CommandRunner} ended.
 *
 * @param status the exit status: 0 done, 1 a check found something, 2 the command line is wrong, 3
 *     refused, 4 failed
 * @param problem what went wrong; {@code null} when nothing did, and for a check, which prints what
 *     it found
 * @param action what to do next, where that is known
 * @since 0.1.0
 */
public record CommandResult(int status, @Nullable String problem, @Nullable String action) {}
