package dev.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The goals that need a database, on a project with a Java and an SQL revision that is not built.
 */
@PostgresTest
class DatabaseMojosTests {

  @TempDir Path directory;

  private TestProject project;
  private TestDatabase db;

  @BeforeEach
  void projectOnAnEmptyDatabase(TestDatabase database) throws IOException {
    db = database;
    project = new TestProject(directory);
    project.java("CreateCustomers", "aaaa", "", "op.execute(\"CREATE TABLE customers ()\");");
    project.sql("bbbb", "aaaa", "CREATE TABLE orders ();", "DROP TABLE orders;");
  }

  @Test
  void anUpgradeAppliesJavaAndSqlAlike() throws Exception {
    assertThat(project.run(on(db, new UpgradeMojo())))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("Running upgrade <base> -> aaaa, The aaaa"),
            line -> assertThat(line).isEqualTo("Running upgrade aaaa -> bbbb, The bbbb"),
            line -> assertThat(line).startsWith("The database is at bbbb: 2 revisions in "));

    assertThat(tables()).contains("customers", "orders");
    assertThat(project.run(on(db, new UpgradeMojo())))
        .containsExactly("The database is at bbbb, nothing to do");
  }

  @Test
  void currentAndHistoryTellWhereTheDatabaseStands() throws Exception {
    upgradeTo("aaaa");
    CurrentMojo current = on(db, new CurrentMojo());
    HistoryMojo history = on(db, new HistoryMojo());
    history.indicateCurrent = true;
    HistoryMojo range = on(db, new HistoryMojo());
    range.range = "base:current";

    assertThat(project.run(current)).containsExactly("aaaa (current), The aaaa");
    assertThat(project.run(history))
        .containsExactly("aaaa -> bbbb (head), The bbbb", "<base> -> aaaa (current), The aaaa");
    assertThat(project.run(range)).containsExactly("<base> -> aaaa (current), The aaaa");

    current.format = "json";
    assertThat(project.run(current))
        .singleElement()
        .satisfies(
            json ->
                assertThat(json)
                    .startsWith("{\"current\":[{\"id\":\"aaaa\"")
                    .endsWith("\"atHead\":false,\"state\":\"BEHIND\"}"));
    current.checkHeads = true;
    assertThatThrownBy(() -> project.run(current)).isInstanceOf(MojoFailureException.class);
  }

  @Test
  void aDryRunAndAScriptChangeNothing() throws Exception {
    UpgradeMojo dryRun = on(db, new UpgradeMojo());
    dryRun.dryRun = true;
    UpgradeMojo script = new UpgradeMojo();
    script.sql = true;

    assertThat(project.run(dryRun))
        .contains("CREATE TABLE customers ();", "CREATE TABLE orders ();");
    List<String> sql = project.run(script);
    assertThat(tables()).isEmpty();

    db.execute(String.join("\n", sql));
    assertThat(project.run(on(db, new CurrentMojo())))
        .containsExactly("bbbb (head) (current), The bbbb");

    dryRun.sql = true;
    assertThatThrownBy(() -> project.run(dryRun))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("Either -Dsql, which asks no database, or -DdryRun");
  }

  @Test
  void aScriptWantsNoUserAndNoServerBehindTheUrl() throws Exception {
    UpgradeMojo script = new UpgradeMojo();
    script.sql = true;
    script.target = "aaaa";
    script.url = "jdbc:postgresql://nowhere.invalid/shop";

    assertThat(project.run(script)).contains("CREATE TABLE customers ();");

    script.serverVersion = 13;
    assertThatThrownBy(() -> project.run(script))
        .hasMessageContaining("-DserverVersion is a major version of PostgreSQL, 14 or later");
  }

  @Test
  void aDowngradeWithoutATerminalWantsAYes() throws Exception {
    upgradeTo("head");
    DowngradeMojo downgrade = on(db, new DowngradeMojo());
    downgrade.target = "-1";

    assertThatThrownBy(() -> project.run(downgrade))
        .isInstanceOf(MojoFailureException.class)
        .hasNoCause()
        .hasMessageContainingAll("Nothing was taken back", "Add -Dyes");
    assertThat(tables()).contains("orders");

    downgrade.yes = true;
    assertThat(project.run(downgrade)).contains("Running downgrade bbbb -> aaaa, The bbbb");
    assertThat(tables()).contains("customers").doesNotContain("orders");
  }

  @Test
  void aStampMovesTheRowsAndRunsNothing() throws Exception {
    StampMojo stamp = on(db, new StampMojo());
    stamp.target = List.of("aaaa");

    assertThat(project.run(stamp))
        .containsExactly("Running stamp_revision <base> -> aaaa", "Counts as applied: aaaa");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("aaaa");
    assertThat(tables()).doesNotContain("customers");

    stamp.sql = true;
    stamp.target = List.of("aaaa:bbbb");
    db.execute(String.join("\n", project.run(stamp)));
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("bbbb");
    stamp.sql = false;

    db.execute("UPDATE migrations_revision SET revision = 'gone'");
    stamp.purge = true;
    stamp.target = List.of("head");
    project.run(stamp);
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("bbbb");
  }

  @Test
  void aCheckFailsTheBuildWithALineForEachReason() throws Exception {
    CheckMojo check = on(db, new CheckMojo());
    upgradeTo("head");
    assertThat(project.run(check)).containsExactly("The database is at head");

    project.sql("bbbb", "aaaa", "CREATE TABLE orders (id int);", "DROP TABLE orders;");
    project.sql("cccc", "bbbb", "", "");
    assertThatThrownBy(() -> project.run(check))
        .isInstanceOf(MojoFailureException.class)
        .hasNoCause()
        .hasMessage("The check found something; see above.");
    assertThat(project.lastOutput())
        .anySatisfy(line -> assertThat(line).contains("bbbb", "edited"))
        .anySatisfy(line -> assertThat(line).contains("cccc"));
  }

  @Test
  void aFailedRevisionIsTheMessageOfTheBuild() throws IOException {
    project.sql("cccc", "bbbb", "CREATE TABLE customers ();", "");

    assertThatThrownBy(() -> project.run(on(db, new UpgradeMojo())))
        .isInstanceOf(MojoExecutionException.class)
        .hasNoCause()
        .hasMessageContainingAll("cccc", "already exists");
    assertThat(tables()).contains("orders");
  }

  @Test
  void aDatabaseWithoutRevisionsIsAdopted(@TempDir Path elsewhere) throws Exception {
    db.execute("CREATE TABLE customers ()");
    TestProject fresh = new TestProject(elsewhere);
    AdoptMojo adopt = on(db, new AdoptMojo());
    adopt.from = "unversioned";
    adopt.revId = "ba5e";
    assertThatThrownBy(() -> fresh.run(adopt))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("-Dyes");

    adopt.yes = true;
    fresh.run(adopt);

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("ba5e");
    assertThat(fresh.run(new HeadsMojo()))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("ba5e (head), "));
  }

  @Test
  void showCountsFromCurrent() throws Exception {
    upgradeTo("aaaa");
    ShowMojo show = on(db, new ShowMojo());
    show.revisions = List.of("current");

    assertThat(project.run(show)).contains("Rev: aaaa (current)");
  }

  private void upgradeTo(String target) throws Exception {
    UpgradeMojo upgrade = on(db, new UpgradeMojo());
    upgrade.target = target;
    project.run(upgrade);
  }

  private List<String> tables() {
    return db.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  }

  static <M extends AbstractDatabaseMojo> M on(TestDatabase db, M mojo) {
    mojo.url = db.jdbcUrl();
    mojo.user = db.user();
    mojo.password = db.password();
    return mojo;
  }
}
