package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Enables or disables a trigger. Takes {@code SHARE ROW EXCLUSIVE} on the table for a moment:
 * writes wait, reads go on.
 *
 * @param name the trigger
 * @param table its table
 * @param firing in which sessions it fires from now on
 * @param former in which it fired before
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ENABLE TRIGGER</a>
 * @since 0.1.0
 */
public record SetTriggerFiring(
    String name, QualifiedName table, TriggerFiring firing, TriggerFiring former)
    implements Operation {

  /** Enables a trigger that was disabled. */
  public static Builder enable(String name, QualifiedName table) {
    return new Builder(name, table, TriggerFiring.ORIGIN, TriggerFiring.DISABLED);
  }

  /** Disables a trigger that was enabled as a new one is. */
  public static Builder disable(String name, QualifiedName table) {
    return new Builder(name, table, TriggerFiring.DISABLED, TriggerFiring.ORIGIN);
  }

  /** What is left out here is {@code ORIGIN} where it is enabled. */
  public static final class Builder implements OperationBuilder {
    private final String name;
    private final QualifiedName table;
    private TriggerFiring firing;
    private TriggerFiring former;

    private Builder(String name, QualifiedName table, TriggerFiring firing, TriggerFiring former) {
      this.name = name;
      this.table = table;
      this.firing = firing;
      this.former = former;
    }

    /** Fires in all sessions, those of replicas as well. */
    public Builder always() {
      this.firing = TriggerFiring.ALWAYS;
      return this;
    }

    /** Fires in the sessions of replicas only. */
    public Builder replica() {
      this.firing = TriggerFiring.REPLICA;
      return this;
    }

    /** In which sessions it fired before, which taking it back restores. */
    public Builder from(TriggerFiring before) {
      this.former = before;
      return this;
    }

    @Override
    public SetTriggerFiring build() {
      return new SetTriggerFiring(name, table, firing, former);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("ALTER TABLE " + table.sql() + " " + firing.sql() + " " + SqlNames.quote(name));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new SetTriggerFiring(name, table, former, firing));
  }

  @Override
  public String summary() {
    return (firing == TriggerFiring.DISABLED ? "disable" : "enable")
        + (" trigger " + name + " on " + table);
  }
}
