package dev.migrations.script;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.graph.RevisionNode;
import dev.migrations.operation.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** A revision in a class, of which there is one instance from the first time it is asked for. */
final class JavaRevision extends ChecksummedScript {

  private final Supplier<Migration> migration;

  JavaRevision(RevisionNode node, String message, Supplier<Migration> migration) {
    super(node, message);
    this.migration = SingletonSupplier.of(migration);
  }

  @Override
  public List<Operation> operations(Direction direction) {
    Migration revision = migration.get();
    Operations op = new Operations();
    try {
      if (direction == Direction.UPGRADE) {
        revision.upgrade(op);
      } else {
        revision.downgrade(op);
      }
      return op.recorded();
    } catch (MigrationsException ex) {
      throw new MigrationsException(where(direction) + ": " + ex.description(), ex.action(), ex);
    } catch (RuntimeException ex) {
      throw new MigrationsException(
          where(direction) + " threw " + ex + place(revision, ex), "Correct the class.", ex);
    }
  }

  /** The line of the class itself: whoever reports the failure may leave the stack trace out. */
  private static String place(Migration revision, RuntimeException failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().equals(revision.getClass().getName()))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
  }

  private String where(Direction direction) {
    return "The %s of revision %s (%s)"
        .formatted(direction.name().toLowerCase(Locale.ROOT), node().id(), node().origin());
  }
}
