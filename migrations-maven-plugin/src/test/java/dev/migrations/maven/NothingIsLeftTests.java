package dev.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven's process may go on for days: what a goal opened is closed when it ends. */
@PostgresTest
class NothingIsLeftTests {

  @Test
  void noConnectionNoThreadNoDriverAndNoClassLoader(@TempDir Path directory, TestDatabase db)
      throws Exception {
    TestProject project = new TestProject(directory).sql("aaaa", "");
    project.file(
        project.resources().resolve("application.properties"),
        """
        spring.datasource.url=%s
        spring.datasource.username=%s
        spring.datasource.password=%s
        """
            .formatted(db.jdbcUrl(), db.user(), db.password()));
    List<Driver> drivers = Collections.list(DriverManager.getDrivers());
    ClassLoader loader = Thread.currentThread().getContextClassLoader();

    project.run(new UpgradeMojo());
    WeakReference<ClassLoader> libraries = project.lastLoader();

    assertThat(Collections.list(DriverManager.getDrivers())).isEqualTo(drivers);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(loader);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains("Hikari") || name.contains("migrations"));
    assertThat(
            db.value(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"))
        .isEqualTo("0");
    assertThat(libraries).isNotNull();
    Awaitility.await("the class loader is forgotten")
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(libraries.get()).isNull();
            });
  }
}
