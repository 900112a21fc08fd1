package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates a publication, for logical replication. Takes {@code SHARE UPDATE EXCLUSIVE} on each
 * table that it names, for a moment, which lets reads and writes pass. From then on an update or
 * delete of a published table that has no replica identity fails.
 *
 * @param publication its name
 * @param members what it publishes
 * @param allTables whether it publishes all tables, those to come as well; for superusers
 * @param publish the changes that it publishes, such as {@code insert}; all where there is none
 * @param viaPartitionRoot whether changes of a partition are published as those of its table
 * @param generatedColumns whether stored generated columns are published; PostgreSQL 18 and later
 * @see <a href="https://www.postgresql.org/docs/current/sql-createpublication.html">PostgreSQL:
 *     CREATE PUBLICATION</a>
 * @since 0.1.0
 */
public record CreatePublication(
    String publication,
    List<PublicationMember> members,
    boolean allTables,
    List<String> publish,
    boolean viaPartitionRoot,
    boolean generatedColumns)
    implements Operation {

  /**
   * Checks the members.
   *
   * @throws MigrationsException when all tables are published and some besides
   */
  public CreatePublication {
    members = List.copyOf(members);
    publish = List.copyOf(publish);
    if (allTables && !members.isEmpty()) {
      throw new MigrationsException(
          "Publication '" + publication + "' is for all tables, and for some.",
          "Keep allTables(), or the tables and schemas.");
    }
  }

  /** Starts a publication. */
  public static Builder builder(String publication, PublicationMember... members) {
    return new Builder(publication, members);
  }

  /** A publication, for {@link DropPublication.Builder#definition}. */
  public static Builder publication(String publication, PublicationMember... members) {
    return new Builder(publication, members);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final String publication;
    private final List<PublicationMember> members;
    private boolean allTables;
    private List<String> publish = List.of();
    private boolean viaPartitionRoot;
    private boolean generatedColumns;

    private Builder(String publication, PublicationMember... members) {
      this.publication = publication;
      this.members = List.of(members);
    }

    /** It publishes all tables, those to come as well. */
    public Builder allTables() {
      this.allTables = true;
      return this;
    }

    /** It publishes these changes only: {@code insert}, {@code update}, {@code delete}, … */
    public Builder publish(String... changes) {
      this.publish = List.of(changes);
      return this;
    }

    /** Changes of a partition are published as those of its partitioned table. */
    public Builder viaPartitionRoot() {
      this.viaPartitionRoot = true;
      return this;
    }

    /** Stored generated columns are published as well; PostgreSQL 18 and later. */
    public Builder generatedColumns() {
      this.generatedColumns = true;
      return this;
    }

    @Override
    public CreatePublication build() {
      return new CreatePublication(
          publication, members, allTables, publish, viaPartitionRoot, generatedColumns);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    PublicationMembers.require(members, this, units);
    if (generatedColumns) {
      units.require(18, this, "publish_generated_columns");
    }
    units.sql(
        "CREATE PUBLICATION "
            + SqlNames.quote(publication)
            + (allTables ? " FOR ALL TABLES" : "")
            + (members.isEmpty() ? "" : " FOR " + PublicationMembers.published(members))
            + options());
  }

  private String options() {
    List<String> options = new ArrayList<>();
    if (!publish.isEmpty()) {
      options.add("publish = " + SqlLiterals.quote(String.join(", ", publish)));
    }
    if (viaPartitionRoot) {
      options.add("publish_via_partition_root = true");
    }
    if (generatedColumns) {
      options.add("publish_generated_columns = stored");
    }
    return options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")";
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropPublication(publication, false, this));
  }

  @Override
  public String summary() {
    return "create publication " + publication;
  }
}
