package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.TestDatabase;

/** A run that is killed in each of its units once, while the unit is noted, and gone on with. */
final class Kills {

  private static final String KILL =
      """
      CREATE OR REPLACE FUNCTION kill() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.unit = %d THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
        RETURN NEW;
      END $$;
      DROP TRIGGER IF EXISTS kill ON migrations_journal;
      CREATE TRIGGER kill AFTER INSERT OR UPDATE ON migrations_journal FOR EACH ROW
        EXECUTE FUNCTION kill();
      """;

  private Kills() {}

  /** Upgrades to the head. */
  static int inEveryUnit(TestDatabase db, Migrations migrations) {
    // Makes the tables.
    assertThatThrownBy(
        () ->
            Backfills.on(
                    db,
                    op ->
                        op.run("fail", connection -> connection.createStatement().execute("oops"))
                            .reversedBy(connection -> {}))
                .upgrade("head"));
    int killed = 0;
    for (int unit = 0; db.column("SELECT revision FROM migrations_revision").isEmpty(); unit++) {
      db.execute(KILL.formatted(unit));
      try {
        migrations.upgrade("head");
      } catch (RevisionFailedException failure) {
        killed++;
      }
    }
    return killed;
  }
}
