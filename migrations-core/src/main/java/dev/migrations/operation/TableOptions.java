package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a table has besides its columns and constraints.
 *
 * @param unlogged whether its changes are not written to the write-ahead log
 * @param inherits the tables that it inherits from
 * @param partitionBy how it is divided into partitions, or {@code null}
 * @param accessMethod how it is stored, or {@code null} for the server's default
 * @param parameters its storage parameters
 * @param tablespace where it is stored, or {@code null} for the database's default
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL: CREATE
 *     TABLE</a>
 * @since 0.1.0
 */
public record TableOptions(
    boolean unlogged,
    List<QualifiedName> inherits,
    @Nullable PartitionBy partitionBy,
    @Nullable String accessMethod,
    StorageParameters parameters,
    @Nullable String tablespace) {

  /** Nothing. */
  public static final TableOptions NONE =
      new TableOptions(false, List.of(), null, null, StorageParameters.NONE, null);

  /**
   * Checks the options.
   *
   * @throws MigrationsException when a partitioned table inherits from others
   */
  public TableOptions {
    inherits = List.copyOf(inherits);
    if (partitionBy != null && !inherits.isEmpty()) {
      throw new MigrationsException(
          "A partitioned table cannot inherit from another.",
          "Leave out partitionBy(…) or inherits(…).");
    }
  }

  TableOptions withUnlogged() {
    return new TableOptions(true, inherits, partitionBy, accessMethod, parameters, tablespace);
  }

  TableOptions inherits(List<QualifiedName> parents) {
    return new TableOptions(unlogged, parents, partitionBy, accessMethod, parameters, tablespace);
  }

  TableOptions partitionBy(PartitionBy division) {
    return new TableOptions(unlogged, inherits, division, accessMethod, parameters, tablespace);
  }

  TableOptions accessMethod(String method) {
    return new TableOptions(unlogged, inherits, partitionBy, method, parameters, tablespace);
  }

  TableOptions parameters(StorageParameters all) {
    return new TableOptions(unlogged, inherits, partitionBy, accessMethod, all, tablespace);
  }

  TableOptions tablespace(String name) {
    return new TableOptions(unlogged, inherits, partitionBy, accessMethod, parameters, name);
  }

  /** What follows the elements of the table. */
  String clauses() {
    return (inherits.isEmpty()
            ? ""
            : inherits.stream()
                .map(QualifiedName::sql)
                .collect(Collectors.joining(", ", " INHERITS (", ")")))
        + (partitionBy == null ? "" : partitionBy.clause())
        + (accessMethod == null ? "" : " USING " + SqlNames.quote(accessMethod))
        + parameters.clause()
        + (tablespace == null ? "" : " TABLESPACE " + SqlNames.quote(tablespace));
  }
}
