package dev.migrations.command;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.StampReport;
import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes a base revision and marks it as applied: both or neither. */
final class BaseWriter {

  private final Migrations migrations;

  BaseWriter(Migrations migrations) {
    this.migrations = migrations;
  }

  void writeAndStamp(AdoptionPlan plan) {
    Path file = Objects.requireNonNull(plan.file());
    NewFile.write(file, Objects.requireNonNull(plan.text()));
    try {
      stamp(plan.base(), file);
    } catch (MigrationsException failure) {
      explain(plan.base(), file, failure);
    } catch (RuntimeException | Error failure) {
      try {
        undo(plan.base(), file);
      } catch (IOException | RuntimeException | Error ex) {
        failure.addSuppressed(left(plan.base(), file, ex));
      }
      throw failure;
    }
  }

  private void stamp(String base, Path file) {
    String folder = String.valueOf(file.toAbsolutePath().getParent());
    RevisionScripts scripts =
        RevisionScripts.load(
            List.of(Path.of(folder).toUri().toString()), List.of(), getClass().getClassLoader());
    StampReport report = migrations.with(scripts).stampFromBase(base);
    if (report.isEmpty()) {
      throw new MigrationsException(
          "Someone else has brought the database to %s meanwhile."
              .formatted(String.join(", ", report.rowsAfter())),
          "Run the command again to see what it does now.");
    }
  }

  private void explain(String base, Path file, MigrationsException failure) {
    try {
      if (!undo(base, file)) {
        return;
      }
    } catch (IOException | RuntimeException | Error ex) {
      failure.addSuppressed(ex);
      throw left(base, file, failure);
    }
    throw new AdoptionFailedException(
        "The base revision could not be marked as applied, and its file was removed again: "
            + failure.description(),
        failure.action(),
        failure);
  }

  /**
   * The file goes, unless the database knows its revision: a commit can fail after it is done.
   *
   * @return whether the file is gone
   */
  private boolean undo(String base, Path file) throws IOException {
    if (migrations.status().current().contains(base)) {
      return false;
    }
    Files.delete(file);
    return true;
  }

  private static AdoptionFailedException left(String base, Path file, Throwable cause) {
    return new AdoptionFailedException(
        "%s was written, and may not be marked as applied: %s"
            .formatted(
                file, cause instanceof MigrationsException known ? known.description() : cause),
        "Look at the database with the command current: if it is at %s, all is done; if not, delete the file and run adopt again."
            .formatted(base),
        cause);
  }
}
