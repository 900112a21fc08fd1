package dev.migrations.benchmarks.peers;

import dev.migrations.benchmarks.peers.Measurement.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs programs in turns. */
final class Harness {

  private static final String MADE =
      "SELECT count(*) FILTER (WHERE relkind = 'r' AND relname ~ '^t[0-9]+$') || ' tables, ' ||"
          + " count(*) FILTER (WHERE relkind = 'i' AND relname ~ '^ix_t[0-9]+$') || ' indexes'"
          + " FROM pg_class";

  private record Key(Dialect dialect, Form form, int migrations) {}

  private final Server server;
  private final Options options;
  private final Projects projects;
  private final ChildJvm jvm;

  /** Databases where all is applied. */
  private final Map<Key, String> atHead = new HashMap<>();

  /**
   * @param directory where it may write
   */
  Harness(Server server, Options options, Path directory) throws IOException {
    this.server = server;
    this.options = options;
    this.projects = new Projects(directory, options.jar());
    this.jvm = new ChildJvm(directory);
  }

  Table measure(Measurement measurement) throws IOException, SQLException {
    Table table = new Table(measurement);
    try (Network network = Network.to(server, measurement.delayMillis())) {
      for (int migrations : options.sizes()) {
        Map<Program, Samples> samples = new LinkedHashMap<>();
        for (int round = 0; round < options.repetitions(); round++) {
          for (Program program : measurement.kind().programs()) {
            samples
                .computeIfAbsent(program, first -> new Samples())
                .add(sample(measurement, network, program, migrations));
          }
        }
        samples.forEach((program, all) -> table.add(migrations, program, all));
      }
    }
    return table;
  }

  private Sample sample(Measurement measurement, Network network, Program program, int migrations)
      throws IOException, SQLException {
    Form form = measurement.form();
    if (measurement.kind() != Kind.APPLYING) {
      String database = atHead(program, form, migrations);
      return run(network, program, form, migrations, database);
    }
    String database = server.createDatabase();
    Sample sample = run(network, program, form, migrations, database);
    keepOrDrop(new Key(program.dialect(), form, migrations), database);
    return sample;
  }

  private Sample run(Network network, Program program, Form form, int migrations, String database)
      throws IOException, SQLException {
    Path project = projects.of(program, form, migrations);
    server.settle();
    Sample sample =
        network.counting(() -> jvm.run(program, project, network.url(database), migrations));
    String made = server.value(database, MADE);
    if (!made.equals("%1$d tables, %1$d indexes".formatted(migrations))) {
      throw new IllegalStateException(program.name() + " has left " + made);
    }
    return sample;
  }

  /** A database where the migrations of a program are applied; made by the library alone. */
  private String atHead(Program program, Form form, int migrations)
      throws IOException, SQLException {
    Key key = new Key(program.dialect(), form, migrations);
    if (!atHead.containsKey(key)) {
      String database = server.createDatabase();
      run(server::url, Program.applying(program.dialect()), form, migrations, database);
      atHead.put(key, database);
    }
    return atHead.get(key);
  }

  private void keepOrDrop(Key key, String database) throws SQLException {
    if (atHead.putIfAbsent(key, database) != null) {
      server.drop(database);
    }
  }
}
