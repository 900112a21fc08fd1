package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a rule by another of the same name. Takes {@code ACCESS EXCLUSIVE} on its table or view
 * for a moment, which stops reads and writes.
 *
 * @param rule the rule as it becomes
 * @param former the rule as it was, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-createrule.html">PostgreSQL: CREATE OR
 *     REPLACE RULE</a>
 * @since 0.1.0
 */
public record ReplaceRule(CreateRule rule, @Nullable CreateRule former) implements Operation {

  /**
   * Checks the replacement.
   *
   * @throws MigrationsException when the rule before has another name or table
   */
  public ReplaceRule {
    if (former != null
        && !(former.name().equals(rule.name()) && former.table().equals(rule.table()))) {
      throw new MigrationsException(
          "Rule %s on %s cannot replace %s on %s."
              .formatted(rule.name(), rule.table(), former.name(), former.table()),
          "Give both the same name and table.");
    }
  }

  /** Starts the replacement. */
  public static Builder builder(CreateRule.Builder rule) {
    return new Builder(rule);
  }

  /** Knows what was there before, so that the replacement can be undone. */
  public static final class Builder implements OperationBuilder {
    private final CreateRule.Builder rule;
    private CreateRule.@Nullable Builder former;

    private Builder(CreateRule.Builder rule) {
      this.rule = rule;
    }

    /** The rule before. */
    public Builder from(CreateRule.Builder rule) {
      this.former = rule;
      return this;
    }

    @Override
    public ReplaceRule build() {
      return new ReplaceRule(rule.build(), former == null ? null : former.build());
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    rule.write("CREATE OR REPLACE RULE ", units);
  }

  @Override
  public Reversal reversal() {
    return former == null
        ? Reversal.impossible("the rule before is not known; give it with from(…)")
        : Reversal.by(new ReplaceRule(former, rule));
  }

  @Override
  public String summary() {
    return "replace rule " + rule.name() + " on " + rule.table();
  }
}
