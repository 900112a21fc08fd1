package dev.migrations.benchmarks.peers;

/** Revisions in one line. */
final class MigrationsDialect implements Dialect {

  @Override
  public Sources files(int migrations) {
    Sources sources = new Sources();
    for (int number = 1; number <= migrations; number++) {
      String down = number == 1 ? "" : "-- down-revision: " + id(number - 1) + "\n";
      String text =
          """
          -- revision: %s
          %s-- message: Create table %s

          -- upgrade
          %s
          -- downgrade
          %s;
          """
              .formatted(
                  id(number),
                  down,
                  Sql.table(number),
                  Sql.create(number),
                  "DROP TABLE " + Sql.table(number));
      sources.resources().put("db/revisions/%05d_create_table.sql".formatted(number), text);
    }
    return sources;
  }

  @Override
  public Sources classes(int migrations) {
    Sources sources = new Sources();
    for (int number = 1; number <= migrations; number++) {
      String down = number == 1 ? "" : "down = \"" + id(number - 1) + "\", ";
      String text =
          """
          package db.revisions;

          import static dev.migrations.operation.Column.column;
          import static dev.migrations.operation.DataType.BIGINT;
          import static dev.migrations.operation.DataType.TEXT;
          import static dev.migrations.operation.DataType.TIMESTAMPTZ;

          import dev.migrations.Migration;
          import dev.migrations.Operations;
          import dev.migrations.Revision;

          @Revision(id = "%2$s", %3$smessage = "Create table %4$s")
          class Create%1$s implements Migration {
            @Override
            public void upgrade(Operations op) {
              op.createTable("%4$s",
                  column("id", BIGINT).generatedAlwaysAsIdentity(),
                  column("name", TEXT),
                  column("created_at", TIMESTAMPTZ));
              op.createIndex("%5$s", "%4$s", "created_at");
            }

            @Override
            public void downgrade(Operations op) {
              op.dropTable("%4$s");
            }
          }
          """
              .formatted(number, id(number), down, Sql.table(number), Sql.index(number));
      sources.classes().put("db/revisions/Create" + number + ".java", text);
    }
    return sources;
  }

  /** Twelve hexadecimal digits, as those that are generated. */
  private static String id(int number) {
    return "%012x".formatted(number * 0x9E3779B97F4A7C15L >>> 16);
  }
}
