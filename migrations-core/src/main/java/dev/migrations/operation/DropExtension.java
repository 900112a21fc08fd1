package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Drops an extension with all objects that belong to it. With {@code CASCADE} columns and indexes
 * that use them go as well, under {@code ACCESS EXCLUSIVE} on their tables.
 *
 * @param extension its name
 * @param ifExists whether it is no error when there is none
 * @param cascade whether what depends on its objects goes as well
 * @param definition how it is installed again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropextension.html">PostgreSQL: DROP
 *     EXTENSION</a>
 * @since 0.1.0
 */
public record DropExtension(
    String extension, boolean ifExists, boolean cascade, @Nullable CreateExtension definition)
    implements Operation {

  /** Starts the dropping of an extension. */
  public static Builder builder(String extension) {
    return new Builder(extension);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final String extension;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable CreateExtension definition;

    private Builder(String extension) {
      this.extension = extension;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** What depends on its objects goes as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /**
     * How the extension was installed, so that dropping it can be undone; see {@link
     * CreateExtension#extension}.
     */
    public Builder definition(CreateExtension.Builder former) {
      this.definition = former.build();
      return this;
    }

    @Override
    public DropExtension build() {
      return new DropExtension(extension, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "DROP EXTENSION "
            + (ifExists ? "IF EXISTS " : "")
            + SqlNames.quote(extension)
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible(
            "how the extension was installed is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop extension " + extension;
  }
}
