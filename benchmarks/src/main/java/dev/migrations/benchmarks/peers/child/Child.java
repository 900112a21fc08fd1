package dev.migrations.benchmarks.peers.child;

/** A process in which one tool runs once. */
public final class Child {

  private Child() {}

  /**
   * @param arguments the tool, the URL of the database, how many migrations there are
   */
  public static void main(String[] arguments) throws Exception {
    String tool = arguments[0];
    String url = arguments[1];
    int migrations = Integer.parseInt(arguments[2]);
    long start = System.nanoTime();
    contestant(tool).start(url, migrations);
    Outcome.print(System.nanoTime() - start);
  }

  /** Loads no more than the one tool. */
  private static Contestant contestant(String tool) {
    return switch (tool) {
      case "BARE_CONNECTION" -> new BareConnection();
      case "PLAIN_JDBC" -> new PlainJdbc();
      case "MIGRATIONS" -> new MigrationsContestant();
      case "FLYWAY" -> new FlywayContestant();
      case "LIQUIBASE" -> new LiquibaseContestant();
      default -> throw new IllegalArgumentException(tool);
    };
  }
}
