package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.command.Adoption;
import dev.migrations.engine.Migrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adopts a database of another tool where the base revision stands for it, and upgrades then. */
final class AdoptingStrategy implements MigrationsStrategy {

  private static final Logger log = LoggerFactory.getLogger(AdoptingStrategy.class);

  private final String target;

  AdoptingStrategy(String target) {
    this.target = target;
  }

  @Override
  public void migrate(Migrations migrations) {
    if (new Adoption(migrations).adoptAtBoot()) {
      migrations
          .scripts()
          .adoptingBase()
          .ifPresent(
              base ->
                  log.info(
                      "Adopted the database at {}: {} counts as applied", base.adopts(), base));
    }
    migrations.upgrade(target);
  }
}
