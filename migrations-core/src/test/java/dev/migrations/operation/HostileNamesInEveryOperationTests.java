package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.operation.AuthorCases.Case;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every name that an author can hand to an operation, however hostile, becomes one name or one
 * literal in its SQL. All methods of all areas and of their builders are found by reflection, so a
 * new one is tested as it is added.
 */
class HostileNamesInEveryOperationTests {

  private static final AuthorCases CASES = new AuthorCases();

  private static final List<String> KEY_WORDS =
      List.of("select", "table", "user", "order", "group", "column", "primary", "default", "all");

  /** The key of a backfill stands in the SQL of its batches only, which is not known before. */
  private static final Set<String> NEVER_IN_A_STATEMENT = Set.of("Backfill.Builder.key(columns)");

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind("quotes and spaces", at -> " \"q" + at + "\"\"x'a'' d.o\".\"t. "),
        kind("statements and comments", at -> "a;DROP TABLE b--/*c" + at + "*/c)x(,"),
        kind("dollars and arguments", at -> "$$" + at + "$do$ %s%1$s%%I%n%$do_$$1${x}?:y{0}"),
        kind("backslashes and lines", at -> "b\\" + at + "\\\\'\\l\nn\r\n\tU&\"\\0041"),
        kind("key words", at -> KEY_WORDS.get(at % KEY_WORDS.size())),
        kind("digits, letters and upper case", at -> at + "St größe表😀İ" + "ä".repeat(15)));
  }

  private static Arguments kind(String title, IntFunction<String> names) {
    return Arguments.of(title, names);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aNameStaysOneName(String kind, IntFunction<String> names) {
    List<String> differences = new ArrayList<>();
    for (Case plain : CASES.all()) {
      difference(plain, names).ifPresent(differences::add);
    }
    assertThat(differences.stream().limit(10)).as("%d", differences.size()).isEmpty();
  }

  @Test
  void everyMethodIsAccepted() {
    assertThat(CASES.impossible()).isEmpty();
  }

  @Test
  void everyNameIsSeenInTheSql() {
    Set<String> unseen =
        new TreeSet<>(CASES.places(EnumSet.complementOf(EnumSet.of(NameKind.SQL))));
    unseen.removeAll(CASES.seen());
    unseen.removeAll(NEVER_IN_A_STATEMENT);
    assertThat(unseen).isEmpty();
  }

  private static Optional<String> difference(Case plain, IntFunction<String> names) {
    GivenNames given = new GivenNames(names, plain.manner());
    RenderedCalls hostile = AuthorCases.rendered(plain.call(), given);
    List<RenderedCalls.Statement> expected = plain.plain().statements();
    List<RenderedCalls.Statement> found = hostile.statements();
    if (!places(expected).equals(places(found))) {
      return Optional.of(
          "%s:%n  %s%n  became%n  %s".formatted(plain.call().text(), expected, found));
    }
    Map<String, String> filled = new HashMap<>();
    for (int at = 0; at < plain.given().size(); at++) {
      filled.put(plain.given().get(at).name(), given.given().get(at).name());
    }
    SqlShape shape = new SqlShape(filled);
    for (int at = 0; at < expected.size(); at++) {
      RenderedCalls.Statement before = expected.get(at);
      RenderedCalls.Statement behind = found.get(at);
      Optional<String> difference = shape.difference(before.sql(), behind.sql());
      if (difference.isPresent()) {
        return Optional.of(
            "%s, %s: %s%n  %s%n  became%n  %s"
                .formatted(
                    plain.call().text(),
                    before.place(),
                    difference.get(),
                    before.sql(),
                    behind.sql()));
      }
    }
    return Optional.empty();
  }

  private static List<String> places(List<RenderedCalls.Statement> statements) {
    return statements.stream().map(RenderedCalls.Statement::place).toList();
  }
}
