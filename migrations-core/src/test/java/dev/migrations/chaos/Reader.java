package dev.migrations.chaos;

import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A transaction that has read every table and goes on: what locks readers out waits for it, and so
 * does every concurrent form.
 */
final class Reader implements AutoCloseable {

  /** But for tables that are locked already. */
  private static final String READ =
      """
      DO $$
      DECLARE
        t regclass;
      BEGIN
        FOR t IN
          SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
            AND c.relkind IN ('r', 'p', 'm') AND c.relname NOT LIKE 'migrations\\_%'
        LOOP
          BEGIN
            EXECUTE format('LOCK TABLE %s IN ACCESS SHARE MODE NOWAIT', t);
          EXCEPTION WHEN lock_not_available OR undefined_table OR wrong_object_type THEN
            CONTINUE;
          END;
        END LOOP;
      END $$""";

  private final Connection connection;

  Reader(TestDatabase db) {
    try {
      connection = db.connect();
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement statement = connection.createStatement()) {
        statement.execute(READ);
      }
    } catch (SQLException ex) {
      throw new IllegalStateException("Nobody can read in " + db.name(), ex);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException ex) {
      throw new IllegalStateException(ex);
    }
  }
}
