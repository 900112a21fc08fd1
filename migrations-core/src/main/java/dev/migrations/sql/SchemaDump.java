package dev.migrations.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The output of {@code pg_dump --schema-only} as the statements of a revision.
 *
 * <p>What is left out: commands of psql, the settings of the session, owners, the schema {@code
 * public}, which every database has, and the comments of extensions, which only their owner may
 * write. Of the settings those stay that say how tables are stored, if not all are stored alike. So
 * are databases, subscriptions and user mappings, which belong to a server and hold passwords. See
 * <a href="https://www.postgresql.org/docs/current/app-pgdump.html">PostgreSQL, pg_dump</a>.
 *
 * @param statements what makes the schema, in order
 * @param leftOut the first words of those statements that were left out because of what they are
 *     about: the given tables, subscriptions, user mappings
 * @since 0.1.0
 */
public record SchemaDump(List<SqlStatement> statements, List<String> leftOut) {

  public SchemaDump {
    statements = List.copyOf(statements);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads a dump in plain text.
   *
   * @param dump the text
   * @param tables tables to leave out, with their indexes, constraints, sequences, comments and
   *     grants
   * @throws SqlTextException naming the line, when the dump holds data, drops what it creates, uses
   *     one of these tables elsewhere, is too old to name schemas, or cannot be read
   */
  public static SchemaDump read(String dump, Collection<TableName> tables) {
    DumpGuard guard = new DumpGuard(dump);
    List<SqlStatement> all = SqlSplitter.split(dump, guard::behindCommand);
    Set<TableName> unwanted = DumpNames.withDependents(Set.copyOf(tables), all);
    boolean accessMethods = all.stream().anyMatch(DumpStatement::setsAccessMethod);
    List<SqlStatement> statements = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (SqlStatement statement : all) {
      String kept = DumpStatement.kept(statement, accessMethods);
      if (kept == null) {
        continue;
      }
      List<TableName> names = DumpNames.in(statement);
      if (holdsPassword(statement) || (!names.isEmpty() && unwanted.contains(names.get(0)))) {
        leftOut.add(statement.summary());
        continue;
      }
      refuseUse(statement, names, unwanted);
      statements.add(new SqlStatement(kept, statement.line()));
    }
    if (statements.isEmpty()) {
      throw new SqlTextException(
          1,
          "there is no statement that makes a schema",
          "Give the output of pg_dump --schema-only in its plain format.");
    }
    return new SchemaDump(statements, leftOut);
  }

  private static boolean holdsPassword(SqlStatement statement) {
    SqlCursor at = new SqlCursor(statement.text());
    if (at.skip("comment")) {
      at.skip("on");
    } else {
      at.skipOneOf("create", "alter");
    }
    return at.at("subscription") || at.skip("user", "mapping");
  }

  private static void refuseUse(
      SqlStatement statement, List<TableName> names, Set<TableName> unwanted) {
    names.stream()
        .filter(unwanted::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw new SqlTextException(
                  statement.line(),
                  "'%s' uses %s, which is left out".formatted(statement.summary(), name),
                  "Drop it from the database, or remove it from the dump.");
            });
  }

  /** The statements as a script, with an empty line between two. */
  public String script() {
    StringBuilder script = new StringBuilder();
    for (SqlStatement statement : statements) {
      script.append(script.isEmpty() ? "" : "\n\n").append(statement.text()).append(';');
    }
    return script.toString();
  }
}
