package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * Grants privileges. Takes at most {@code ACCESS SHARE} on a table, which stops nobody. Taken back,
 * they are revoked, also from a role that had them before.
 *
 * @param privileges one or more privileges
 * @param target what they are on
 * @param roles who gets them
 * @param grantOption whether they may grant them to others
 * @see <a href="https://www.postgresql.org/docs/current/sql-grant.html">PostgreSQL: GRANT</a>
 * @since 0.1.0
 */
public record GrantPrivileges(
    List<Privilege> privileges, PrivilegeTarget target, List<String> roles, boolean grantOption)
    implements Operation {

  /**
   * Checks the grant.
   *
   * @throws MigrationsException when there is no privilege or no role
   */
  public GrantPrivileges {
    privileges = Privileges.atLeastOne(privileges);
    roles = RoleNames.atLeastOne(roles, "privileges on " + target.sql());
  }

  /** Starts a grant. */
  public static Builder builder(Privilege... privileges) {
    return new Builder(privileges);
  }

  /** What they are on, and who gets them, must be said. */
  public static final class Builder extends PrivilegeBuilder<Builder> {
    private List<String> roles = List.of();
    private boolean grantOption;

    private Builder(Privilege... privileges) {
      super(privileges);
    }

    /** Who gets them; {@code "PUBLIC"} and {@code "CURRENT_USER"} are key words. */
    public Builder to(String... names) {
      this.roles = List.of(names);
      return this;
    }

    /** They may grant them to others. */
    public Builder withGrantOption() {
      this.grantOption = true;
      return this;
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public GrantPrivileges build() {
      return new GrantPrivileges(privileges(), target(), roles, grantOption);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    Privileges.require(privileges, units, this);
    units.sql(
        "GRANT "
            + target.limited(privileges)
            + " ON "
            + target.sql()
            + " TO "
            + RoleNames.sql(roles)
            + (grantOption ? " WITH GRANT OPTION" : ""));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new RevokePrivileges(privileges, target, roles, false, false, grantOption));
  }

  @Override
  public String summary() {
    return "grant %s on %s to %s"
        .formatted(Privileges.words(privileges), target.sql(), String.join(", ", roles));
  }
}
