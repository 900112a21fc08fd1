package dev.migrations.operation;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Code that needs results from the database while a revision runs.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ConnectionWork {

  /**
   * Does the work inside the transaction of the unit.
   *
   * @param connection the connection of the unit; committing, rolling back, closing it and changing
   *     its auto-commit mode are refused
   * @throws SQLException when the database refuses something; the unit is rolled back
   */
  void run(Connection connection) throws SQLException;
}
