package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says which privileges objects have that are created later. Takes no lock on a table, and changes
 * nothing of what is there. Taken back, a grant is revoked and a revocation granted.
 *
 * @param creators the roles that create the objects; none for the current one
 * @param schemas the schemas in which they do; none for all
 * @param grant whether privileges are granted; otherwise they are revoked
 * @param privileges one or more privileges
 * @param object what they are on
 * @param roles who gets or loses them
 * @param grantOption whether they may grant them to others, or could before they are revoked
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">PostgreSQL:
 *     ALTER DEFAULT PRIVILEGES</a>
 * @since 0.1.0
 */
public record AlterDefaultPrivileges(
    List<String> creators,
    List<String> schemas,
    boolean grant,
    List<Privilege> privileges,
    DefaultPrivilegeObject object,
    List<String> roles,
    boolean grantOption)
    implements Operation {

  /**
   * Checks the change.
   *
   * @throws MigrationsException when there is no privilege or no role, or privileges on schemas are
   *     limited to schemas
   */
  public AlterDefaultPrivileges {
    creators = List.copyOf(creators);
    schemas = List.copyOf(schemas);
    privileges = Privileges.atLeastOne(privileges);
    roles = RoleNames.atLeastOne(roles, "default privileges on " + object);
    if (object == DefaultPrivilegeObject.SCHEMAS && !schemas.isEmpty()) {
      throw new MigrationsException(
          "Default privileges on schemas are limited to the schema " + schemas + ".",
          "Leave inSchema(…) out; no schema lies in another.");
    }
  }

  /** Starts a change. */
  public static Builder builder() {
    return new Builder();
  }

  /** The privileges, what they are on, and who gets or loses them must be said. */
  public static final class Builder implements OperationBuilder {
    private List<String> creators = List.of();
    private List<String> schemas = List.of();
    private boolean grant;
    private List<Privilege> privileges = List.of();
    private @Nullable DefaultPrivilegeObject object;
    private List<String> roles = List.of();
    private boolean grantOption;

    private Builder() {}

    /** Of objects that these roles create, instead of the one that runs the revision. */
    public Builder forRole(String... names) {
      this.creators = List.of(names);
      return this;
    }

    /** Of objects in these schemas, instead of all. */
    public Builder inSchema(String... names) {
      this.schemas = List.of(names);
      return this;
    }

    /** Grants privileges; {@link #to} says to whom. */
    public Builder grant(Privilege... granted) {
      this.grant = true;
      this.privileges = List.of(granted);
      return this;
    }

    /** Revokes privileges; {@link #from} says from whom. */
    public Builder revoke(Privilege... revoked) {
      this.grant = false;
      this.privileges = List.of(revoked);
      return this;
    }

    /** On tables, views and foreign tables. */
    public Builder onTables() {
      return on(DefaultPrivilegeObject.TABLES);
    }

    /** On sequences. */
    public Builder onSequences() {
      return on(DefaultPrivilegeObject.SEQUENCES);
    }

    /** On functions and procedures. */
    public Builder onRoutines() {
      return on(DefaultPrivilegeObject.ROUTINES);
    }

    /** On types and domains. */
    public Builder onTypes() {
      return on(DefaultPrivilegeObject.TYPES);
    }

    /** On schemas. */
    public Builder onSchemas() {
      return on(DefaultPrivilegeObject.SCHEMAS);
    }

    private Builder on(DefaultPrivilegeObject kind) {
      this.object = kind;
      return this;
    }

    /** Who gets them; {@code "PUBLIC"} is a key word. */
    public Builder to(String... names) {
      this.roles = List.of(names);
      return this;
    }

    /** Who loses them; {@code "PUBLIC"} is a key word. */
    public Builder from(String... names) {
      this.roles = List.of(names);
      return this;
    }

    /** They may grant them to others; where they lose them, they could. */
    public Builder withGrantOption() {
      this.grantOption = true;
      return this;
    }

    @Override
    public AlterDefaultPrivileges build() {
      if (object == null) {
        throw new MigrationsException(
            "It is not said on what the default privileges are.",
            "Call onTables(), onSequences(), onRoutines(), onTypes() or onSchemas().");
      }
      return new AlterDefaultPrivileges(
          creators, schemas, grant, privileges, object, roles, grantOption);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    Privileges.require(privileges, units, this);
    units.sql(
        "ALTER DEFAULT PRIVILEGES"
            + (creators.isEmpty() ? "" : " FOR ROLE " + RoleNames.sql(creators))
            + (schemas.isEmpty()
                ? ""
                : schemas.stream()
                    .map(SqlNames::quote)
                    .collect(Collectors.joining(", ", " IN SCHEMA ", "")))
            + (grant ? " GRANT " : " REVOKE ")
            + new PrivilegeTarget(object.name(), List.of()).limited(privileges)
            + " ON "
            + object
            + (grant ? " TO " : " FROM ")
            + RoleNames.sql(roles)
            + (grant && grantOption ? " WITH GRANT OPTION" : ""));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(
        new AlterDefaultPrivileges(
            creators, schemas, !grant, privileges, object, roles, grantOption));
  }

  @Override
  public String summary() {
    return "%s by default %s on %s %s %s"
        .formatted(
            grant ? "grant" : "revoke",
            Privileges.words(privileges),
            object.name().toLowerCase(Locale.ROOT),
            grant ? "to" : "from",
            String.join(", ", roles));
  }
}
