package dev.migrations.benchmarks.peers;

import dev.migrations.benchmarks.peers.child.BootApplication;
import dev.migrations.benchmarks.peers.child.Child;
import java.util.List;

/**
 * What is started and measured.
 *
 * @param name what it is called, with its version
 * @param dialect how its migrations are written
 * @param classPath its libraries
 * @param main its main class
 * @param arguments what it is told
 */
record Program(
    String name, Dialect dialect, ClassPath classPath, Class<?> main, Arguments arguments) {

  private static final Dialect PLAIN = new PlainDialect();
  private static final Dialect OURS = new MigrationsDialect();
  private static final Dialect OF_FLYWAY = new FlywayDialect();
  private static final Dialect OF_LIQUIBASE = new LiquibaseDialect();

  private static final ClassPath DRIVER = ClassPath.of("postgresql", "slf4j-api");

  private static final String[] CORE = {"migrations-core", "jspecify"};

  private static final String[] FLYWAY = {
    "flyway-core", "flyway-database-postgresql", "flyway-database-cockroachdb"
  };

  private static final String[] LIQUIBASE = {
    "liquibase-core",
    "commons-collections4",
    "commons-io",
    "commons-lang3",
    "commons-text",
    "jaxb-api",
    "opencsv"
  };

  private static final ClassPath BOOT =
      DRIVER.and(
          "HikariCP",
          "commons-logging",
          "jakarta.annotation-api",
          "jspecify",
          "jul-to-slf4j",
          "log4j-api",
          "log4j-to-slf4j",
          "logback-classic",
          "logback-core",
          "micrometer-commons",
          "micrometer-observation",
          "snakeyaml",
          "spring-aop",
          "spring-beans",
          "spring-boot",
          "spring-boot-autoconfigure",
          "spring-boot-jdbc",
          "spring-boot-persistence",
          "spring-boot-sql",
          "spring-boot-transaction",
          "spring-context",
          "spring-core",
          "spring-expression",
          "spring-jdbc",
          "spring-tx");

  interface Arguments {
    List<String> of(String url, int migrations);
  }

  /** A connection and a query, by which starts are measured. */
  static final Program BARE_CONNECTION =
      child("a bare connection", "BARE_CONNECTION", PLAIN, DRIVER);

  /** The limit. */
  static final Program PLAIN_JDBC = child("plain JDBC", "PLAIN_JDBC", PLAIN, DRIVER);

  /** This project, Flyway and Liquibase as libraries. */
  static final List<Program> LIBRARIES =
      List.of(
          child(
              "Migrations " + ClassPath.version("migrations-core"),
              "MIGRATIONS",
              OURS,
              DRIVER
                  .and(CORE)
                  .and(
                      "commons-logging",
                      "spring-beans",
                      "spring-core",
                      "spring-jdbc",
                      "spring-tx")),
          child(
              "Flyway " + ClassPath.version("flyway-core"),
              "FLYWAY",
              OF_FLYWAY,
              DRIVER.and(FLYWAY)),
          child(
              "Liquibase " + ClassPath.version("liquibase-core"),
              "LIQUIBASE",
              OF_LIQUIBASE,
              DRIVER.and(LIQUIBASE).and("snakeyaml")));

  /** An application without any of them. */
  static final Program BARE_APPLICATION = application("without migrations", PLAIN, BOOT);

  /** The same application with each of them, by its starter. */
  static final List<Program> APPLICATIONS =
      List.of(
          application(
              "with Migrations " + ClassPath.version("migrations-core"),
              OURS,
              BOOT.and("migrations-core", "migrations-spring-boot-starter", "picocli")),
          application(
              "with Flyway " + ClassPath.version("flyway-core"),
              OF_FLYWAY,
              BOOT.and(FLYWAY).and("spring-boot-flyway")),
          application(
              "with Liquibase " + ClassPath.version("liquibase-core"),
              OF_LIQUIBASE,
              BOOT.and(LIQUIBASE).and("spring-boot-liquibase")));

  /** What applies migrations that are written so. */
  static Program applying(Dialect dialect) {
    return LIBRARIES.stream()
        .filter(library -> library.dialect() == dialect)
        .findFirst()
        .orElse(PLAIN_JDBC);
  }

  private static Program child(String name, String tool, Dialect dialect, ClassPath classPath) {
    return new Program(
        name,
        dialect,
        classPath,
        Child.class,
        (url, migrations) -> List.of(tool, url, Integer.toString(migrations)));
  }

  private static Program application(String name, Dialect dialect, ClassPath classPath) {
    return new Program(
        name,
        dialect,
        classPath,
        BootApplication.class,
        (url, migrations) -> List.of("--spring.datasource.url=" + url));
  }
}
