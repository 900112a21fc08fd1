package dev.migrations.maven.bridge;

import org.jspecify.annotations.Nullable;

/**
 * How a command ended.
 *
 * @param status 0 done, 1 a check found something, 2 the parameters are wrong, 3 refused, 4 failed
 * @param problem what went wrong; {@code null} where that is printed already, or nothing did
 * @param action what to do next, where that is known
 */
public record CommandEnd(int status, @Nullable String problem, @Nullable String action) {}
