package dev.migrations.script;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.graph.RevisionNode;
import dev.migrations.operation.Irreversible;
import dev.migrations.operation.Operation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.util.ClassUtils;
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
    try {
      refuseTwoWays(revision);
      List<Operation> operations = record(revision, direction);
      if (direction == Direction.DOWNGRADE) {
        return checkedDowngrade(operations);
      }
      keep(checkedUpgrade(revision, operations), false);
      return operations;
    } catch (NoDowngradeException ex) {
      throw ex;
    } catch (MigrationsException ex) {
      String call = RecordingCall.of(ex).map(name -> ": " + name + place(revision, ex)).orElse("");
      throw new MigrationsException(
          where(direction) + call + ": " + ex.description(), ex.action(), ex);
    } catch (RuntimeException ex) {
      throw new MigrationsException(
          where(direction) + " threw " + ex + place(revision, ex), "Correct the class.", ex);
    }
  }

  @Override
  public long fingerprint() {
    return Fingerprint.of(checksum().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Operation> record(Migration revision, Direction direction) {
    Operations op = new Operations();
    if (direction == Direction.UPGRADE) {
      revision.upgrade(op);
    } else {
      revision.downgrade(op);
    }
    return op.recorded();
  }

  /** Who could not be taken back without meaning it is refused before it is applied. */
  private static List<Operation> checkedUpgrade(Migration revision, List<Operation> operations) {
    if (operations.stream().anyMatch(Irreversible.class::isInstance)) {
      throw new MigrationsException(
          "it declares irreversible in upgrade", "Declare it in downgrade, or in change.");
    }
    if (!implementsMethod(revision, "downgrade")) {
      record(revision, Direction.DOWNGRADE);
    }
    return operations;
  }

  private List<Operation> checkedDowngrade(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof Irreversible irreversible) {
        throw new NoDowngradeException(node().id(), node().origin(), irreversible.reason());
      }
    }
    return operations;
  }

  private static void refuseTwoWays(Migration revision) {
    if (implementsMethod(revision, "change")
        && (implementsMethod(revision, "upgrade") || implementsMethod(revision, "downgrade"))) {
      throw new MigrationsException(
          "it implements change, and upgrade or downgrade besides",
          "Implement either change, or upgrade and downgrade.");
    }
  }

  private static boolean implementsMethod(Migration revision, String name) {
    Method method = ClassUtils.getMethod(ClassUtils.getUserClass(revision), name, Operations.class);
    return method.getDeclaringClass() != Migration.class;
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
