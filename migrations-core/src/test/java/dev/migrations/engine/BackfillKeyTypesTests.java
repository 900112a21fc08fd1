package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches compare a key as its index does, whatever schema its operators are in. */
@PostgresTest
class BackfillKeyTypesTests {

  @ParameterizedTest
  @ValueSource(strings = {"word", "word, number", "number, word", "mood, code", "span"})
  void eachRowIsVisitedOnce(String key, TestDatabase db) {
    assumeTrue(
        !db.column("SELECT 1 FROM pg_available_extensions WHERE name = 'citext'").isEmpty(),
        "the server has no citext");
    db.execute(
        """
        CREATE SCHEMA ext;
        CREATE EXTENSION citext SCHEMA ext;
        CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
        CREATE TABLE t (word ext.citext NOT NULL, number int NOT NULL, mood mood NOT NULL,
          code varchar(9) NOT NULL, span int4range NOT NULL, visits int DEFAULT 0);
        INSERT INTO t SELECT w || n, n, (enum_range(NULL::mood))[n %% 3 + 1], w || n, int4range(n, NULL)
          FROM generate_series(1, 40) n, unnest('{a,B,c,D,Z}'::text[]) WITH ORDINALITY AS l (w, o)
          WHERE n %% 5 + 1 = o;
        CREATE UNIQUE INDEX ON t (%s);"""
            .formatted(key));

    Backfills.on(
            db,
            op ->
                op.backfill("t")
                    .set("visits", "visits + 1")
                    .key(key.split(", "))
                    .batchSize(7)
                    .reversedByNothing())
        .upgrade("head");

    assertThat(db.column("SELECT visits || ' ' || count(*) FROM t GROUP BY visits"))
        .containsExactly("1 40");
  }
}
