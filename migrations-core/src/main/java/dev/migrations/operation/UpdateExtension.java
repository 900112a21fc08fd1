package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Brings an extension to another version by the scripts that it comes with; what they lock, they
 * alone know. Few extensions come with scripts for the way back: {@code
 * pg_extension_update_paths('…')} lists them.
 *
 * @param extension its name
 * @param version the version, or {@code null} for the server's default one
 * @param from the version before, or {@code null} when it is not known
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterextension.html">PostgreSQL: ALTER
 *     EXTENSION, UPDATE</a>
 * @since 0.1.0
 */
public record UpdateExtension(String extension, @Nullable String version, @Nullable String from)
    implements Operation {

  /** Starts the update. */
  public static Builder builder(String extension) {
    return new Builder(extension);
  }

  /** To the server's default version, unless one is given. */
  public static final class Builder implements OperationBuilder {
    private final String extension;
    private @Nullable String version;
    private @Nullable String from;

    private Builder(String extension) {
      this.extension = extension;
    }

    /** The version that it is brought to. */
    public Builder to(String newVersion) {
      this.version = newVersion;
      return this;
    }

    /** The version before, so that the update can be undone where the extension has a way back. */
    public Builder from(String former) {
      this.from = former;
      return this;
    }

    @Override
    public UpdateExtension build() {
      return new UpdateExtension(extension, version, from);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER EXTENSION "
            + SqlNames.quote(extension)
            + " UPDATE"
            + (version == null ? "" : " TO " + SqlLiterals.quote(version)));
  }

  @Override
  public Reversal reversal() {
    return from == null
        ? Reversal.impossible(
            "the version before is not known; give it with from(…) where the extension has a way"
                + " back to it")
        : Reversal.by(new UpdateExtension(extension, from, version));
  }

  @Override
  public String summary() {
    return "update extension " + extension + (version == null ? "" : " to " + version);
  }
}
