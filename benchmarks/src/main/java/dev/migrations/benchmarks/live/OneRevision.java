package dev.migrations.benchmarks.live;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A revision that a benchmark writes. */
@Revision(id = "b1", message = "Measured")
final class OneRevision implements Migration {

  private final Consumer<Operations> author;

  private OneRevision(Consumer<Operations> author) {
    this.author = author;
  }

  static void run(DataSource database, Consumer<Operations> author) {
    RevisionScripts scripts =
        RevisionScripts.load(
            List.of(), List.of(new OneRevision(author)), OneRevision.class.getClassLoader());
    new Migrations(database, scripts, MigrationsSettings.defaults(), List.of()).upgrade("head");
  }

  @Override
  public void upgrade(Operations op) {
    author.accept(op);
  }

  @Override
  public void downgrade(Operations op) {
    op.irreversible("it is thrown away");
  }
}
