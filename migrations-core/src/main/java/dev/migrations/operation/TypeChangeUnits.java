package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The units in which the type of a column changes. */
final class TypeChangeUnits {

  private final ChangeColumnType change;
  private final UnitWriter units;
  private final TypeChangeNames names;
  private final List<KeptOnColumn> kept = new ArrayList<>();
  private final TypeChangeBlocks blocks;
  private final String alter;

  TypeChangeUnits(ChangeColumnType change, UnitWriter units) {
    this.change = change;
    this.units = units;
    this.names = TypeChangeNames.of(change.table(), change.column());
    ColumnReplacement replacement =
        new ColumnReplacement(change.table(), change.column(), names.column());
    for (TableConstraint constraint : keysFirst()) {
      kept.add(KeptOnColumn.constraint(constraint, kept.size(), replacement));
    }
    for (CreateIndex index : change.indexes()) {
      kept.add(KeptOnColumn.index(index, kept.size(), replacement));
    }
    this.blocks = new TypeChangeBlocks(change, names, kept);
    this.alter = "ALTER TABLE " + change.table().sql() + " ";
  }

  /** A foreign key needs the key that it refers to. */
  private List<TableConstraint> keysFirst() {
    List<TableConstraint> ordered = new ArrayList<>(change.constraints());
    ordered.sort(
        (one, other) ->
            Boolean.compare(
                one.constraint() instanceof ForeignKey, other.constraint() instanceof ForeignKey));
    return ordered;
  }

  void write() {
    units.sqlInOwnTransaction(
        change.filling().guard(change.table()),
        blocks.start(),
        alter + "ADD COLUMN " + names.columnSql() + " " + blocks.type(),
        function(),
        "CREATE TRIGGER %s BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(
                SqlNames.quote(names.trigger()), change.table().sql(), names.routine().sql()),
        // Also for the rows that a subscription writes.
        alter + "ENABLE ALWAYS TRIGGER " + SqlNames.quote(names.trigger()));
    units.undoneBy(
        String.join(
            ";\n",
            "DROP TRIGGER IF EXISTS %s ON %s"
                .formatted(SqlNames.quote(names.trigger()), change.table().sql()),
            "DROP FUNCTION IF EXISTS %s()".formatted(names.routine().sql()),
            AddColumn.dropIfExists(change.table(), names.column())));
    change.filling().fill(change.table(), names.column(), blocks.value(), units);
    units.sqlInOwnTransaction(blocks.addNotNullCheck());
    units.undoneByNothing();
    units.sqlInOwnTransaction(blocks.validateNotNullCheck());
    units.undoneByNothing();
    kept.forEach(object -> object.build().writeTo(units));
    units.sqlInOwnTransaction("ANALYZE %s (%s)".formatted(change.table().sql(), names.columnSql()));
    units.undoneByNothing();
    units.sqlInOwnTransaction(lock(), blocks.swap());
  }

  private String function() {
    String body;
    if (change.using() == null) {
      body = "NEW.%s := NEW.%s;".formatted(names.columnSql(), SqlNames.quote(change.column()));
    } else {
      body =
          "NEW.%s := (SELECT %s FROM (SELECT NEW.*) AS %s);"
              .formatted(names.columnSql(), blocks.value(), SqlNames.quote(change.table().name()));
    }
    return "CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql%s AS %s"
        .formatted(
            names.routine().sql(),
            // The expression means the same whatever the writer's search path is.
            change.using() == null ? "" : " SET search_path FROM CURRENT",
            DollarQuote.quote(
                "\n#variable_conflict use_column\nBEGIN\n  " + body + "\n  RETURN NEW;\nEND\n"));
  }

  private String lock() {
    Set<QualifiedName> tables = new LinkedHashSet<>(Set.of(change.table()));
    for (TableConstraint constraint : change.constraints()) {
      tables.add(constraint.table());
      if (constraint.constraint() instanceof ForeignKey key) {
        tables.add(key.referenced());
      }
    }
    return tables.stream()
        .map(QualifiedName::sql)
        .collect(Collectors.joining(", ", "LOCK TABLE ", " IN ACCESS EXCLUSIVE MODE"));
  }
}
