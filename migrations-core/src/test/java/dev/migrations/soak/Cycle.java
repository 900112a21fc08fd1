package dev.migrations.soak;

import static dev.migrations.soak.Part.code;
import static dev.migrations.soak.Part.sql;

import java.util.List;

/** What comes again and again in a long history: a table, and what becomes of it over the years. */
final class Cycle {

  private static final String FUNCTION =
      """
      CREATE FUNCTION name_of_NNNNN(wanted bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN (SELECT name FROM entry_NNNNN WHERE id = wanted); -- none when there is none
      END $$;""";

  /** So long that a few of them, were they kept, would be seen. */
  private static final String MANY_TAGS = "a tag, ".repeat(25_000);

  static final List<Part> PARTS =
      List.of(
          // 0: behind the last one of this line, which is before that of the other line.
          sql(
              -2,
              """
              CREATE TABLE entry_NNNNN (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                name text NOT NULL,
                created_at timestamptz NOT NULL DEFAULT now()
              );
              CREATE INDEX ix_entry_NNNNN_created_at ON entry_NNNNN (created_at);""",
              "DROP TABLE entry_NNNNN;"),
          sql(
              0,
              "INSERT INTO entry_NNNNN (name) SELECT 'entry ' || n FROM generate_series(1, 20) AS n;",
              "DELETE FROM entry_NNNNN;"),
          addColumn(1, "note text"),
          code(2, "Backfill"),
          code(3, "Require"),
          sql(
              4,
              "CREATE INDEX CONCURRENTLY ix_entry_NNNNN_name ON entry_NNNNN (name);",
              "DROP INDEX CONCURRENTLY ix_entry_NNNNN_name;"),
          addColumn(5, "amount numeric(12, 2) DEFAULT 0"),
          code(6, "Fill"),
          sql(
              7,
              "CREATE VIEW noted_NNNNN AS SELECT id, note FROM entry_NNNNN WHERE note LIKE 'about%';",
              "DROP VIEW noted_NNNNN;"),
          // 9: two branches, and the merge of both.
          sql(8, FUNCTION, "DROP FUNCTION name_of_NNNNN(bigint);"),
          addColumn(9, "a1 integer"),
          addColumn(10, "a2 integer"),
          sql(
              11,
              "UPDATE entry_NNNNN SET a1 = 1, a2 = 2;",
              "UPDATE entry_NNNNN SET a1 = NULL, a2 = NULL;"),
          addColumn(9, "b1 text"),
          sql(13, "CREATE TYPE mood_NNNNN AS ENUM ('well', 'so so');", "DROP TYPE mood_NNNNN;"),
          addColumn(14, "mood mood_NNNNN"),
          new Part.Sql(List.of(12, 15), "", "", ""),
          // 17
          sql(
              16,
              "ALTER TABLE entry_NNNNN ADD CONSTRAINT ck_entry_NNNNN CHECK (amount >= 0) NOT VALID;"
                  + "\nALTER TABLE entry_NNNNN VALIDATE CONSTRAINT ck_entry_NNNNN;",
              "ALTER TABLE entry_NNNNN DROP CONSTRAINT ck_entry_NNNNN;"),
          sql(
              17,
              "COMMENT ON TABLE entry_NNNNN IS 'Entries; each has a name, and a note about it';",
              "COMMENT ON TABLE entry_NNNNN IS NULL;"),
          addColumn(18, "tags text[]"),
          sql(
              19,
              "UPDATE entry_NNNNN SET tags = ARRAY['" + MANY_TAGS + "'] WHERE name = 'entry 1';",
              "UPDATE entry_NNNNN SET tags = NULL;"),
          sql(
              20,
              "CREATE TABLE item_NNNNN (entry_id bigint REFERENCES entry_NNNNN, place integer,"
                  + " PRIMARY KEY (entry_id, place));",
              "DROP TABLE item_NNNNN;"),
          sql(
              21,
              "INSERT INTO item_NNNNN SELECT id, 1 FROM entry_NNNNN;",
              "DELETE FROM item_NNNNN;"),
          sql(
              22,
              "ALTER TABLE item_NNNNN RENAME COLUMN place TO position;",
              "ALTER TABLE item_NNNNN RENAME COLUMN position TO place;"),
          // 24: a line of its own, with a base of its own.
          new Part.Sql(
              List.of(-1),
              "-- depends-on: soakFFFFFFFF\n",
              "CREATE TABLE audit_NNNNN (entry_id bigint REFERENCES entry_NNNNN);",
              "DROP TABLE audit_NNNNN;"));

  private Cycle() {}

  private static Part addColumn(int after, String column) {
    return sql(
        after,
        "ALTER TABLE entry_NNNNN ADD COLUMN %s;".formatted(column),
        "ALTER TABLE entry_NNNNN DROP COLUMN %s;"
            .formatted(column.substring(0, column.indexOf(' '))));
  }
}
