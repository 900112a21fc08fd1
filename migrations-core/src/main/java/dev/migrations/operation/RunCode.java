package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Runs code with the connection, inside the transaction of its unit: for what needs a result from
 * the database.
 *
 * @param description what it does, for logs and plans
 * @param work the code
 * @param reverse the code that undoes it, or {@code null}
 * @since 0.1.0
 */
public record RunCode(String description, ConnectionWork work, @Nullable ConnectionWork reverse)
    implements Operation {

  /** Starts the code. */
  public static Builder builder(String description, ConnectionWork work) {
    return new Builder(description, work);
  }

  /** Knows the way back where there is one. */
  public static final class Builder implements OperationBuilder {
    private final String description;
    private final ConnectionWork work;
    private @Nullable ConnectionWork reverse;

    private Builder(String description, ConnectionWork work) {
      this.description = description;
      this.work = work;
    }

    /** The code that undoes it. */
    public Builder reversedBy(ConnectionWork undo) {
      this.reverse = undo;
      return this;
    }

    @Override
    public RunCode build() {
      return new RunCode(description, work, reverse);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.add(new Command.Code(description, work));
  }

  @Override
  public Reversal reversal() {
    return reverse == null
        ? Reversal.impossible("what undoes this code is not known; say so with reversedBy(…)")
        : Reversal.by(new RunCode("undo " + description, reverse, work));
  }

  @Override
  public String summary() {
    return "run " + description;
  }
}
