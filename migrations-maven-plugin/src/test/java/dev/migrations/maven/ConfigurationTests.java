package dev.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a goal has the database and the settings from. */
@PostgresTest
class ConfigurationTests {

  @TempDir Path directory;

  private TestProject project;
  private TestDatabase db;

  @BeforeEach
  void projectWithARevision(TestDatabase database) throws IOException {
    db = database;
    project = new TestProject(directory).sql("aaaa", "");
  }

  @Test
  void theConfigurationOfTheApplicationIsEnough() throws Exception {
    configuration("application.yaml", "spring:\n  application.name: shop\n" + dataSource());

    project.run(new UpgradeMojo());

    assertThat(db.value("SELECT application FROM migrations_history")).isEqualTo("shop");
  }

  @Test
  void profilesAndPlaceholdersAreThoseOfTheApplication() throws Exception {
    configuration(
        "application.properties",
        """
        shop.database=%s
        spring.datasource.url=jdbc:postgresql://nowhere.invalid/shop
        spring.datasource.username=%s
        spring.datasource.password=%s
        migrations.schema=plain
        """
            .formatted(db.jdbcUrl(), db.user(), db.password()));
    configuration(
        "application-there.properties",
        "spring.datasource.url=${shop.database}\nmigrations.schema=kept\n");
    db.execute("CREATE SCHEMA kept");

    withProperty("spring.profiles.active", "there", () -> project.run(new UpgradeMojo()));

    assertThat(db.value("SELECT revision FROM kept.migrations_revision")).isEqualTo("aaaa");
  }

  @Test
  void placeholdersOfRevisionsHaveTheirValuesFromTheApplication() throws Exception {
    project.file(
        project.resources().resolve("db/revisions/bbbb.sql"),
        """
        -- revision: bbbb
        -- down-revision: aaaa
        -- message: Grant
        -- placeholders: app_role

        -- upgrade
        GRANT USAGE ON SCHEMA public TO ${app_role};
        """);
    UpgradeMojo script = new UpgradeMojo();
    script.target = "aaaa:bbbb";
    script.sql = true;

    assertThatThrownBy(() -> project.run(script))
        .hasMessageContainingAll("bbbb.sql, line 4", "migrations.placeholders.app_role");
    assertThat(project.run(new HeadsMojo())).containsExactly("bbbb (head), Grant");
    configuration("application.yaml", "migrations.placeholders:\n  app_role: shop\n");
    assertThat(project.run(script)).contains("GRANT USAGE ON SCHEMA public TO shop;");
    withProperty(
        "migrations.placeholders.app_role",
        "other",
        () -> assertThat(project.run(script)).contains("GRANT USAGE ON SCHEMA public TO other;"));
  }

  @Test
  void thePoolIsConfiguredAsInTheApplication() throws Exception {
    db.execute("CREATE SCHEMA shop");
    configuration(
        "application.yaml", "spring:\n" + dataSource() + "    hikari:\n      schema: shop\n");

    project.run(new UpgradeMojo());

    assertThat(db.value("SELECT revision FROM shop.migrations_revision")).isEqualTo("aaaa");
  }

  @Test
  void aParameterComesBeforeTheConfiguration() throws Exception {
    configuration(
        "application.yaml",
        """
        spring.datasource:
          url: jdbc:postgresql://nowhere.invalid/shop
          username: %s
          password: "%s"
        """
            .formatted(db.user(), db.password()));
    CurrentMojo current = new CurrentMojo();
    assertThatThrownBy(() -> project.run(current)).hasMessageContaining("nowhere.invalid");

    current.url = db.jdbcUrl();
    assertThat(project.run(current)).containsExactly("No revision is applied.");
  }

  @Test
  void userAndPasswordMayStandInTheSettingsOfMaven() throws Exception {
    Server server = new Server();
    server.setId("shop");
    server.setUsername("{encrypted}");
    Server decrypted = server.clone();
    decrypted.setUsername(db.user());
    decrypted.setPassword(db.password());
    CurrentMojo current = new CurrentMojo();
    current.url = db.jdbcUrl();
    current.server = "shop";
    current.settings = new Settings();
    current.decrypter = request -> new Decrypted(decrypted);

    assertThatThrownBy(() -> project.run(current))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("no <server> with the id 'shop'");
    current.settings.addServer(server);
    assertThat(project.run(current)).containsExactly("No revision is applied.");
  }

  @Test
  void withoutADatabaseTheWaysToNameOneAreSaid() {
    assertThatThrownBy(() -> project.run(new CurrentMojo()))
        .isInstanceOf(MojoFailureException.class)
        .hasNoCause()
        .hasMessageContainingAll(
            "No database is named",
            "-Dmigrations.url",
            "spring.datasource.url",
            "-Dspring.profiles.active",
            "<configuration>");
  }

  /** The embedded server believes every password, so the user is wrong too. */
  @Test
  void wrongCredentialsAreOneLineThatDoesNotShowThePassword() throws Exception {
    configuration(
        "application.yaml",
        """
        spring.datasource:
          url: %s?password=wrongsecret
          username: nobody
          password: wrongsecret
        """
            .formatted(db.jdbcUrl()));

    assertThatThrownBy(() -> project.run(new CurrentMojo()))
        .isInstanceOf(MojoExecutionException.class)
        .hasNoCause()
        .hasMessageContainingAll(db.jdbcUrl(), "\"nobody\"")
        .hasMessageNotContaining("wrongsecret");
    assertThat(project.lastOutput()).isEmpty();
  }

  @Test
  void aDriverThatIsNotThereIsNamed() throws Exception {
    configuration(
        "application.yaml",
        "spring:\n" + dataSource() + "    driver-class-name: com.example.NoSuchDriver\n");

    assertThatThrownBy(() -> project.run(new CurrentMojo()))
        .isInstanceOf(MojoExecutionException.class)
        .hasNoCause()
        .hasMessageContaining("com.example.NoSuchDriver");
  }

  @Test
  void aConfigurationThatCannotBeReadIsSaid() throws Exception {
    configuration("application.yaml", "shop:\n  version: @project.version@\n" + dataSource());

    HeadsMojo heads = new HeadsMojo();
    assertThatThrownBy(() -> project.run(heads))
        .isInstanceOf(MojoFailureException.class)
        .hasNoCause()
        .hasMessageContainingAll("configuration of the application", "set migrations.locations");
    heads.locations = List.of("classpath:db/revisions");
    assertThat(project.run(heads)).containsExactly("aaaa (head), The aaaa");
  }

  @Test
  void whatTheBuildFilledInCountsUnlessItsSourceIsNewer() throws Exception {
    Path source = configuration("application.yaml", "migrations.locations: \"@locations@\"\n");
    Path copy = project.output().resolve("application.yaml");
    project.file(copy, "migrations.locations: classpath:db/revisions\n");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(60)));
    assertThat(project.run(new HeadsMojo())).containsExactly("aaaa (head), The aaaa");

    project.file(
        project.resources().resolve("db/other/bbbb.sql"), TestProject.revision("bbbb", ""));
    project.file(source, "migrations.locations: classpath:db/other\n");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(project.run(new HeadsMojo())).containsExactly("bbbb (head), The bbbb");
  }

  @Test
  void newRevisionsGoWhereTheApplicationLooks() throws Exception {
    configuration("application.yaml", "migrations.locations: classpath:db/other\n");
    project.file(
        project.resources().resolve("db/other/bbbb.sql"), TestProject.revision("bbbb", ""));
    RevisionMojo revision = new RevisionMojo();
    revision.message = "Add orders";

    project.run(revision);

    assertThat(project.sources().resolve("db/other/AddOrders.java"))
        .content()
        .contains("package db.other;")
        .contains("down = \"bbbb\"");
  }

  private String dataSource() {
    return """
          datasource:
            url: %s
            username: %s
            password: "%s"
        """
        .formatted(db.jdbcUrl(), db.user(), db.password())
        .indent(2)
        .replaceAll("(?m)^  ", "");
  }

  private Path configuration(String name, String text) throws IOException {
    Path file = project.resources().resolve(name);
    project.file(file, text);
    return file;
  }

  private interface Action {
    void run() throws Exception;
  }

  private static void withProperty(String name, String value, Action action) throws Exception {
    System.setProperty(name, value);
    try {
      action.run();
    } finally {
      System.clearProperty(name);
    }
  }

  private record Decrypted(Server getServer) implements SettingsDecryptionResult {

    @Override
    public List<Server> getServers() {
      return List.of(getServer);
    }

    @Override
    public Proxy getProxy() {
      return new Proxy();
    }

    @Override
    public List<Proxy> getProxies() {
      return List.of();
    }

    @Override
    public List<SettingsProblem> getProblems() {
      return List.of();
    }
  }
}
