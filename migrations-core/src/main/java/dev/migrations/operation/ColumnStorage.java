package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are stored and counted.
 *
 * @param compression how large ones are compressed, or {@code null} for the server's default
 * @param mode how large ones are stored, or {@code null} for the type's default
 * @param statistics how much {@code ANALYZE} keeps of them, or {@code null} for the server's
 *     default
 * @see <a href="https://www.postgresql.org/docs/current/storage-toast.html">PostgreSQL: TOAST</a>
 * @since 0.1.0
 */
public record ColumnStorage(
    @Nullable String compression, @Nullable Mode mode, @Nullable Integer statistics) {

  /** As the server and the type have it. */
  public static final ColumnStorage DEFAULT = new ColumnStorage(null, null, null);

  /** How large values are stored. */
  public enum Mode {
    /** In the row, not compressed. */
    PLAIN,
    /** Beside the table, not compressed. */
    EXTERNAL,
    /** Beside the table, compressed. */
    EXTENDED,
    /** In the row as long as that is possible, compressed. */
    MAIN
  }

  /**
   * Checks the statistics.
   *
   * @throws MigrationsException when the target is not from 0 to 10000
   */
  public ColumnStorage {
    if (statistics != null && (statistics < 0 || statistics > 10_000)) {
      throw new MigrationsException(
          "The statistics target " + statistics + " is not from 0 to 10000.",
          "Leave it out for the server's default.");
    }
  }

  ColumnStorage withCompression(String method) {
    return new ColumnStorage(method, mode, statistics);
  }

  ColumnStorage withMode(Mode other) {
    return new ColumnStorage(compression, other, statistics);
  }

  ColumnStorage withStatistics(int target) {
    return new ColumnStorage(compression, mode, target);
  }

  String compressionClause() {
    return compression == null ? "" : " COMPRESSION " + SqlNames.quote(compression);
  }

  /** What follows the creation of the column, on every server. */
  List<Operation> afterwards(QualifiedName table, String column) {
    List<Operation> operations = new ArrayList<>();
    if (mode != null) {
      operations.add(new SetStorage(table, column, mode, Former.unknown()));
    }
    if (statistics != null) {
      operations.add(new SetStatistics(table, column, statistics, Former.unknown()));
    }
    return operations;
  }
}
