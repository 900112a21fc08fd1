package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, an index or a type, with or without its schema.
 *
 * @param schema the schema, or {@code null} for the one that the search path finds
 * @param name the name itself, unquoted
 * @since 0.1.0
 */
public record QualifiedName(@Nullable String schema, String name) {}
