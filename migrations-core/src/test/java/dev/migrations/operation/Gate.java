package dev.migrations.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets a scan last exactly as long as a test wants. Functions that PostgreSQL calls for the rows
 * that it looks at wait while the gate is closed, in a session that has {@link #STOP_HERE} set.
 */
final class Gate {

  /** The setting of the session that is stopped; all others pass. */
  static final String STOP_HERE = "SET gate.stops = 'here'";

  /**
   * {@code gate(int)} is its argument. {@code slow} is a range of int of which two cannot be
   * compared without the gate, so that building an index on it, or checking a foreign key, waits.
   */
  static final String FUNCTIONS =
      """
      CREATE FUNCTION gate(value int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
      BEGIN
        IF current_setting('gate.stops', true) = 'here' THEN
          PERFORM pg_advisory_xact_lock_shared(4711);
        END IF;
        RETURN value;
      END $$;
      CREATE FUNCTION gated_order(a int, b int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
      BEGIN
        RETURN btint4cmp(public.gate(a), b);
      END $$;
      CREATE OPERATOR CLASS gated_ops FOR TYPE int USING btree AS
        OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
        FUNCTION 1 gated_order(int, int);
      CREATE TYPE slow AS RANGE (subtype = int, subtype_opclass = gated_ops);
      """;

  private final Connection holder;
  private boolean closed;

  Gate(Connection holder) {
    this.holder = holder;
  }

  boolean isClosed() {
    return closed;
  }

  void close() throws SQLException {
    execute("SELECT pg_advisory_lock(4711)");
    closed = true;
  }

  void open() throws SQLException {
    if (closed) {
      execute("SELECT pg_advisory_unlock(4711)");
      closed = false;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = holder.createStatement()) {
      statement.execute(sql);
    }
  }
}
