package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PostgresTest
class BulkInsertTests {

  private final Operations op = new Operations();

  @Test
  void rowsAreWrittenAsOneStatement() {
    op.bulkInsert("app.country")
        .columns("code", "Name", "since")
        .row("DE", "it's", SqlValue.expression("now()"))
        .row("FR", null, LocalDate.of(2020, 2, 29));
    assertThat(UnitWriter.units(op.recorded(), 14))
        .containsExactly(
            new Unit.Transaction(
                List.of(
                    new Command.Sql(
                        """
                        INSERT INTO app.country (code, "Name", since) VALUES
                          ('DE', 'it''s', now()),
                          ('FR', NULL, '2020-02-29'::date)"""))));
  }

  @Test
  void manyRowsAreWrittenAThousandToAStatement() {
    BulkInsert.Builder insert = op.bulkInsert("n").columns("i");
    for (int i = 0; i < 2001; i++) {
      insert.row(i);
    }
    Unit.Transaction unit = (Unit.Transaction) UnitWriter.units(op.recorded(), 14).get(0);
    assertThat(unit.commands()).hasSize(3);
    assertThat(((Command.Sql) unit.commands().get(2)).sql())
        .isEqualTo("INSERT INTO n (i) VALUES\n  (2000)");
  }

  @Test
  void aRowWithTooFewValuesIsNamed() {
    op.bulkInsert("country").columns("code", "name").row("DE", "Germany").row("FR");
    assertThatThrownBy(op::recorded)
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining(
            "Row 2 of the insert into country has 1 values for 2 columns (code, name)");
  }

  @Test
  void aKeyMustBeAmongTheColumns() {
    op.bulkInsert("country").columns("code").row("DE").key("id");
    assertThatThrownBy(op::recorded)
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("The key (id) of the insert into country");
  }

  @Test
  void withoutAKeyNothingTellsTheRowsFromOthers() {
    op.bulkInsert("country").columns("code").row("DE");
    assertThat(op.recorded().get(0).reversal()).isInstanceOf(Reversal.Impossible.class);
  }

  @Test
  void aKeyThatIsNullFindsNoRow() {
    BulkInsert insert =
        BulkInsert.builder(QualifiedName.parse("t"))
            .columns("a")
            .row((Object) null)
            .key("a")
            .build();
    assertThatThrownBy(insert::reversal)
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("A row of t cannot be found by its key (a)");
  }

  @Test
  void valuesArriveAsTheyAreAndAreTakenBackByTheirKey(TestDatabase db) throws SQLException {
    db.execute(
        """
        CREATE TYPE mood AS ENUM ('SAD', 'OK');
        CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, code uuid, text text, number numeric,
          flag boolean, at timestamptz, tags text[], data jsonb, bytes bytea, mood mood);
        INSERT INTO t (text) VALUES ('old');
        """);
    String text = "it's \\ \"x\"; DROP TABLE t; -- größe 表\n\t";
    op.bulkInsert("t")
        .columns("id", "code", "text", "number", "flag", "at", "tags", "data", "bytes", "mood")
        .row(
            7,
            new UUID(1, 2),
            text,
            new BigDecimal("-1.50"),
            true,
            Instant.parse("2020-01-01T00:00:00.123456Z"),
            Arrays.asList("a,b", null, "c\"d\\"),
            "{\"a\": \"it's\"}",
            new byte[] {0, -1},
            Mood.SAD)
        .row(8, new UUID(3, 4), null, null, null, null, null, null, null, null)
        .overridingSystemValue()
        .key("id", "code");
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, op.recorded());
      assertThat(db.value("SELECT text FROM t WHERE id = 7")).isEqualTo(text);
      assertThat(
              db.value(
                  """
                  SELECT concat_ws('|', code, number, flag, at AT TIME ZONE 'utc', tags, data->>'a',
                    bytes, mood) FROM t WHERE id = 7"""))
          .isEqualTo(
              "00000000-0000-0001-0000-000000000002|-1.50|t|2020-01-01 00:00:00.123456"
                  + "|{\"a,b\",NULL,\"c\\\"d\\\\\"}|it's|\\x00ff|SAD");
      UnitRunner.run(connection, UnitRunner.reversed(op.recorded()));
    }
    assertThat(db.column("SELECT text FROM t")).containsExactly("old");
  }

  @Test
  void aRowThatLacksAColumnTakesItsDefault(TestDatabase db) throws SQLException {
    db.execute("CREATE TABLE t (a text, b text DEFAULT 'x')");
    op.bulkInsert("t").rows(List.of(Map.of("a", "1"), Map.of("a", "2", "b", "y")));
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, op.recorded());
    }
    assertThat(db.column("SELECT a || b FROM t ORDER BY a")).containsExactly("1x", "2y");
  }

  private enum Mood {
    SAD
  }

  @Test
  void theOrderInWhichAMapGivesItsColumnsMakesNoDifference() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", 1);
    one.put("name", "x");
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("name", "x");
    other.put("id", 1);

    assertThat(insert(one)).isEqualTo(insert(other));
  }

  @Test
  void theOrderInWhichASetGivesItsElementsMakesNoDifference() {
    Set<String> one = new HashSet<>(List.of("a", "q"));
    Set<String> other = new BackwardSet(List.of("q", "a"));

    assertThat(insert(Map.of("tags", other))).isEqualTo(insert(Map.of("tags", one)));
  }

  private static final class BackwardSet extends AbstractSet<String> {

    private final List<String> elements;

    BackwardSet(List<String> elements) {
      this.elements = elements;
    }

    @Override
    public Iterator<String> iterator() {
      return elements.iterator();
    }

    @Override
    public int size() {
      return elements.size();
    }
  }

  private static BulkInsert insert(Map<String, Object> row) {
    return BulkInsert.builder(QualifiedName.parse("t")).rows(List.of(row)).build();
  }
}
