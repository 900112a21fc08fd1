package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sets and resets storage parameters of a table or an index. Takes {@code SHARE UPDATE EXCLUSIVE},
 * which lets reads and writes pass; a few of tables, such as {@code user_catalog_table}, take
 * {@code ACCESS EXCLUSIVE}. What is stored already stays as it is.
 *
 * @param relation a table or an index
 * @param name its name
 * @param set the parameters that are set
 * @param reset the names of those that go back to their default
 * @param replaces those of them that were set before, with their values
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, SET/RESET storage_parameter</a>
 * @since 0.1.0
 */
public record AlterStorageParameters(
    Relation relation,
    QualifiedName name,
    StorageParameters set,
    List<String> reset,
    Former<StorageParameters> replaces)
    implements Operation {

  /**
   * Checks the parameters.
   *
   * @throws MigrationsException when there is none
   */
  public AlterStorageParameters {
    reset = List.copyOf(reset);
    if (set.isEmpty() && reset.isEmpty()) {
      throw new MigrationsException(
          "No storage parameter of " + relation.text() + " '" + name + "' is named.",
          "Complete it: set(\"fillfactor\", 70) or reset(\"fillfactor\").");
    }
  }

  /** Starts the change. */
  public static Builder builder(Relation relation, QualifiedName name) {
    return new Builder(relation, name);
  }

  /** Knows what was set before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final Relation relation;
    private final QualifiedName name;
    private StorageParameters set = StorageParameters.NONE;
    private final List<String> reset = new ArrayList<>();
    private StorageParameters former = StorageParameters.NONE;
    private boolean known;

    private Builder(Relation relation, QualifiedName name) {
      this.relation = relation;
      this.name = name;
    }

    /**
     * Sets a parameter, see {@link StorageParameters#with}.
     *
     * @param parameter such as {@code fillfactor} or {@code toast.autovacuum_enabled}
     * @param value a number, a boolean or text
     */
    public Builder set(String parameter, Object value) {
      this.set = set.with(parameter, value);
      return this;
    }

    /** These go back to their default. */
    public Builder reset(String... parameters) {
      reset.addAll(List.of(parameters));
      return this;
    }

    /** One of them was set before, to this value; those that are not named were not. */
    public Builder from(String parameter, Object value) {
      this.former = former.with(parameter, value);
      this.known = true;
      return this;
    }

    /** None of them was set before. */
    public Builder fromNone() {
      this.known = true;
      return this;
    }

    @Override
    public AlterStorageParameters build() {
      return new AlterStorageParameters(
          relation, name, set, reset, known ? Former.of(former) : Former.unknown());
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    String actions =
        String.join(
            ", ",
            Stream.of(
                    set.isEmpty() ? "" : "SET " + set.sql(),
                    reset.isEmpty() ? "" : "RESET " + StorageParameters.list(reset))
                .filter(action -> !action.isEmpty())
                .toList());
    units.sql("ALTER " + relation + " " + name.sql() + " " + actions);
  }

  @Override
  public Reversal reversal() {
    StorageParameters former = replaces.value();
    if (former == null) {
      return Reversal.impossible(
          "what was set before is not known; give it with from(…) or fromNone()");
    }
    List<String> notSet =
        Stream.concat(set.names().stream(), reset.stream())
            .filter(parameter -> !former.names().contains(parameter))
            .toList();
    return Reversal.by(new AlterStorageParameters(relation, name, former, notSet, Former.of(set)));
  }

  @Override
  public String summary() {
    return "alter storage parameters of " + relation.text() + " " + name;
  }
}
