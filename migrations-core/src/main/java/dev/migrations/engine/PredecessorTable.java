package dev.migrations.engine;

import dev.migrations.script.PredecessorTool;
import dev.migrations.sql.SqlNames;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table in which another tool notes what it applied.
 *
 * @param tool the tool
 * @param schema the schema of the table
 * @param name the name of the table
 * @param filled whether it has rows; also where the user may not, or must not, read it
 * @param lockTable whether the lock table of Liquibase is beside it
 * @param stranger who owns one of them and is not to be trusted, see {@link TableTrust}; {@code
 *     null} for nobody
 */
record PredecessorTable(
    PredecessorTool tool,
    String schema,
    String name,
    boolean filled,
    boolean lockTable,
    @Nullable String stranger) {

  private static final Set<String> FLYWAY = Set.of("installed_rank", "version", "success");
  private static final Set<String> LIQUIBASE = Set.of("id", "author", "filename", "orderexecuted");

  /** Whose columns these are, or null. */
  static @Nullable PredecessorTool toolOf(Set<String> columns) {
    if (columns.containsAll(FLYWAY)) {
      return PredecessorTool.FLYWAY;
    }
    if (columns.containsAll(LIQUIBASE)) {
      return PredecessorTool.LIQUIBASE;
    }
    return columns.contains("version_num") ? PredecessorTool.ALEMBIC : null;
  }

  /** Its name in SQL. */
  String sql() {
    return SqlNames.quote(schema, name);
  }

  /** Its name in messages. */
  @Override
  public String toString() {
    return schema + "." + name;
  }
}
