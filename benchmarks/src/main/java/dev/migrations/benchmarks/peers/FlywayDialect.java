package dev.migrations.benchmarks.peers;

/** Versioned migrations. */
final class FlywayDialect implements Dialect {

  @Override
  public Sources files(int migrations) {
    Sources sources = new Sources();
    for (int number = 1; number <= migrations; number++) {
      sources.resources().put("db/migration/V" + number + "__Create_table.sql", Sql.create(number));
    }
    return sources;
  }

  @Override
  public Sources classes(int migrations) {
    Sources sources = new Sources();
    for (int number = 1; number <= migrations; number++) {
      String text =
          """
          package db.migration;

          import java.sql.Statement;
          import org.flywaydb.core.api.migration.BaseJavaMigration;
          import org.flywaydb.core.api.migration.Context;

          public class V%d__Create_table extends BaseJavaMigration {
            @Override
            public void migrate(Context context) throws Exception {
              try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("%s");
                statement.execute("%s");
              }
            }
          }
          """
              .formatted(number, Sql.createTable(number), Sql.createIndex(number));
      sources.classes().put("db/migration/V" + number + "__Create_table.java", text);
    }
    return sources;
  }
}
