package dev.migrations.engine;

import dev.migrations.error.MigrationsException;

/**
 * The search path names no schema that exists, so that there is none to keep the tables in.
 *
 * @since 0.1.0
 */
public final class NoSchemaException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  NoSchemaException(String searchPath) {
    super(
        "The connection has no current schema: none on its search_path (%s) exists."
            .formatted(searchPath),
        "Create the schema, correct search_path or currentSchema of the URL, or set"
            + " migrations.schema.");
  }
}
