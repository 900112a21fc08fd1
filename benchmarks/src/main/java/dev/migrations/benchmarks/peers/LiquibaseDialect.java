package dev.migrations.benchmarks.peers;

/**
 * Formatted SQL, a file for each change set, which the master change log includes by their folder;
 * or custom changes, a class for each change set of the master change log.
 */
final class LiquibaseDialect implements Dialect {

  private static final String MASTER = "db/changelog/db.changelog-master.yaml";
  private static final String HEAD = "databaseChangeLog:\n";
  private static final String FOLDER = "db/changelog/changes/";

  @Override
  public Sources files(int migrations) {
    Sources sources = new Sources();
    sources.resources().put(MASTER, HEAD + "  - includeAll:\n      path: " + FOLDER + "\n");
    for (int number = 1; number <= migrations; number++) {
      String text =
          """
          --liquibase formatted sql

          --changeset author:%d
          %s
          --rollback %s;
          """
              .formatted(number, Sql.create(number), "DROP TABLE " + Sql.table(number));
      sources.resources().put(FOLDER + "%05d_create_table.sql".formatted(number), text);
    }
    return sources;
  }

  @Override
  public Sources classes(int migrations) {
    Sources sources = new Sources();
    StringBuilder changeLog = new StringBuilder(HEAD);
    for (int number = 1; number <= migrations; number++) {
      changeLog.append(
          """
            - changeSet:
                id: %1$d
                author: author
                changes:
                  - customChange:
                      class: db.changelog.Create%1$d
          """
              .formatted(number));
      sources.classes().put("db/changelog/Create" + number + ".java", source(number));
    }
    sources.resources().put(MASTER, changeLog.toString());
    return sources;
  }

  private static String source(int number) {
    return """
        package db.changelog;

        import liquibase.change.custom.CustomSqlChange;
        import liquibase.database.Database;
        import liquibase.exception.ValidationErrors;
        import liquibase.resource.ResourceAccessor;
        import liquibase.statement.SqlStatement;
        import liquibase.statement.core.RawParameterizedSqlStatement;

        public class Create%d implements CustomSqlChange {
          @Override
          public SqlStatement[] generateStatements(Database database) {
            return new SqlStatement[] {
                new RawParameterizedSqlStatement("%s"), new RawParameterizedSqlStatement("%s")
            };
          }

          @Override
          public String getConfirmationMessage() {
            return "Table created";
          }

          @Override
          public void setUp() {}

          @Override
          public void setFileOpener(ResourceAccessor resourceAccessor) {}

          @Override
          public ValidationErrors validate(Database database) {
            return new ValidationErrors();
          }
        }
        """
        .formatted(number, Sql.createTable(number), Sql.createIndex(number));
  }
}
