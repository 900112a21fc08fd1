package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * Revokes privileges. Takes at most {@code ACCESS SHARE} on a table, which stops nobody. Taken
 * back, they are granted.
 *
 * @param privileges one or more privileges
 * @param target what they are on
 * @param roles who loses them
 * @param grantOptionOnly whether they keep them, but may no longer grant them to others
 * @param cascade whether those lose them as well to whom they granted them
 * @param hadGrantOption whether they could grant them to others, which taking it back restores
 * @see <a href="https://www.postgresql.org/docs/current/sql-revoke.html">PostgreSQL: REVOKE</a>
 * @since 0.1.0
 */
public record RevokePrivileges(
    List<Privilege> privileges,
    PrivilegeTarget target,
    List<String> roles,
    boolean grantOptionOnly,
    boolean cascade,
    boolean hadGrantOption)
    implements Operation {

  /**
   * Checks the revocation.
   *
   * @throws MigrationsException when there is no privilege or no role
   */
  public RevokePrivileges {
    privileges = Privileges.atLeastOne(privileges);
    roles = RoleNames.atLeastOne(roles, "privileges on " + target.sql());
  }

  /** Starts a revocation. */
  public static Builder builder(Privilege... privileges) {
    return new Builder(privileges);
  }

  /** What they are on, and who loses them, must be said. */
  public static final class Builder extends PrivilegeBuilder<Builder> {
    private List<String> roles = List.of();
    private boolean grantOptionOnly;
    private boolean cascade;
    private boolean hadGrantOption;

    private Builder(Privilege... privileges) {
      super(privileges);
    }

    /** Who loses them; {@code "PUBLIC"} and {@code "CURRENT_USER"} are key words. */
    public Builder from(String... names) {
      this.roles = List.of(names);
      return this;
    }

    /** They keep the privileges, but may no longer grant them to others. */
    public Builder grantOptionOnly() {
      this.grantOptionOnly = true;
      return this;
    }

    /** Those lose them as well to whom they granted them. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /** They could grant them to others, and can again once this is taken back. */
    public Builder hadGrantOption() {
      this.hadGrantOption = true;
      return this;
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public RevokePrivileges build() {
      return new RevokePrivileges(
          privileges(), target(), roles, grantOptionOnly, cascade, hadGrantOption);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    Privileges.require(privileges, units, this);
    units.sql(
        "REVOKE "
            + (grantOptionOnly ? "GRANT OPTION FOR " : "")
            + target.limited(privileges)
            + " ON "
            + target.sql()
            + " FROM "
            + RoleNames.sql(roles)
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return cascade
        ? Reversal.impossible("who else loses the privileges by the cascade is not known")
        : Reversal.by(
            new GrantPrivileges(privileges, target, roles, grantOptionOnly || hadGrantOption));
  }

  @Override
  public String summary() {
    return "revoke %s%s on %s from %s"
        .formatted(
            grantOptionOnly ? "grant option for " : "",
            Privileges.words(privileges),
            target.sql(),
            String.join(", ", roles));
  }
}
