package dev.migrations.spring.boot.health;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsStatus;
import dev.migrations.engine.Reaction;
import dev.migrations.engine.RevisionUnderWay;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * UP when the database is at the heads of the application; OUT_OF_SERVICE when revisions are
 * pending or half done, or when the database knows a revision that the application does not and
 * that is to be refused; DOWN when the database does not answer. One connection and one query a
 * call.
 *
 * @since 0.1.0
 */
public class MigrationsHealthIndicator extends AbstractHealthIndicator {

  private final Migrations migrations;
  private final Reaction onUnknownRevision;

  /** For the given engine, and what it does about a revision that the application does not have. */
  public MigrationsHealthIndicator(Migrations migrations, Reaction onUnknownRevision) {
    super("The database could not be asked for its revisions");
    this.migrations = migrations;
    this.onUnknownRevision = onUnknownRevision;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    MigrationsStatus status = migrations.status();
    boolean refused = !status.unknown().isEmpty() && onUnknownRevision == Reaction.FAIL;
    boolean atHead = status.pending().isEmpty() && status.underWay().isEmpty();
    if (atHead && !refused) {
      builder.up();
    } else {
      builder.outOfService();
    }
    builder.withDetail("current", status.current());
    builder.withDetail("heads", status.heads());
    builder.withDetail("pending", status.pending());
    if (!status.unknown().isEmpty()) {
      builder.withDetail("unknown", status.unknown());
    }
    if (!status.underWay().isEmpty()) {
      builder.withDetail(
          "underWay", status.underWay().stream().map(RevisionUnderWay::revision).toList());
    }
  }
}
