package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that are made of others are different, also where those differ behind the cut. */
class HostileLongNamesTests {

  private static final String LONG = "measurements_of_all_the_stations_of_the_northern_hemisphere";

  @Test
  void indexesOfPartitionsHaveDifferentNames() {
    List<String> sql =
        Rendering.inUse(
            18,
            op ->
                op.createIndex("ix_taken_at_and_station", "measurements", "taken_at")
                    .onPartitions(LONG + "_1", LONG + "_2"));
    assertThat(built(sql, "INDEX CONCURRENTLY (\\S+)")).hasSize(2).doesNotHaveDuplicates();
    assertThat(built(sql, "ATTACH PARTITION (\\S+)"))
        .isEqualTo(built(sql, "INDEX CONCURRENTLY (\\S+)"));
  }

  @Test
  void checksOfColumnsHaveDifferentNames() {
    List<String> sql =
        Rendering.inUse(
            14, op -> op.createPrimaryKey("pk", "measurements", LONG + "_1", LONG + "_2"));
    assertThat(built(sql, "ADD CONSTRAINT (\\S+) CHECK")).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void checksOfOneColumnHaveTheNamesThatPostgresGives() {
    List<String> sql =
        Rendering.inUse(
            14,
            op ->
                op.addColumn(
                    "t", Column.column("n", DataType.INTEGER).check("n > 0").check("n < 9")));
    assertThat(built(sql, "ADD CONSTRAINT (\\S+) CHECK"))
        .containsExactly("t_n_check", "t_n_check1");
  }

  @Test
  void notNullConstraintsHaveDifferentNamesInDifferentRevisions() {
    List<String> sql =
        Stream.of("_1", "_2")
            .map(end -> Rendering.inUse(18, op -> op.setNotNull("measurements", LONG + end)))
            .flatMap(List::stream)
            .toList();
    assertThat(built(sql, "ADD CONSTRAINT (\\S+) NOT NULL")).hasSize(2).doesNotHaveDuplicates();
    assertThat(Rendering.inUse(18, op -> op.setNotNull("t", "c")))
        .anyMatch(unit -> unit.contains("ADD CONSTRAINT t_c_not_null "));
  }

  private static List<String> built(List<String> sql, String pattern) {
    Pattern name = Pattern.compile(pattern);
    return sql.stream()
        .flatMap(unit -> name.matcher(unit).results())
        .map(result -> result.group(1))
        .toList();
  }
}
