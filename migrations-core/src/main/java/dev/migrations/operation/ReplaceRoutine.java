package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Gives a function or procedure another body. Takes no lock that stops reads or writes; sessions
 * that run the old body finish it.
 *
 * <p>{@code CREATE OR REPLACE} keeps rights and what depends on the routine, but cannot change the
 * type that it returns or the names of its arguments; with arguments of other types it makes a
 * second routine beside the first. All that needs {@link Builder#recreate}.
 *
 * @param routine the routine as it becomes
 * @param former the routine as it was, or {@code null}
 * @param recreate whether it is dropped and created
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">PostgreSQL: CREATE
 *     FUNCTION</a>
 * @since 0.1.0
 */
public record ReplaceRoutine(
    CreateRoutine routine, @Nullable CreateRoutine former, boolean recreate) implements Operation {

  /** Starts the replacement. */
  public static Builder builder(CreateRoutine routine) {
    return new Builder(routine);
  }

  /** Knows what was there before, so that the replacement can be undone. */
  public static final class Builder implements OperationBuilder {
    private final CreateRoutine routine;
    private @Nullable CreateRoutine former;
    private boolean recreate;

    private Builder(CreateRoutine routine) {
      this.routine = routine;
    }

    /** The body before; the signature was the same. */
    public Builder from(String body) {
      this.former = new CreateRoutine(routine.kind(), routine.signature(), body);
      return this;
    }

    /** The signature and the body before; when the signature differs, {@link #recreate} as well. */
    public Builder from(String signature, String body) {
      this.former = CreateRoutine.of(routine.kind(), signature, body);
      return this;
    }

    /**
     * Drops the former routine and creates the new one, in both directions, so that its signature
     * and what it returns may change. Rights on it and comments are lost; the server refuses when
     * other objects depend on it, and names them.
     */
    public Builder recreate() {
      this.recreate = true;
      return this;
    }

    @Override
    public ReplaceRoutine build() {
      return new ReplaceRoutine(routine, former, recreate);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (recreate) {
      CreateRoutine dropped = former == null ? routine : former;
      new DropRoutine(dropped.kind(), dropped.signature(), false, false, null).writeTo(units);
      routine.write("CREATE ", units);
    } else {
      routine.write("CREATE OR REPLACE ", units);
    }
  }

  @Override
  public Reversal reversal() {
    return former == null
        ? Reversal.impossible(
            "the %s before is not known; give it with from(…)".formatted(routine.kind().word()))
        : Reversal.by(new ReplaceRoutine(former, routine, recreate));
  }

  @Override
  public String summary() {
    return "replace " + routine.kind().word() + " " + routine.signature();
  }
}
