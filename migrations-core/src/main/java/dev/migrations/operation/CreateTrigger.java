package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Creates a trigger. Takes {@code SHARE ROW EXCLUSIVE} on the table for a moment: writes wait,
 * reads go on.
 *
 * @param name its name
 * @param table its table or view
 * @param timing when it fires
 * @param events one or more kinds of statements that it fires on
 * @param forEachRow whether it fires for each row; otherwise once for a statement
 * @param oldTable the name by which its function reads the rows as they were, or {@code null}
 * @param newTable the name by which its function reads the rows as they are, or {@code null}
 * @param when the condition on which it fires, as SQL, or {@code null}
 * @param constraint how far a constraint trigger is deferred, or {@code null} for a plain one
 * @param referenced the table that a constraint trigger refers to, or {@code null}
 * @param function the function that it executes
 * @param arguments what the function is handed, as text
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">PostgreSQL: CREATE
 *     TRIGGER</a>
 * @since 0.1.0
 */
public record CreateTrigger(
    String name,
    QualifiedName table,
    TriggerTiming timing,
    List<TriggerEvent> events,
    boolean forEachRow,
    @Nullable String oldTable,
    @Nullable String newTable,
    @Nullable String when,
    @Nullable Deferral constraint,
    @Nullable QualifiedName referenced,
    QualifiedName function,
    List<String> arguments)
    implements Operation {

  /**
   * Checks the trigger.
   *
   * @throws MigrationsException when it fires on nothing or twice on one event, or a constraint
   *     trigger does not fire after each row
   */
  public CreateTrigger {
    events = List.copyOf(events);
    arguments = List.copyOf(arguments);
    if (events.isEmpty()) {
      throw new MigrationsException(
          "Trigger " + name + " on " + table + " fires on nothing.",
          "Call insert(), update(), delete() or truncate().");
    }
    if (events.stream().map(TriggerEvent::kind).distinct().count() < events.size()) {
      throw new MigrationsException(
          "Trigger " + name + " on " + table + " fires twice on one event.",
          "Call insert(), update(), delete() and truncate() at most once each.");
    }
    if (referenced != null && constraint == null) {
      throw new MigrationsException(
          "Trigger " + name + " on " + table + " refers to a table, and is no constraint.",
          "Call constraint() before from(…).");
    }
    if (constraint != null && (timing != TriggerTiming.AFTER || !forEachRow)) {
      throw new MigrationsException(
          "Constraint trigger " + name + " on " + table + " does not fire after each row.",
          "Call after() and forEachRow(), the only way PostgreSQL fires a constraint trigger.");
    }
  }

  /** Starts a trigger. */
  public static Builder builder(String name, QualifiedName table) {
    return new Builder(name, table);
  }

  /** A trigger, for {@link ReplaceTrigger} and {@link DropTrigger.Builder#definition}. */
  public static Builder trigger(String name, String table) {
    return new Builder(name, QualifiedName.parse(table));
  }

  /** When, on what and which function must be said; all else stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final String name;
    private final QualifiedName table;
    private @Nullable TriggerTiming timing;
    private final List<TriggerEvent> events = new ArrayList<>();
    private boolean forEachRow;
    private @Nullable String oldTable;
    private @Nullable String newTable;
    private @Nullable String when;
    private @Nullable Deferral constraint;
    private @Nullable QualifiedName referenced;
    private @Nullable QualifiedName function;
    private List<String> arguments = List.of();

    private Builder(String name, QualifiedName table) {
      this.name = name;
      this.table = table;
    }

    /** Fires before the row or the statement is carried out. */
    public Builder before() {
      this.timing = TriggerTiming.BEFORE;
      return this;
    }

    /** Fires afterwards. */
    public Builder after() {
      this.timing = TriggerTiming.AFTER;
      return this;
    }

    /** Fires instead of it: on a view, for each row. */
    public Builder insteadOf() {
      this.timing = TriggerTiming.INSTEAD_OF;
      return this;
    }

    /** Fires when rows are inserted. */
    public Builder insert() {
      events.add(new TriggerEvent(TriggerEvent.Kind.INSERT, List.of()));
      return this;
    }

    /** Fires when rows are updated, or only when the statement sets one of these columns. */
    public Builder update(String... columns) {
      events.add(new TriggerEvent(TriggerEvent.Kind.UPDATE, List.of(columns)));
      return this;
    }

    /** Fires when rows are deleted. */
    public Builder delete() {
      events.add(new TriggerEvent(TriggerEvent.Kind.DELETE, List.of()));
      return this;
    }

    /** Fires when the table is emptied by {@code TRUNCATE}. */
    public Builder truncate() {
      events.add(new TriggerEvent(TriggerEvent.Kind.TRUNCATE, List.of()));
      return this;
    }

    /** Fires for each row. */
    public Builder forEachRow() {
      this.forEachRow = true;
      return this;
    }

    /** Fires once for a statement, however many rows; so it is unless said otherwise. */
    public Builder forEachStatement() {
      this.forEachRow = false;
      return this;
    }

    /** The function reads all changed rows, as they were, by this name. */
    public Builder referencingOldTable(String transitionTable) {
      this.oldTable = transitionTable;
      return this;
    }

    /** The function reads all changed rows, as they are, by this name. */
    public Builder referencingNewTable(String transitionTable) {
      this.newTable = transitionTable;
      return this;
    }

    /** Fires only when this holds, as SQL: {@code old.total <> new.total}. */
    public Builder when(String condition) {
      this.when = condition;
      return this;
    }

    /** A constraint trigger, which fires at the end of the statement, after each row. */
    public Builder constraint() {
      this.constraint = Deferral.NOT_DEFERRABLE;
      return after().forEachRow();
    }

    /** A constraint trigger that a transaction may defer to its end. */
    public Builder deferrable() {
      constraint();
      this.constraint = Deferral.DEFERRABLE;
      return this;
    }

    /** A constraint trigger that fires at the end of the transaction. */
    public Builder initiallyDeferred() {
      constraint();
      this.constraint = Deferral.INITIALLY_DEFERRED;
      return this;
    }

    /** A constraint trigger that also refers to this table, see {@link QualifiedName#parse}. */
    public Builder from(String table) {
      this.referenced = QualifiedName.parse(table);
      return this;
    }

    /**
     * What it does.
     *
     * @param name a function that returns {@code trigger}, see {@link QualifiedName#parse}
     * @param constants what the function finds in {@code TG_ARGV}
     */
    public Builder execute(String name, String... constants) {
      this.function = QualifiedName.parse(name);
      this.arguments = List.of(constants);
      return this;
    }

    @Override
    public CreateTrigger build() {
      if (timing == null || function == null) {
        throw new MigrationsException(
            "Trigger %s on %s does not say %s."
                .formatted(
                    name,
                    table,
                    timing != null
                        ? "what it executes"
                        : function != null
                            ? "when it fires"
                            : "when it fires and what it executes"),
            "Call before(), after() or insteadOf(), and execute(…).");
      }
      return new CreateTrigger(
          name,
          table,
          timing,
          events,
          forEachRow,
          oldTable,
          newTable,
          when,
          constraint,
          referenced,
          function,
          arguments);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    write(constraint == null ? "CREATE TRIGGER " : "CREATE CONSTRAINT TRIGGER ", units);
  }

  void write(String create, UnitWriter units) {
    units.sql(
        create
            + SqlNames.quote(name)
            + " "
            + timing.sql()
            + " "
            + events.stream().map(TriggerEvent::sql).collect(Collectors.joining(" OR "))
            + " ON "
            + table.sql()
            + (referenced == null ? "" : " FROM " + referenced.sql())
            + (constraint == null ? "" : constraint.clause())
            + transitionTables()
            + (forEachRow ? " FOR EACH ROW" : " FOR EACH STATEMENT")
            + (when == null ? "" : " WHEN (" + when + ")")
            + " EXECUTE FUNCTION "
            + function.sql()
            + arguments.stream()
                .map(SqlLiterals::quote)
                .collect(Collectors.joining(", ", "(", ")")));
  }

  private String transitionTables() {
    return oldTable == null && newTable == null
        ? ""
        : " REFERENCING"
            + (oldTable == null ? "" : " OLD TABLE AS " + SqlNames.quote(oldTable))
            + (newTable == null ? "" : " NEW TABLE AS " + SqlNames.quote(newTable));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropTrigger(name, table, false, false, this));
  }

  @Override
  public String summary() {
    return "create trigger " + name + " on " + table;
  }
}
