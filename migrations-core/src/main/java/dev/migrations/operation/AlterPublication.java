package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.List;

/**
 * Adds tables and schemas to a publication, and takes others out. Takes {@code SHARE UPDATE
 * EXCLUSIVE} on each table that it names, for a moment, which lets reads and writes pass.
 *
 * @param publication its name
 * @param added what it publishes from now on
 * @param dropped what it no longer publishes, with columns and rows as they were published
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterpublication.html">PostgreSQL:
 *     ALTER PUBLICATION</a>
 * @since 0.1.0
 */
public record AlterPublication(
    String publication, List<PublicationMember> added, List<PublicationMember> dropped)
    implements Operation {

  /**
   * Checks the change.
   *
   * @throws MigrationsException when there is none
   */
  public AlterPublication {
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
    if (added.isEmpty() && dropped.isEmpty()) {
      throw new MigrationsException(
          "Nothing of publication '" + publication + "' is altered.",
          "Say what it publishes from now on with add(…), or no longer with drop(…).");
    }
  }

  /** Starts the change. */
  public static Builder builder(String publication) {
    return new Builder(publication);
  }

  /** Needs {@link #add}, {@link #drop}, or both. */
  public static final class Builder implements OperationBuilder {
    private final String publication;
    private List<PublicationMember> added = List.of();
    private List<PublicationMember> dropped = List.of();

    private Builder(String publication) {
      this.publication = publication;
    }

    /** It publishes these from now on. */
    public Builder add(PublicationMember... members) {
      this.added = List.of(members);
      return this;
    }

    /**
     * It no longer publishes these; the reverse adds them again with the columns and rows that are
     * given here.
     */
    public Builder drop(PublicationMember... members) {
      this.dropped = List.of(members);
      return this;
    }

    @Override
    public AlterPublication build() {
      return new AlterPublication(publication, added, dropped);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    PublicationMembers.require(added, this, units);
    PublicationMembers.require(dropped, this, units);
    String alter = "ALTER PUBLICATION " + SqlNames.quote(publication);
    // What is dropped goes first, so that a table can be given other columns in one operation.
    if (!dropped.isEmpty()) {
      units.sql(alter + " DROP " + PublicationMembers.names(dropped));
    }
    if (!added.isEmpty()) {
      units.sql(alter + " ADD " + PublicationMembers.published(added));
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new AlterPublication(publication, dropped, added));
  }

  @Override
  public String summary() {
    return "alter publication " + publication;
  }
}
