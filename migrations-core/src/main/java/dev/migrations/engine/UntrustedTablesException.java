package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * Tables with the names of the engine's are there, and somebody made them whom the database user
 * has no reason to trust. What others make of a table can run code as whoever touches it.
 *
 * @since 0.1.0
 */
public final class UntrustedTablesException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  UntrustedTablesException(String schema, String user, List<String> faults) {
    super(
        "The tables in schema %s cannot be trusted, and were not touched:%n  %s"
            .formatted(schema, String.join(System.lineSeparator() + "  ", faults)),
        "Find out who made them. If they are yours, give them to %1$s, to a role that it is a member of, or to the owner of the schema: ALTER TABLE … OWNER TO …. If not, drop them, and take from others the right to create tables there: REVOKE CREATE ON SCHEMA %2$s FROM PUBLIC."
            .formatted(user, schema));
  }
}
