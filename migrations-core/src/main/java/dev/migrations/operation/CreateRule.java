package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Creates a rule, which rewrites statements on a table or view. Takes {@code ACCESS EXCLUSIVE} on
 * it for a moment, which stops reads and writes.
 *
 * @param name its name
 * @param table its table or view
 * @param event the statement that it rewrites: {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param where the condition on which it does, as SQL, or {@code null}
 * @param instead whether the statement itself is not carried out
 * @param command what is carried out, as SQL: {@code NOTHING}, a statement, or several in
 *     parentheses
 * @see <a href="https://www.postgresql.org/docs/current/sql-createrule.html">PostgreSQL: CREATE
 *     RULE</a>
 * @since 0.1.0
 */
public record CreateRule(
    String name,
    QualifiedName table,
    TriggerEvent.Kind event,
    @Nullable String where,
    boolean instead,
    String command)
    implements Operation {

  /**
   * Checks the rule.
   *
   * @throws MigrationsException when the command is not one statement, or several in parentheses,
   *     or the event is {@code TRUNCATE}
   */
  public CreateRule {
    command = SqlBody.of(command, "rule " + name + " on " + table);
    if (event == TriggerEvent.Kind.TRUNCATE) {
      throw new MigrationsException(
          "Rule " + name + " on " + table + " rewrites TRUNCATE, which PostgreSQL cannot.",
          "Use a trigger.");
    }
  }

  /** Starts a rule. */
  public static Builder builder(String name, QualifiedName table) {
    return new Builder(name, table);
  }

  /** A rule, for {@link ReplaceRule} and {@link DropRule.Builder#definition}. */
  public static Builder rule(String name, String table) {
    return new Builder(name, QualifiedName.parse(table));
  }

  /** The event and what is done must be said. */
  public static final class Builder implements OperationBuilder {
    private final String name;
    private final QualifiedName table;
    private TriggerEvent.@Nullable Kind event;
    private @Nullable String where;
    private boolean instead;
    private @Nullable String command;

    private Builder(String name, QualifiedName table) {
      this.name = name;
      this.table = table;
    }

    /** Rewrites inserts. */
    public Builder onInsert() {
      this.event = TriggerEvent.Kind.INSERT;
      return this;
    }

    /** Rewrites updates. */
    public Builder onUpdate() {
      this.event = TriggerEvent.Kind.UPDATE;
      return this;
    }

    /** Rewrites deletes. */
    public Builder onDelete() {
      this.event = TriggerEvent.Kind.DELETE;
      return this;
    }

    /** Only where this holds, as SQL over {@code old} and {@code new}. */
    public Builder where(String condition) {
      this.where = condition;
      return this;
    }

    /** Carries this out besides, as SQL: a statement, or several in parentheses. */
    public Builder doAlso(String sql) {
      this.instead = false;
      this.command = sql;
      return this;
    }

    /** Carries this out in its place, as SQL: a statement, or several in parentheses. */
    public Builder doInstead(String sql) {
      this.instead = true;
      this.command = sql;
      return this;
    }

    /** Carries out nothing in its place. */
    public Builder doInsteadNothing() {
      return doInstead("NOTHING");
    }

    @Override
    public CreateRule build() {
      if (event == null || command == null) {
        throw new MigrationsException(
            "Rule " + name + " on " + table + " does not say what it rewrites and by what.",
            "Call onInsert(), onUpdate() or onDelete(), and doAlso(…) or doInstead(…).");
      }
      return new CreateRule(name, table, event, where, instead, command);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    write("CREATE RULE ", units);
  }

  void write(String create, UnitWriter units) {
    units.sql(
        create
            + SqlNames.quote(name)
            + " AS ON "
            + event
            + " TO "
            + table.sql()
            + (where == null ? "" : " WHERE " + where)
            + (instead ? " DO INSTEAD " : " DO ALSO ")
            + command);
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropRule(name, table, false, false, this));
  }

  @Override
  public String summary() {
    return "create rule " + name + " on " + table;
  }
}
