package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Installs an extension in the database. Locks no table that is there. One that is not trusted
 * needs a superuser.
 *
 * @param extension its name
 * @param schema the schema of its objects, or {@code null} for the current one
 * @param version its version, or {@code null} for the server's default one
 * @param ifNotExists whether an extension of that name is left as it is, in whichever version
 * @param cascade whether extensions that it needs are installed as well
 * @see <a href="https://www.postgresql.org/docs/current/sql-createextension.html">PostgreSQL:
 *     CREATE EXTENSION</a>
 * @since 0.1.0
 */
public record CreateExtension(
    String extension,
    @Nullable String schema,
    @Nullable String version,
    boolean ifNotExists,
    boolean cascade)
    implements Operation {

  /** Starts an extension. */
  public static Builder builder(String extension) {
    return new Builder(extension);
  }

  /** An extension, for {@link DropExtension.Builder#definition}. */
  public static Builder extension(String extension) {
    return new Builder(extension);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final String extension;
    private @Nullable String schema;
    private @Nullable String version;
    private boolean ifNotExists;
    private boolean cascade;

    private Builder(String extension) {
      this.extension = extension;
    }

    /** The schema of its objects. */
    public Builder schema(String name) {
      this.schema = name;
      return this;
    }

    /** Its version, {@code 1.6}. */
    public Builder version(String number) {
      this.version = number;
      return this;
    }

    /** An extension of that name is left as it is, in whichever version. */
    public Builder ifNotExists() {
      this.ifNotExists = true;
      return this;
    }

    /** Extensions that it needs are installed as well; the reverse leaves them. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    @Override
    public CreateExtension build() {
      return new CreateExtension(extension, schema, version, ifNotExists, cascade);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "CREATE EXTENSION "
            + (ifNotExists ? "IF NOT EXISTS " : "")
            + SqlNames.quote(extension)
            + (schema == null ? "" : " SCHEMA " + SqlNames.quote(schema))
            + (version == null ? "" : " VERSION " + SqlLiterals.quote(version))
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return ifNotExists
        ? Reversal.impossible("the extension may have been there before")
        : Reversal.by(new DropExtension(extension, false, false, this));
  }

  @Override
  public String summary() {
    return "create extension " + extension;
  }
}
