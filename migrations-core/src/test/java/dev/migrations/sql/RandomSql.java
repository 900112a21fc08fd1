package dev.migrations.sql;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Scripts of several statements that hold anything in every kind of quote and comment. */
final class RandomSql {

  private RandomSql() {}

  static Arbitrary<String> script() {
    Arbitrary<String> inside = query().list().ofMinSize(1).ofMaxSize(3).map(RandomSql::ended);
    Arbitrary<String> statement =
        Arbitraries.oneOf(
            query(),
            query(),
            inside.map(body -> "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC " + body + "END"),
            query().list().ofMinSize(1).ofMaxSize(2).map(RandomSql::rule),
            content().map(text -> "COMMENT ON TABLE t IS " + plain(text)),
            content()
                .map(
                    text ->
                        "DO "
                            + dollar(
                                "x", "BEGIN /*" + text.replaceAll("[*/]", "") + "*/ NULL; END")),
            Arbitraries.just(""));
    return Combinators.combine(gap(), statement, gap())
        .as((before, what, behind) -> before + what + behind + ";")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(statements -> String.join("", statements));
  }

  private static String ended(List<String> statements) {
    return String.join(";", statements) + "\n; ";
  }

  private static String rule(List<String> statements) {
    return "CREATE OR REPLACE RULE r AS ON UPDATE TO u DO ALSO ("
        + String.join("\n;", statements)
        + "\n)";
  }

  private static Arbitrary<String> query() {
    return Combinators.combine(expression(), gap(), expression(), gap())
        .as((one, before, other, behind) -> "SELECT " + one + before + "," + behind + other)
        .filter(query -> !query.isBlank());
  }

  private static Arbitrary<String> expression() {
    return Arbitraries.oneOf(
        content().map(RandomSql::plain),
        Combinators.combine(content(), content(), lines())
            .as((one, other, lines) -> plain(one) + lines + plain(other)),
        escaped().map(text -> "E'" + text + "'"),
        Combinators.combine(escaped(), escaped(), lines())
            .as((one, other, lines) -> "e'" + one + "'" + lines + "'" + other + "'"),
        Combinators.combine(Arbitraries.of("", "a", "b", "é", "_1"), content())
            .as(RandomSql::dollar),
        content().map(text -> "U&" + plain(text.replace("\\", "\\\\"))),
        content().map(text -> "1 AS \"x" + text.replace("\"", "\"\"") + "\""),
        content().map(text -> "n" + plain(text) + "::text"),
        Arbitraries.of(
            "1",
            "-1",
            "2*-3",
            "1.5e3",
            "(SELECT 1)",
            "CASE WHEN true THEN 1 END",
            "1 AS a$$",
            "1 AS case",
            "1 AS \"end\"",
            "B'01'",
            "4/2",
            "1 AS begin",
            "1 AS é$a$"));
  }

  private static String plain(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String dollar(String tag, String text) {
    String delimiter = "$" + tag + "$";
    return delimiter + (text + " ").replace(delimiter, "") + delimiter;
  }

  private static Arbitrary<String> content() {
    return Arbitraries.of(
            ";",
            "'",
            "\"",
            "\\",
            "$$",
            "$a$",
            "$",
            "--",
            "/*",
            "*/",
            "\n",
            "\r",
            " ",
            "a",
            "é",
            "(",
            ")",
            "end;",
            "\\.",
            "\uD834\uDD1E")
        .list()
        .ofMaxSize(5)
        .map(pieces -> String.join("", pieces));
  }

  private static Arbitrary<String> escaped() {
    return Arbitraries.of(
            ";", "''", "\\'", "\\\\", "\"", "$$", "--", "/*", "\n", " ", "a", "\\;", "\\n", "\\\n")
        .list()
        .ofMaxSize(5)
        .map(pieces -> String.join("", pieces));
  }

  private static Arbitrary<String> gap() {
    Arbitrary<String> one =
        Arbitraries.of(
            " ",
            "\n",
            "\r\n",
            "\t",
            "/* ; ' */",
            "/*/* $$ */ ; */",
            "-- it's; \"\n",
            "--\r",
            "/**/",
            "/*/ ;*/",
            "-- $$\r\n",
            "\f");
    return one.list().ofMaxSize(3).map(pieces -> " " + String.join("", pieces));
  }

  /** What a string is continued over. */
  private static Arbitrary<String> lines() {
    return Arbitraries.of(
        "\n", "\r", "\r\n", " -- it's;\n", "\n -- ;\n\t", "\n\n", "\f\n\f", "\n--\r");
  }
}
