package dev.migrations;

import dev.migrations.operation.AddColumn;
import dev.migrations.operation.AddIdentity;
import dev.migrations.operation.AlterColumnType;
import dev.migrations.operation.ChangeColumnType;
import dev.migrations.operation.Column;
import dev.migrations.operation.ColumnStorage;
import dev.migrations.operation.DataType;
import dev.migrations.operation.DropColumn;
import dev.migrations.operation.DropExpression;
import dev.migrations.operation.DropIdentity;
import dev.migrations.operation.DropNotNull;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RenameColumn;
import dev.migrations.operation.SequenceOption;
import dev.migrations.operation.SetComment;
import dev.migrations.operation.SetCompression;
import dev.migrations.operation.SetDefault;
import dev.migrations.operation.SetExpression;
import dev.migrations.operation.SetIdentity;
import dev.migrations.operation.SetNotNull;
import dev.migrations.operation.SetStatistics;
import dev.migrations.operation.SetStorage;
import dev.migrations.operation.SqlValue;
import org.jspecify.annotations.Nullable;

/**
 * Columns: their types, defaults, nulls, and how they are stored.
 *
 * @since 0.1.0
 */
public sealed interface ColumnOperations extends OperationRecorder permits Operations {

  /** Adds a column. */
  default AddColumn.Builder addColumn(String table, Column column) {
    return invoke(AddColumn.builder(QualifiedName.parse(table), column));
  }

  /** Drops a column with its values. */
  default DropColumn.Builder dropColumn(String table, String column) {
    return invoke(DropColumn.builder(QualifiedName.parse(table), column));
  }

  /** Renames a column. */
  default void renameColumn(String table, String column, String newName) {
    invoke(new RenameColumn(QualifiedName.parse(table), column, newName));
  }

  /** Changes the type of a column; {@code blocking()} where that rewrites a table in use. */
  default AlterColumnType.Builder alterColumnType(String table, String column, DataType type) {
    return invoke(AlterColumnType.builder(QualifiedName.parse(table), column, type));
  }

  /** Changes the type of a column in batches, where PostgreSQL would rewrite a table in use. */
  default ChangeColumnType.Builder changeColumnType(String table, String column, DataType type) {
    return invoke(ChangeColumnType.builder(QualifiedName.parse(table), column, type));
  }

  /** Forbids null in a column. */
  default SetNotNull.Builder setNotNull(String table, String column) {
    return invoke(SetNotNull.builder(QualifiedName.parse(table), column));
  }

  /** Allows null in a column. */
  default void dropNotNull(String table, String column) {
    invoke(new DropNotNull(QualifiedName.parse(table), column));
  }

  /**
   * Sets the default of a column to a constant.
   *
   * @param value any value that {@link SqlValue#of} knows
   */
  default SetDefault.Builder setDefault(String table, String column, @Nullable Object value) {
    return invoke(SetDefault.builder(QualifiedName.parse(table), column, SqlValue.of(value)));
  }

  /** Sets the default of a column to an expression, as SQL: {@code now()}. */
  default SetDefault.Builder setDefaultExpression(String table, String column, String expression) {
    return invoke(
        SetDefault.builder(QualifiedName.parse(table), column, SqlValue.expression(expression)));
  }

  /** Drops the default of a column. */
  default SetDefault.Builder dropDefault(String table, String column) {
    return invoke(SetDefault.builder(QualifiedName.parse(table), column, null));
  }

  /** Makes a column an identity; it must be {@code NOT NULL} already. */
  default AddIdentity.Builder addIdentity(String table, String column, SequenceOption... options) {
    return invoke(AddIdentity.builder(QualifiedName.parse(table), column, options));
  }

  /** Changes an identity. */
  default SetIdentity.Builder setIdentity(String table, String column, SequenceOption... options) {
    return invoke(SetIdentity.builder(QualifiedName.parse(table), column, options));
  }

  /** Makes an identity a plain column. */
  default DropIdentity.Builder dropIdentity(String table, String column) {
    return invoke(DropIdentity.builder(QualifiedName.parse(table), column));
  }

  /** Changes what a generated column is computed from, as SQL; {@code blocking()} when in use. */
  default SetExpression.Builder setExpression(String table, String column, String expression) {
    return invoke(SetExpression.builder(QualifiedName.parse(table), column, expression));
  }

  /** Makes a stored generated column a plain one, which keeps its values. */
  default void dropExpression(String table, String column) {
    invoke(new DropExpression(QualifiedName.parse(table), column));
  }

  /** Sets how large values of a column are stored. */
  default SetStorage.Builder setStorage(String table, String column, ColumnStorage.Mode mode) {
    return invoke(SetStorage.builder(QualifiedName.parse(table), column, mode));
  }

  /**
   * Sets how large values of a column are compressed: {@code pglz}, {@code lz4}, {@code default}.
   */
  default SetCompression.Builder setCompression(String table, String column, String method) {
    return invoke(SetCompression.builder(QualifiedName.parse(table), column, method));
  }

  /** Sets how much {@code ANALYZE} keeps of a column, 0 to 10000; -1 for the server's default. */
  default SetStatistics.Builder setStatistics(String table, String column, int target) {
    return invoke(SetStatistics.builder(QualifiedName.parse(table), column, target));
  }

  /** Sets the comment of a column; {@code null} removes it. */
  default SetComment.Builder commentOnColumn(
      String table, String column, @Nullable String comment) {
    return invoke(SetComment.builder(QualifiedName.parse(table), column, comment));
  }
}
