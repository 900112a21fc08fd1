package dev.migrations.operation;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.List;

/**
 * An index or a constraint that is built on a new column beside itself and then takes its own name.
 *
 * @param isThere a condition on {@code pg_depend d} that finds it
 * @param definition how PostgreSQL writes it, as an expression
 * @param comment what a statement comments on
 * @param described its comment, as an expression
 * @param build the operation that builds it beside itself
 * @param drop the statement that drops it
 * @param rename the statement that gives its name to the one that was built
 */
record KeptOnColumn(
    String isThere,
    String definition,
    String comment,
    String described,
    Operation build,
    String drop,
    String rename) {

  private static final String CASTS =
      SqlLiterals.literal("::(\"[^\"]*\"|[a-z_0-9. ]+)+(\\([0-9, ]+\\))?(\\[\\])*|[()\\s]");

  static KeptOnColumn index(CreateIndex index, int place, ColumnReplacement replacement) {
    QualifiedName name = index.table().sibling(index.name());
    String beside = TypeChangeNames.kept(index.name(), place);
    String oid = "pg_catalog.to_regclass(" + SqlLiterals.literal(name.sql()) + ")";
    return new KeptOnColumn(
        PgCatalog.sql("d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = ") + oid,
        // PostgreSQL writes a cast to text round a varchar, which goes with its type.
        PgCatalog.sql("regexp_replace(pg_get_indexdef(%s), %s, '', 'g')").formatted(oid, CASTS),
        "INDEX " + name.sql(),
        "pg_catalog.obj_description(" + oid + ", 'pg_class')",
        replacement.in(index, beside),
        "DROP INDEX " + name.sql(),
        "ALTER INDEX %s RENAME TO %s"
            .formatted(index.table().sibling(beside).sql(), SqlNames.quote(index.name())));
  }

  static KeptOnColumn constraint(TableConstraint kept, int place, ColumnReplacement replacement) {
    QualifiedName table = kept.table();
    String name = SqlNames.quote(kept.name());
    String beside = TypeChangeNames.kept(kept.name(), place);
    String alter = "ALTER TABLE " + table.sql() + " ";
    String oid =
        PgCatalog.sql(
                "(SELECT oid FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass(%s) AND conname = %s)")
            .formatted(SqlLiterals.literal(table.sql()), SqlLiterals.literal(kept.name()));
    Operation build;
    String rename;
    if (kept.constraint() instanceof ForeignKey key) {
      build =
          new CreateForeignKey(table, replacement.in(table, key, beside), false, List.of(), false);
      rename = alter + "RENAME CONSTRAINT " + SqlNames.quote(beside) + " TO " + name;
    } else if (kept.constraint() instanceof PrimaryKey key) {
      build = new BesideIndex(beside, table, replacement.in(key).indexDefinition());
      rename = usingIndex(alter, name, "PRIMARY KEY", beside, key.deferral());
    } else {
      Unique key = (Unique) kept.constraint();
      build = new BesideIndex(beside, table, replacement.in(key).indexDefinition());
      rename = usingIndex(alter, name, "UNIQUE", beside, key.deferral());
    }
    return new KeptOnColumn(
        PgCatalog.sql("d.classid = 'pg_catalog.pg_constraint'::regclass AND d.objid = ") + oid,
        "pg_catalog.pg_get_constraintdef(" + oid + ")",
        "CONSTRAINT " + name + " ON " + table.sql(),
        "pg_catalog.obj_description(" + oid + ", 'pg_constraint')",
        build,
        alter + "DROP CONSTRAINT " + name,
        rename);
  }

  private static String usingIndex(
      String alter, String name, String kind, String index, Deferral deferral) {
    return "%sADD CONSTRAINT %s %s USING INDEX %s%s"
        .formatted(alter, name, kind, SqlNames.quote(index), deferral.clause());
  }

  /** The index of a unique or primary key. */
  private record BesideIndex(String name, QualifiedName table, String definition)
      implements Operation {

    @Override
    public void writeTo(UnitWriter units) {
      IndexBuilding.write(name, table, true, definition, false, units);
    }

    @Override
    public Reversal reversal() {
      return Reversal.impossible("it is one step of another operation");
    }

    @Override
    public String summary() {
      return "build index " + name + " on " + table;
    }
  }
}
