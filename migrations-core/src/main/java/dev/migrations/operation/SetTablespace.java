package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Moves a table or an index to another tablespace. Takes {@code ACCESS EXCLUSIVE} and copies it
 * under that lock, which stops all reads and writes meanwhile; so it is refused unless {@link
 * Builder#blocking} is called, or the same revision created the table. The indexes of a table stay
 * where they are.
 *
 * @param relation a table or an index
 * @param name its name
 * @param tablespace where it is stored from now on
 * @param replaces where it was stored before
 * @param blocking whether the lock is accepted
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, SET TABLESPACE</a>
 * @since 0.1.0
 */
public record SetTablespace(
    Relation relation,
    QualifiedName name,
    String tablespace,
    Former<String> replaces,
    boolean blocking)
    implements Operation {

  /** Starts the move. */
  public static Builder builder(Relation relation, QualifiedName name, String tablespace) {
    return new Builder(relation, name, tablespace);
  }

  /** Refused on what is in use unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final Relation relation;
    private final QualifiedName name;
    private final String tablespace;
    private Former<String> replaces = Former.unknown();
    private boolean blocking;

    private Builder(Relation relation, QualifiedName name, String tablespace) {
      this.relation = relation;
      this.name = name;
      this.tablespace = tablespace;
    }

    /** Where it was stored before; {@code pg_default} unless somebody said otherwise. */
    public Builder from(String former) {
      this.replaces = Former.of(former);
      return this;
    }

    /** Accepts that all reads and writes stop while it is copied. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public SetTablespace build() {
      return new SetTablespace(relation, name, tablespace, replaces, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (blocking || units.isNew(name)) {
      units.sql(
          "ALTER %s %s SET TABLESPACE %s"
              .formatted(relation, name.sql(), SqlNames.quote(tablespace)));
    } else {
      String method = relation == Relation.TABLE ? "setTablespace" : "setIndexTablespace";
      Rewriting.refuse(this, name, method, units);
    }
  }

  @Override
  public Reversal reversal() {
    String former = replaces.value();
    return former == null
        ? Reversal.impossible("the tablespace before is not known; give it with from(…)")
        : Reversal.by(new SetTablespace(relation, name, former, Former.of(tablespace), blocking));
  }

  @Override
  public String summary() {
    return "move " + relation.text() + " " + name + " to tablespace " + tablespace;
  }
}
