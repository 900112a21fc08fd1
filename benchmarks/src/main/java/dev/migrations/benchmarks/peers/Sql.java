package dev.migrations.benchmarks.peers;

/** What each migration does, by its number from 1: the same for all tools. */
final class Sql {

  private Sql() {}

  static String table(int number) {
    return "t" + number;
  }

  static String index(int number) {
    return "ix_t" + number;
  }

  static String createTable(int number) {
    return "CREATE TABLE %s (id bigint GENERATED ALWAYS AS IDENTITY, name text, created_at timestamptz)"
        .formatted(table(number));
  }

  static String createIndex(int number) {
    return "CREATE INDEX %s ON %s (created_at)".formatted(index(number), table(number));
  }

  /** Both statements, as a file has them. */
  static String create(int number) {
    return createTable(number) + ";\n" + createIndex(number) + ";\n";
  }
}
