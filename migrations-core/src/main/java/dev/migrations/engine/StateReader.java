package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlNames;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the state of a database: one query, unless the tables are not there yet. */
final class StateReader {

  private static final String SESSION =
      PgCatalog.sql(
              """
              current_schema() AS current_schema, pg_is_in_recovery() AS standby,
              pg_backend_pid() AS backend,
              current_setting('role') AS role, current_setting('search_path') AS search_path,
              current_setting('lock_timeout') AS lock_timeout,
              current_setting('statement_timeout') AS statement_timeout,
              """)
          + RunSettings.columns();

  private static final String FINGERPRINTS =
      PgCatalog.sql(
          """
          SELECT ARRAY[coalesce(bit_xor(fingerprint), 0)::text]
              || array_agg(revision) FILTER (WHERE fingerprint IS NULL)
            FROM (%s) AS applied""");

  private static final String NO_FINGERPRINTS = "SELECT CAST(NULL AS pg_catalog.text[])";

  /** Most databases have one version row, and to decode an array takes a cold JVM 20 ms. */
  private static final String QUERY =
      PgCatalog.sql(
          """
          SELECT %s,
            CASE WHEN row_count = 1 THEN only_row END AS revision,
            CASE WHEN row_count > 1 THEN all_rows END AS revisions,
            settled_at @> all_rows AND settled_at <@ all_rows AS settled,
            CASE WHEN settled_at IS NULL THEN (%s) END AS fingerprints,
            (SELECT array_agg(ARRAY[revision, direction, unit::text, checksum,
                to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                (duration_ms IS NOT NULL)::text, index_name, position::text,
                coalesce(rows_done, 0)::text, undo] ORDER BY unit)
              FROM %s) AS journal
          FROM (SELECT count(*) AS row_count, min(revision) AS only_row, array_agg(revision) AS all_rows,
              (SELECT CASE WHEN inventory = %s THEN rows_after END
                FROM %s ORDER BY id DESC LIMIT 1) AS settled_at
            FROM %s) AS newest""");

  private final @Nullable String configuredSchema;

  StateReader(@Nullable String configuredSchema) {
    this.configuredSchema = configuredSchema;
  }

  DatabaseState read(Connection connection) throws SQLException {
    return read(connection, FINGERPRINTS, OptionalLong.empty());
  }

  /** The state but for its fingerprints, for which the server looks at all that is applied. */
  DatabaseState readWithoutFingerprints(Connection connection) throws SQLException {
    return read(connection, NO_FINGERPRINTS, OptionalLong.empty());
  }

  /**
   * The state, and whether it is settled; without fingerprints then.
   *
   * @param inventory what the application has
   */
  DatabaseState read(Connection connection, OptionalLong inventory) throws SQLException {
    return read(connection, FINGERPRINTS, inventory);
  }

  private DatabaseState read(Connection connection, String fingerprints, OptionalLong inventory)
      throws SQLException {
    DatabaseState state = readTables(connection, configuredSchema, fingerprints, inventory);
    if (state != null) {
      return state;
    }
    DatabaseState session = readSession(connection);
    if (TableTrust.exist(connection, session.schema())) {
      // A name without a schema led elsewhere, or another instance has made them meanwhile.
      state = readTables(connection, session.schema(), fingerprints, inventory);
    }
    return state == null ? session : state;
  }

  /** The state, or {@code null} when the tables are not there or must not be touched. */
  private static @Nullable DatabaseState readTables(
      Connection connection, @Nullable String schema, String fingerprints, OptionalLong inventory)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TableTrust.guard(schema) + ";\n" + query(schema, fingerprints, inventory));
      statement.getMoreResults();
      try (ResultSet result = statement.getResultSet()) {
        result.next();
        return state(result, schema == null ? result.getString("current_schema") : schema, true);
      }
    } catch (SQLException ex) {
      if (TableTrust.isRefused(ex) || SqlStates.isMissingTable(ex)) {
        return null;
      }
      throw ex;
    }
  }

  private DatabaseState readSession(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT " + SESSION)) {
      result.next();
      String schema =
          configuredSchema == null ? result.getString("current_schema") : configuredSchema;
      if (schema == null) {
        throw new NoSchemaException(result.getString("search_path"));
      }
      return state(result, schema, false);
    }
  }

  private static String query(
      @Nullable String schema, String fingerprints, OptionalLong inventory) {
    String prefix = schema == null ? "" : SqlNames.quote(schema) + ".";
    return QUERY.formatted(
        SESSION,
        fingerprints.formatted(RecordedReader.query(prefix + Tables.HISTORY)),
        prefix + Tables.JOURNAL,
        inventory.isPresent() ? Long.toString(inventory.getAsLong()) : "NULL",
        prefix + Tables.HISTORY,
        prefix + Tables.REVISION);
  }

  private static DatabaseState state(ResultSet result, String schema, boolean tablesExist)
      throws SQLException {
    int backend = result.getInt("backend");
    SessionDefaults session =
        SessionDefaults.found(
            result.getString("role"),
            result.getString("search_path"),
            result.getString("lock_timeout"),
            result.getString("statement_timeout"),
            RunSettings.found(result),
            new SessionGuard(backend, schema));
    boolean standby = result.getBoolean("standby");
    if (!tablesExist) {
      return new DatabaseState(
          schema, false, standby, backend, List.of(), Fingerprints.NONE, false, List.of(), session);
    }
    String only = result.getString("revision");
    return new DatabaseState(
        schema,
        true,
        standby,
        backend,
        only == null ? List.of(strings(result.getArray("revisions"))) : List.of(only),
        fingerprints(strings(result.getArray("fingerprints"))),
        result.getBoolean("settled"),
        Stream.of(rows(result.getArray("journal"))).map(StateReader::journalEntry).toList(),
        session);
  }

  private static Fingerprints fingerprints(String[] combinedAndWithout) {
    if (combinedAndWithout.length == 0) {
      return Fingerprints.NONE;
    }
    List<String> all = List.of(combinedAndWithout);
    return new Fingerprints(Long.parseLong(all.get(0)), Set.copyOf(all.subList(1, all.size())));
  }

  private static JournalEntry journalEntry(String[] row) {
    return new JournalEntry(
        row[0],
        Codes.direction(row[1]),
        Integer.parseInt(row[2]),
        row[3],
        Instant.parse(row[4]),
        Boolean.parseBoolean(row[5]),
        row[6],
        row[7],
        Long.parseLong(row[8]),
        row[9]);
  }

  private static String[] strings(@Nullable Array array) throws SQLException {
    return array == null ? new String[0] : (String[]) array.getArray();
  }

  private static String[][] rows(@Nullable Array array) throws SQLException {
    return array == null ? new String[0][] : (String[][]) array.getArray();
  }
}
