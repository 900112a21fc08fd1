package dev.migrations.operation;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The names that one run of an author's calls is given: the same calls are given as many, in the
 * same order, whatever the names are.
 */
public final class GivenNames {

  /** Names that are the same wherever they are spoken of; far from all others. */
  private static final Map<String, Integer> SAME =
      Map.of(
          "column", 900,
          "columns", 900,
          "names", 900,
          "name", 920,
          "trigger", 920,
          "rule", 920,
          "policy", 920,
          "table", 940);

  private static final Map<String, String> SQL =
      Map.of(
          "DataType.type(sql)", "integer",
          "CreateRule.Builder.doAlso(sql)", "DELETE FROM audit",
          "CreateRule.Builder.doInstead(sql)", "DELETE FROM audit",
          "CopyFrom.Builder.encoding(name)", "LATIN1",
          "body", "LANGUAGE sql AS ''",
          "changes", "insert",
          "fields", "day",
          "location", "classpath:copied.csv",
          "operator", "=",
          "query", "SELECT 1");

  /**
   * How names are given.
   *
   * @param same whether columns and objects of one kind are always the same
   * @param withoutSchema how many of the first names of objects have no schema
   */
  public record Manner(boolean same, int withoutSchema) {
    static final List<Manner> ALL =
        List.of(
            new Manner(false, 0),
            new Manner(true, 0),
            new Manner(false, 1),
            new Manner(false, Integer.MAX_VALUE),
            new Manner(true, Integer.MAX_VALUE));
  }

  /**
   * A name that was given.
   *
   * @param place the parameter that it was given to
   * @param kind what it is there
   * @param name the name itself, unquoted
   */
  public record Given(String place, NameKind kind, String name) {}

  private final IntFunction<String> names;
  private final Manner manner;
  private final List<Given> given = new ArrayList<>();
  private final List<QualifiedName> qualified = new ArrayList<>();
  private int next;
  private String place = "";
  private NameKind kind = NameKind.NAME;

  public GivenNames(IntFunction<String> names, Manner manner) {
    this.names = names;
    this.manner = manner;
  }

  /** A name that no SQL has by chance, and that must be quoted like any hostile one. */
  public static String marker(int number) {
    return "N" + (1000 + number) + "z";
  }

  static GivenNames markers(Manner manner) {
    return new GivenNames(GivenNames::marker, manner);
  }

  public List<Given> given() {
    return given;
  }

  /** Those that may name a table. */
  public List<QualifiedName> qualified() {
    return qualified;
  }

  /** The text for a parameter; of several for one parameter the one at the index. */
  String text(Method method, Parameter parameter, int index) {
    place = NameKind.describe(method, parameter);
    kind = NameKind.of(method, parameter);
    return switch (kind) {
      case NAME -> name(same(parameter, index));
      case TEXT -> name(next++);
      case STORAGE_PARAMETER -> given(names.apply(next++).replace(".", ""));
      case QUALIFIED_NAME -> qualified(parameter);
      case SIGNATURE -> qualified(parameter) + "(integer)";
      case SQL -> SQL.getOrDefault(place, SQL.getOrDefault(parameter.getName(), "true"));
    };
  }

  private int same(Parameter parameter, int index) {
    Integer same = manner.same() ? SAME.get(parameter.getName()) : null;
    return same == null ? next++ : same + index;
  }

  private String qualified(Parameter parameter) {
    String name = name(same(parameter, 0));
    String schema = qualified.size() < manner.withoutSchema() ? null : name(same(parameter, 1));
    if (!name.isEmpty() && !"".equals(schema)) {
      qualified.add(QualifiedName.of(schema, name));
    }
    return schema == null ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  private String name(int number) {
    return given(names.apply(number));
  }

  private String given(String name) {
    given.add(new Given(place, kind, name));
    return name;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
