package dev.migrations.script;

import java.util.Locale;

/**
 * Who kept a database before its application had revisions.
 *
 * @since 0.1.0
 */
public enum PredecessorTool {
  /** Alembic, or what builds on it, such as Flask-Migrate. */
  ALEMBIC("Alembic", "alembic_version"),
  /** Flyway. */
  FLYWAY("Flyway", "flyway_schema_history"),
  /** Liquibase. */
  LIQUIBASE("Liquibase", "databasechangelog"),
  /** None that left a trace: the schema was made by hand, or by the tool of an ORM. */
  UNVERSIONED("no tool", "");

  private final String displayName;
  private final String table;

  PredecessorTool(String displayName, String table) {
    this.displayName = displayName;
    this.table = table;
  }

  /** Its name, as its makers write it. */
  public String displayName() {
    return displayName;
  }

  /** The table in which it notes what it applied, unless it was told another; empty for none. */
  public String table() {
    return table;
  }

  /** Its name in a header and on a command line, such as {@code flyway}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
