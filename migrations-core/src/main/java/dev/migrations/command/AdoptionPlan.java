package dev.migrations.command;

import dev.migrations.engine.ExistingDatabase;
import dev.migrations.script.Predecessor;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What adopting a database would do.
 *
 * @param step what would be done
 * @param database the database as it was found
 * @param base the id of the base revision that stands for it
 * @param adopts the position that the base stands for
 * @param file where the base would be written; {@code null} when the application has it already
 * @param text the text of that file; when the application has the base and a dump was given, what
 *     its file would be with that dump; {@code null} otherwise
 * @param leftOut what of the dump is left out, a line each
 * @since 0.1.0
 */
public record AdoptionPlan(
    Step step,
    ExistingDatabase database,
    String base,
    Predecessor adopts,
    @Nullable Path file,
    @Nullable String text,
    List<String> leftOut) {

  public AdoptionPlan {
    leftOut = List.copyOf(leftOut);
  }

  /** What is to be done. */
  public enum Step {
    /** Write the base revision into the source tree, and mark it as applied. */
    WRITE_AND_STAMP,
    /** Mark the base revision, which the application has, as applied. */
    STAMP,
    /** Nothing: it is marked as applied already. */
    NOTHING
  }
}
