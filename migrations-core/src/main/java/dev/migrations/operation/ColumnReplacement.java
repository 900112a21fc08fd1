package dev.migrations.operation;

import dev.migrations.sql.SqlLexer;
import dev.migrations.sql.SqlNames;
import dev.migrations.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Definitions over one column as the same definitions over another of the same table.
 *
 * @param table the table
 * @param column the column
 * @param other the one in its place
 */
record ColumnReplacement(QualifiedName table, String column, String other) {

  CreateIndex in(CreateIndex index, String name) {
    return new CreateIndex(
        name,
        index.table(),
        index.keys().stream().map(this::in).toList(),
        index.unique(),
        index.method(),
        in(index.include()),
        index.nullsNotDistinct(),
        inSql(index.where()),
        index.parameters(),
        index.tablespace(),
        false,
        List.of(),
        false);
  }

  private IndexKey in(IndexKey key) {
    String sql = inSql(key.sql());
    return new IndexKey(
        sql == null ? key.sql() : sql,
        key.collation(),
        key.operatorClass(),
        key.parameters(),
        key.order(),
        key.nulls());
  }

  Unique in(Unique unique) {
    return new Unique(
        unique.name(),
        in(unique.columns()),
        in(unique.include()),
        unique.nullsNotDistinct(),
        unique.deferral(),
        unique.withoutOverlaps());
  }

  PrimaryKey in(PrimaryKey key) {
    return new PrimaryKey(
        key.name(), in(key.columns()), in(key.include()), key.deferral(), key.withoutOverlaps());
  }

  ForeignKey in(QualifiedName from, ForeignKey key, String name) {
    List<String> referenced =
        key.referencedColumns().isEmpty() && key.columns().size() == 1
            ? List.of(column)
            : key.referencedColumns();
    return new ForeignKey(
        name,
        from.equals(table) ? in(key.columns()) : key.columns(),
        key.referenced(),
        key.referenced().equals(table) ? in(referenced) : key.referencedColumns(),
        key.onDelete(),
        key.onUpdate(),
        key.matchFull(),
        key.deferral(),
        from.equals(table) ? in(key.deleteColumns()) : key.deleteColumns(),
        key.period(),
        key.enforced());
  }

  private List<String> in(List<String> columns) {
    return columns.stream().map(name -> name.equals(column) ? other : name).toList();
  }

  /** Its names in an expression, also behind the table's; not those of functions. */
  @Nullable String inSql(@Nullable String expression) {
    if (expression == null) {
      return null;
    }
    StringBuilder replaced = new StringBuilder();
    SqlLexer lexer = new SqlLexer(expression);
    int copied = 0;
    for (SqlToken token = lexer.next(); token != SqlToken.END; token = lexer.next()) {
      if (isColumn(token, lexer.text())) {
        int start = lexer.start();
        int end = lexer.end();
        if (!expression.substring(end).stripLeading().startsWith("(")) {
          replaced.append(expression, copied, start).append(SqlNames.quote(other));
          copied = end;
        }
      }
    }
    return replaced.append(expression, copied, expression.length()).toString();
  }

  private boolean isColumn(SqlToken token, String text) {
    return switch (token) {
      case WORD -> text.toLowerCase(Locale.ROOT).equals(column);
      case QUOTED_NAME -> text.equals('"' + column.replace("\"", "\"\"") + '"');
      default -> false;
    };
  }
}
