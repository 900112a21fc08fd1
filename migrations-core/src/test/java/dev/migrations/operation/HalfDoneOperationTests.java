package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.TestSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operation of several units is taken back from behind each of them. */
@PostgresTest
class HalfDoneOperationTests {

  private static final int NEWEST = 18;

  static Stream<OperationExample> examples() {
    return Stream.of(
            OrdersExamples.examples().stream()
                .map(
                    example ->
                        new OperationExample(
                            example.name(),
                            op -> op.execute(OperationsOnPostgresTests.SCHEMA),
                            example.recorded(),
                            example.place())),
            TablesExamples.examples().stream(),
            TypesExamples.examples().stream())
        .flatMap(examples -> examples)
        .filter(HalfDoneOperationTests::mayStopHalfWay);
  }

  private static boolean mayStopHalfWay(OperationExample example) {
    List<Operation> operations = Rendering.recorded(example.recorded());
    return UnitWriter.units(operations, NEWEST).size() > 1
        && Reversal.ofAll(operations) instanceof Reversal.By;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isTakenBackFromEveryUnit(OperationExample example, TestDatabase db) throws SQLException {
    try (Connection connection = db.connect();
        TestSession session = db.session()) {
      int version = UnitRunner.version(connection);
      assumeFalse(
          UnitRunner.isTooNew(Rendering.recorded(example.setUp()), version)
              || UnitRunner.isTooNew(Rendering.recorded(example.recorded()), version),
          "The server is too old for it");
      UnitRunner.run(connection, Rendering.recorded(example.setUp()));
      List<String> before = Catalog.of(session);
      WrittenUnits written = UnitWriter.write(Rendering.recorded(example.recorded()), version);
      List<Unit> units = written.units();
      for (int done = 0; done < units.size(); done++) {
        if (done > 0) {
          run(connection, units.subList(0, done), written.undo(done, false));
          assertThat(Catalog.of(session)).as("behind unit %d", done).isEqualTo(before);
        }
        if (units.get(done) instanceof Unit.OutsideTransaction) {
          Reversal undo = written.undo(done, true);
          run(connection, units.subList(0, done), undo);
          assertThat(Catalog.of(session)).as("unit %d did not get far", done + 1).isEqualTo(before);
          run(connection, units.subList(0, done + 1), undo);
          assertThat(Catalog.of(session)).as("unit %d got to its end", done + 1).isEqualTo(before);
        }
      }
    }
  }

  private static void run(Connection connection, List<Unit> units, Reversal undo)
      throws SQLException {
    for (Unit unit : units) {
      UnitRunner.run(connection, unit);
    }
    UnitRunner.run(connection, ((Reversal.By) undo).operations());
  }
}
