package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a trigger by another of the same name. Takes {@code SHARE ROW EXCLUSIVE} on the table
 * for a moment: writes wait, reads go on. A constraint trigger PostgreSQL cannot replace; it is
 * dropped and created in one transaction, which takes {@code ACCESS EXCLUSIVE}: reads wait as well.
 *
 * @param trigger the trigger as it becomes
 * @param former the trigger as it was, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">PostgreSQL: CREATE
 *     OR REPLACE TRIGGER</a>
 * @since 0.1.0
 */
public record ReplaceTrigger(CreateTrigger trigger, @Nullable CreateTrigger former)
    implements Operation {

  /**
   * Checks the replacement.
   *
   * @throws MigrationsException when the trigger before has another name or table
   */
  public ReplaceTrigger {
    if (former != null
        && !(former.name().equals(trigger.name()) && former.table().equals(trigger.table()))) {
      throw new MigrationsException(
          "Trigger %s on %s cannot replace %s on %s."
              .formatted(trigger.name(), trigger.table(), former.name(), former.table()),
          "Give both the same name and table.");
    }
  }

  /** Starts the replacement. */
  public static Builder builder(CreateTrigger.Builder trigger) {
    return new Builder(trigger);
  }

  /** Knows what was there before, so that the replacement can be undone. */
  public static final class Builder implements OperationBuilder {
    private final CreateTrigger.Builder trigger;
    private CreateTrigger.@Nullable Builder former;

    private Builder(CreateTrigger.Builder trigger) {
      this.trigger = trigger;
    }

    /** The trigger before. */
    public Builder from(CreateTrigger.Builder trigger) {
      this.former = trigger;
      return this;
    }

    @Override
    public ReplaceTrigger build() {
      return new ReplaceTrigger(trigger.build(), former == null ? null : former.build());
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (trigger.constraint() != null || (former != null && former.constraint() != null)) {
      new DropTrigger(trigger.name(), trigger.table(), false, false, null).writeTo(units);
      trigger.writeTo(units);
    } else {
      trigger.write("CREATE OR REPLACE TRIGGER ", units);
    }
  }

  @Override
  public Reversal reversal() {
    return former == null
        ? Reversal.impossible("the trigger before is not known; give it with from(…)")
        : Reversal.by(new ReplaceTrigger(former, trigger));
  }

  @Override
  public String summary() {
    return "replace trigger " + trigger.name() + " on " + trigger.table();
  }
}
