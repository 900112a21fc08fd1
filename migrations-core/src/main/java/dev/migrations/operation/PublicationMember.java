package dev.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a publication publishes. The factories are meant for a static import:
 *
 * <pre>{@code
 * op.createPublication("sales",
 *     publishedTable("app.orders").columns("id", "total").where("total > 0"),
 *     tablesInSchema("shop"));
 * }</pre>
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createpublication.html">PostgreSQL:
 *     CREATE PUBLICATION</a>
 * @since 0.1.0
 */
public sealed interface PublicationMember {

  /**
   * A table.
   *
   * @param table the table
   * @param columns the columns that are published, or none for all; PostgreSQL 15 and later
   * @param where the rows that are published, as SQL, or {@code null} for all; PostgreSQL 15 and
   *     later
   */
  record Table(QualifiedName table, List<String> columns, @Nullable String where)
      implements PublicationMember {
    public Table {
      columns = List.copyOf(columns);
    }

    /** Publishes these columns only; PostgreSQL 15 and later. */
    public Table columns(String... names) {
      return new Table(table, List.of(names), where);
    }

    /** Publishes the rows only for which this is true, as SQL; PostgreSQL 15 and later. */
    public Table where(String condition) {
      return new Table(table, columns, condition);
    }
  }

  /**
   * All tables of a schema, those to come as well; PostgreSQL 15 and later.
   *
   * @param schema the schema
   */
  record Schema(String schema) implements PublicationMember {}

  /** A table, see {@link QualifiedName#parse}. */
  static Table publishedTable(String table) {
    return new Table(QualifiedName.parse(table), List.of(), null);
  }

  /** All tables of a schema, those to come as well; PostgreSQL 15 and later. */
  static Schema tablesInSchema(String schema) {
    return new Schema(schema);
  }
}
