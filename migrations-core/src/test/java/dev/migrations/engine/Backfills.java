package dev.migrations.engine;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A revision that a test writes, and the engine that runs it. */
final class Backfills {

  private Backfills() {}

  @Revision(id = "b1", message = "Backfill")
  private static final class Written implements Migration {
    private final Consumer<Operations> change;

    Written(Consumer<Operations> change) {
      this.change = change;
    }

    @Override
    public void change(Operations op) {
      change.accept(op);
    }
  }

  static RevisionScripts scripts(Consumer<Operations> change) {
    return RevisionScripts.load(
        List.of(), List.of(new Written(change)), Backfills.class.getClassLoader());
  }

  static Migrations on(TestDatabase db, Consumer<Operations> change) {
    return on(db.dataSource(), change);
  }

  static Migrations on(
      DataSource dataSource, Consumer<Operations> change, MigrationsListener... listeners) {
    return new Migrations(
        dataSource,
        scripts(change),
        // So that a run that is broken off ends there.
        SqlRevisions.settings().withReconnectWait(Duration.ZERO),
        List.of(listeners));
  }
}
