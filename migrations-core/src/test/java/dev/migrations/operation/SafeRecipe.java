package dev.migrations.operation;

import dev.migrations.Operations;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * An operation with a road that spares reads and writes, and its plain form.
 *
 * @param name what tells it from the others
 * @param tables the tables in use
 * @param reads whether it looks at rows; one that does not may lock for a moment
 * @param readerInTheWay whether somebody is reading the tables while it runs, for whom it waits
 * @param since the first server that knows it
 * @param safe as an author writes it
 * @param blocking the same by name of its locks; {@code null} for one that has no such form
 */
@NullMarked
record SafeRecipe(
    String name,
    LiveTables tables,
    boolean reads,
    boolean readerInTheWay,
    int since,
    Consumer<Operations> safe,
    @Nullable Consumer<Operations> blocking) {

  static SafeRecipe of(String name, LiveTables tables, Consumer<Operations> safe) {
    return new SafeRecipe(name, tables, true, false, 14, safe, null);
  }

  SafeRecipe blocking(Consumer<Operations> plain) {
    return new SafeRecipe(name, tables, reads, readerInTheWay, since, safe, plain);
  }

  SafeRecipe looksAtNoRow() {
    return new SafeRecipe(name, tables, false, readerInTheWay, since, safe, blocking);
  }

  SafeRecipe whileSomebodyReads() {
    return new SafeRecipe(name, tables, reads, true, since, safe, blocking);
  }

  SafeRecipe since(int version) {
    return new SafeRecipe(name, tables, reads, readerInTheWay, version, safe, blocking);
  }

  @Override
  public String toString() {
    return name;
  }
}
