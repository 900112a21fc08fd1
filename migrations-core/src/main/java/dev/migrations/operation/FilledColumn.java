package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns whose value PostgreSQL would compute for each row that is there, in one statement that
 * writes the table anew: they are added empty, get their default for new rows, and are filled in
 * batches.
 */
final class FilledColumn {

  /** The sequence that filled the rows gives way to the one of the identity. */
  private static final String IDENTITY =
      """

      DECLARE
        filled record;
      BEGIN
        SELECT last_value, is_called INTO filled FROM %1$s;
        %2$sDROP DEFAULT;
        DROP SEQUENCE %1$s;
        %2$sADD %3$s;
        PERFORM pg_catalog.setval(pg_catalog.pg_get_serial_sequence(%4$s, %5$s), filled.last_value, filled.is_called);
      END
      """;

  private final QualifiedName table;
  private final Column column;
  private final Filling filling;
  private final UnitWriter units;
  private final String alterColumn;

  private FilledColumn(AddColumn operation, UnitWriter units) {
    this.table = operation.table();
    this.column = operation.column();
    this.filling = operation.filling();
    this.units = units;
    this.alterColumn =
        "ALTER TABLE %s ALTER COLUMN %s ".formatted(table.sql(), SqlNames.quote(column.name()));
  }

  /** Whether a column is one of these. */
  static boolean isOne(Column column) {
    return column.type().isSerial()
        || column.value() instanceof ColumnValue.Identity
        || (column.value() instanceof ColumnValue.Default set
            && !StableExpression.isStable(set.value()));
  }

  /** Adds the column, without its constraints. */
  static void write(AddColumn operation, UnitWriter units) {
    new FilledColumn(operation, units).write();
  }

  private void write() {
    units.sql(filling.guard(table));
    if (column.type().isSerial()) {
      serial();
    } else if (column.value() instanceof ColumnValue.Identity identity) {
      identity(identity);
    } else if (column.value() instanceof ColumnValue.Default set) {
      add(column.type());
      fill(set.value().sql(), set.sql());
      if (column.required()) {
        setNotNull();
      }
    }
  }

  private void serial() {
    DataType integer =
        switch (column.type().sql().trim().toLowerCase(Locale.ROOT)) {
          case "smallserial", "serial2" -> DataType.SMALLINT;
          case "bigserial", "serial8" -> DataType.BIGINT;
          default -> DataType.INTEGER;
        };
    QualifiedName sequence = table.sibling(DefaultNames.of(table.name(), column.name(), "seq"));
    fillFrom(sequence, integer, List.of());
    setNotNull();
  }

  private void identity(ColumnValue.Identity identity) {
    QualifiedName sequence =
        table.sibling(DefaultNames.of(table.name(), column.name(), "fill_seq"));
    fillFrom(sequence, column.type(), identity.options());
    setNotNull();
    String exchange =
        IDENTITY.formatted(
            sequence.sql(),
            alterColumn,
            identity.sql(),
            SqlLiterals.literal(table.sql()),
            SqlLiterals.literal(column.name()));
    units.sqlInOwnTransaction(
        "LOCK TABLE " + table.sql() + " IN ACCESS EXCLUSIVE MODE",
        "DO " + DollarQuote.quote(exchange));
    units.undoneBy(alterColumn + "DROP IDENTITY IF EXISTS");
  }

  private void fillFrom(QualifiedName sequence, DataType integer, List<SequenceOption> options) {
    units.sql(
        Stream.concat(
                Stream.of("CREATE SEQUENCE %s AS %s".formatted(sequence.sql(), integer.sql())),
                options.stream().map(SequenceOption::sql))
            .collect(Collectors.joining(" ")));
    add(integer);
    units.sql(
        "ALTER SEQUENCE %s OWNED BY %s.%s"
            .formatted(sequence.sql(), table.sql(), SqlNames.quote(column.name())));
    String next =
        "pg_catalog.nextval(%s::pg_catalog.regclass)"
            .formatted(SqlLiterals.literal(sequence.sql()));
    fill(next, "DEFAULT " + next);
  }

  private void add(DataType type) {
    Column empty =
        new Column(
            column.name(),
            type,
            column.collation(),
            false,
            null,
            List.of(),
            column.storage(),
            column.comment());
    units.sql("ALTER TABLE %s ADD COLUMN %s".formatted(table.sql(), empty.definition()));
    units.undoneBy(AddColumn.dropIfExists(table, column.name()));
  }

  private void fill(String expression, String newDefault) {
    units.sql(alterColumn + "SET " + newDefault);
    AddColumn.writeProperties(table, column, units);
    filling.fill(table, column.name(), expression, units);
  }

  private void setNotNull() {
    new SetNotNull(table, column.name(), false).writeTo(units);
  }
}
