package dev.migrations.benchmarks;

/** What the scripts that are measured look like. */
public enum ScriptShape {
  /** Short statements, as most revisions have them. */
  STATEMENTS {
    @Override
    String piece(int number) {
      return """
          CREATE TABLE t%1$d (id bigint GENERATED ALWAYS AS IDENTITY, name text DEFAULT 'it''s', "at" timestamptz);
          CREATE INDEX ix_t%1$d ON t%1$d ("at");
          """
          .formatted(number);
    }
  },

  /** Semicolons that end nothing: in dollar quotes, in bodies, in comments that are nested. */
  FUNCTIONS {
    @Override
    String piece(int number) {
      return """
          /* what it does; /* and why; */ */
          CREATE FUNCTION f%1$d(a int) RETURNS int LANGUAGE plpgsql AS $body$
          BEGIN
            -- a comment; in the body
            a := a + 1;
            RETURN (SELECT count(*) FROM t WHERE name = 'a;b' AND id > a);
          END;
          $body$;
          CREATE FUNCTION g%1$d(a int) RETURNS int LANGUAGE sql
          BEGIN ATOMIC
            SELECT CASE WHEN a > 1 THEN 1 ELSE E'\\';' END;
            SELECT a;
          END;
          """
          .formatted(number);
    }
  },

  /** Rows below a {@code COPY}. */
  ROWS {
    @Override
    String piece(int number) {
      return """
          COPY t (id, name) FROM stdin;
          %1$d\tone; two
          %1$d\tthree\\tfour
          %1$d\t\\N
          \\.
          """
          .formatted(number);
    }
  };

  /** A script of at least so many characters. */
  String script(int length) {
    StringBuilder script = new StringBuilder(length);
    for (int number = 1; script.length() < length; number++) {
      script.append(piece(number));
    }
    return script.toString();
  }

  abstract String piece(int number);
}
