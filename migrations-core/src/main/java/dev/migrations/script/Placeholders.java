package dev.migrations.script;

import dev.migrations.script.SqlSections.Section;
import dev.migrations.sql.SqlLexer;
import dev.migrations.sql.SqlTextException;
import dev.migrations.sql.SqlToken;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders that the header of an SQL file asks for. Whatever else looks like one is what it
 * is, and so are the rows of a {@code COPY}, which are data.
 *
 * @param names what stands between the braces
 * @param line where the header lists them
 */
record Placeholders(List<String> names, int line) {

  static final Placeholders NONE = new Placeholders(List.of(), 0);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern PLACE = Pattern.compile("\\$\\{(" + NAME + ")}");

  Placeholders {
    names = names.stream().distinct().toList();
  }

  /** Two dashes would begin a comment in the file as it is without values. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches() && !text.contains("--");
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Notes the names that neither section has a place for. */
  void refuseUnused(SqlSections sections, Faults faults) {
    Set<String> unused = new HashSet<>(names);
    UnaryOperator<String> use =
        name -> {
          unused.remove(name);
          return name;
        };
    try {
      replace(sections.upgrade(), use);
      Section downgrade = sections.downgrade();
      if (downgrade != null) {
        replace(downgrade, use);
      }
    } catch (SqlTextException ex) {
      faults.add(ex.line(), ex.problem(), ex.action());
      return;
    }
    names.stream()
        .filter(unused::contains)
        .forEach(
            name ->
                faults.add(
                    line,
                    "the header lists the placeholder '" + name + "', which the file never uses",
                    "Write ${%s} where its value is to stand, other than in the rows of a COPY, or"
                            .formatted(name)
                        + " take it out of the header."));
  }

  /** Notes the names that have no value, or one that would move the lines of the file. */
  void refuseWithout(Map<String, String> values, Faults faults) {
    for (String name : names) {
      String value = values.get(name);
      if (value == null) {
        faults.add(
            line,
            "the placeholder '" + name + "' has no value",
            "Set migrations.placeholders.%s to what stands for ${%s}.".formatted(name, name));
      } else if (value.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\0')) {
        faults.add(
            line,
            "the value of the placeholder '" + name + "' has a line break or a NUL character in it",
            "Set migrations.placeholders.%s to a value of one line.".formatted(name));
      }
    }
  }

  /**
   * The section with their values, on the lines that it has in the file.
   *
   * @param values a value for each of them, as {@link #refuseWithout} wants them
   * @throws SqlTextException when a quote, a comment or the rows of a {@code COPY} have no end
   */
  Section fill(Section section, Map<String, String> values) {
    return replace(section, name -> Objects.requireNonNull(values.get(name)));
  }

  private Section replace(Section section, UnaryOperator<String> value) {
    if (isEmpty()) {
      return section;
    }
    BitSet rows = rows(section);
    Matcher place = PLACE.matcher(section.text());
    String text =
        place.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    names.contains(found.group(1)) && !rows.get(found.start())
                        ? value.apply(found.group(1))
                        : found.group()));
    return new Section(text, section.line());
  }

  private static BitSet rows(Section section) {
    BitSet rows = new BitSet();
    SqlLexer lexer = new SqlLexer(section.text(), 0, section.line());
    while (lexer.next() != SqlToken.END) {
      if (lexer.token() == SqlToken.COPY_DATA) {
        rows.set(lexer.start(), lexer.end());
      }
    }
    return rows;
  }
}
