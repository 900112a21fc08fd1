package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Drops a publication. Locks no table. Its subscribers fail until they are told.
 *
 * @param publication its name
 * @param ifExists whether it is no error when there is none
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-droppublication.html">PostgreSQL: DROP
 *     PUBLICATION</a>
 * @since 0.1.0
 */
public record DropPublication(
    String publication, boolean ifExists, @Nullable CreatePublication definition)
    implements Operation {

  /** Starts the dropping of a publication. */
  public static Builder builder(String publication) {
    return new Builder(publication);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final String publication;
    private boolean ifExists;
    private @Nullable CreatePublication definition;

    private Builder(String publication) {
      this.publication = publication;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /**
     * What the publication was, so that dropping it can be undone; see {@link
     * CreatePublication#publication}.
     */
    public Builder definition(CreatePublication.Builder former) {
      this.definition = former.build();
      return this;
    }

    @Override
    public DropPublication build() {
      return new DropPublication(publication, ifExists, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("DROP PUBLICATION " + (ifExists ? "IF EXISTS " : "") + SqlNames.quote(publication));
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the publication was is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop publication " + publication;
  }
}
