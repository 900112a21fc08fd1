package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The ways to write the values that operations are handed: every factory of a type, followed by
 * each of its methods that return the type again, alone or with one other. The public classes of
 * the package are asked; none is named here but those that cannot be made that way.
 */
final class AuthorValues {

  /** Ways to write the same thing, the simplest first; the first that is accepted will do. */
  record Ways(List<AuthorCall> calls) {}

  private static final int ALTERNATIVES = 4;

  private static final Map<Class<?>, Object> CONSTANTS =
      Map.of(
          int.class,
          1,
          short.class,
          (short) 1,
          long.class,
          1L,
          boolean.class,
          true,
          char.class,
          ';',
          Duration.class,
          Duration.ofSeconds(1),
          OperationBuilder.class,
          (OperationBuilder) () -> ExecuteSql.of("SELECT 1"),
          Consumer.class,
          (Consumer<Backfill.Builder>) fill -> fill.batchSize(500));

  /** What is nothing without these calls, of which there are too many to be found by trying. */
  private static final Map<Class<?>, List<String>> NEEDED =
      Map.of(
          AlterDefaultPrivileges.Builder.class, List.of("grant", "onTables", "to"),
          Backfill.Builder.class, List.of("set"),
          BulkInsert.Builder.class, List.of("columns", "row"),
          CreateTrigger.Builder.class, List.of("after", "insert", "forEachRow", "execute"),
          Exclude.class, List.of("with"));

  private final List<Class<?>> classes;
  private final Map<Class<?>, List<Ways>> known = new HashMap<>();
  private final Map<Method, List<List<List<AuthorCall>>>> arguments = new HashMap<>();

  /**
   * @param classes the public classes of the package
   */
  AuthorValues(List<Class<?>> classes) {
    this.classes = classes;
  }

  /** The methods that were written so far. */
  Set<Method> asked() {
    return arguments.keySet();
  }

  /** The arguments of a method: the simplest, then each parameter in all its ways. */
  List<List<List<AuthorCall>>> arguments(Method method) {
    List<List<List<AuthorCall>>> written = arguments.getOrDefault(method, List.of());
    if (written.isEmpty()) {
      written = written(method);
      arguments.put(method, written);
    }
    return written;
  }

  private List<List<List<AuthorCall>>> written(Method method) {
    List<List<Ways>> ways = new ArrayList<>();
    for (int at = 0; at < method.getParameterCount(); at++) {
      ways.add(ways(method, method.getParameters()[at]));
    }
    if (ways.stream().anyMatch(List::isEmpty)) {
      return List.of();
    }
    List<AuthorCall> simplest = ways.stream().map(way -> way.get(0).calls().get(0)).toList();
    List<List<List<AuthorCall>>> all = new ArrayList<>();
    all.add(List.of(simplest));
    for (int at = 0; at < ways.size(); at++) {
      for (Ways way : ways.get(at)) {
        List<List<AuthorCall>> alternatives = new ArrayList<>();
        for (AuthorCall call : way.calls()) {
          List<AuthorCall> arguments = new ArrayList<>(simplest);
          arguments.set(at, call);
          alternatives.add(arguments);
        }
        all.add(alternatives);
      }
    }
    return all;
  }

  private List<Ways> ways(Method method, Parameter parameter) {
    Class<?> type = parameter.getType();
    if (type.isArray()) {
      return arrays(method, parameter, type.getComponentType());
    }
    if (type == String.class || type == Object.class) {
      return List.of(new Ways(List.of(text(method, parameter, 0))));
    }
    if (type == List.class) {
      return lists(method, parameter);
    }
    return ways(type);
  }

  private List<Ways> arrays(Method method, Parameter parameter, Class<?> element) {
    if (element == String.class || element == Object.class) {
      List<AuthorCall> both = List.of(text(method, parameter, 0), text(method, parameter, 1));
      return List.of(new Ways(List.of(array(element, both), array(element, both.subList(0, 1)))));
    }
    Stream<Ways> one =
        ways(element).stream()
            .map(Ways::calls)
            .map(calls -> calls.stream().map(call -> array(element, List.of(call))).toList())
            .map(Ways::new);
    return Stream.concat(one, Stream.of(new Ways(List.of(array(element, List.of()))))).toList();
  }

  /** Rows as maps are all that is handed over in a list. */
  private static List<Ways> lists(Method method, Parameter parameter) {
    Type element =
        ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0];
    return element.getTypeName().contains("Map")
        ? List.of(
            new Ways(
                List.of(
                    new AuthorCall(
                        "rows",
                        (op, names) -> List.of(Map.of(names.text(method, parameter, 0), 1))))))
        : List.of();
  }

  private static AuthorCall text(Method method, Parameter parameter, int index) {
    return new AuthorCall(parameter.getName(), (op, names) -> names.text(method, parameter, index));
  }

  private static AuthorCall array(Class<?> element, List<AuthorCall> calls) {
    return new AuthorCall(
        String.join(", ", calls.stream().map(AuthorCall::text).toList()),
        (op, names) -> {
          Object array = Array.newInstance(element, calls.size());
          for (int at = 0; at < calls.size(); at++) {
            Array.set(array, at, calls.get(at).make().with(op, names));
          }
          return array;
        });
  }

  private List<Ways> ways(Class<?> type) {
    if (CONSTANTS.containsKey(type)) {
      return List.of(new Ways(List.of(AuthorCall.value(CONSTANTS.get(type)))));
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> new Ways(List.of(AuthorCall.value(constant))))
          .toList();
    }
    if (!known.containsKey(type)) {
      // What needs itself, as an array type does its element, begins with something else.
      known.put(type, List.of());
      List<Ways> all = written(type);
      assertThat(all).as("ways to make a %s", type).isNotEmpty();
      known.put(type, all);
    }
    return known.get(type);
  }

  private List<Ways> written(Class<?> type) {
    List<Ways> all = new ArrayList<>();
    for (Class<?> owner : classes) {
      for (Method factory : methods(owner, true)) {
        Class<?> returned = factory.getReturnType();
        if (type.isAssignableFrom(returned)) {
          all.addAll(from(factory, returned, type));
        } else if (methods(returned, false).stream().anyMatch(next -> makes(next, type))) {
          all.addAll(through(factory, type));
        }
      }
    }
    return all;
  }

  /** With the calls without which it is nothing. */
  AuthorCall begun(AuthorCall start, Class<?> type) {
    AuthorCall begun = start;
    for (String name : NEEDED.getOrDefault(type, List.of())) {
      Method needed =
          methods(type, false).stream()
              .filter(method -> method.getName().equals(name))
              .reduce((first, last) -> last)
              .orElseThrow();
      begun = begun.then(needed, arguments(needed).get(0).get(0));
    }
    return begun;
  }

  /** What a factory makes, and all that can be said of it. */
  private List<Ways> from(Method factory, Class<?> returned, Class<?> type) {
    List<Ways> all = new ArrayList<>();
    List<List<List<AuthorCall>>> arguments = arguments(factory);
    for (List<List<AuthorCall>> alternatives : arguments) {
      all.add(
          new Ways(
              alternatives.stream()
                  .map(with -> begun(AuthorCall.factory(factory, with), returned))
                  .toList()));
    }
    if (!arguments.isEmpty()) {
      AuthorCall start = AuthorCall.factory(factory, arguments.get(0).get(0));
      all.addAll(continued(begun(start, returned), returned));
    }
    return all;
  }

  /** What a factory begins and another method completes. */
  private List<Ways> through(Method factory, Class<?> type) {
    List<Ways> all = new ArrayList<>();
    for (List<List<AuthorCall>> begun : arguments(factory)) {
      AuthorCall start = AuthorCall.factory(factory, begun.get(0));
      for (Method next : methods(factory.getReturnType(), false)) {
        if (makes(next, type)) {
          for (List<List<AuthorCall>> alternatives : arguments(next)) {
            all.add(new Ways(alternatives.stream().map(with -> start.then(next, with)).toList()));
          }
          List<List<List<AuthorCall>>> simplest = arguments(next);
          if (!simplest.isEmpty()) {
            all.addAll(continued(start.then(next, simplest.get(0).get(0)), next.getReturnType()));
          }
        }
      }
    }
    return all;
  }

  /** Each method that returns the type again, alone, behind another, and before another. */
  List<Ways> continued(AuthorCall start, Class<?> type) {
    List<Ways> all = new ArrayList<>();
    List<Method> methods = fluent(type);
    for (Method method : methods) {
      for (List<List<AuthorCall>> alternatives : arguments(method)) {
        List<AuthorCall> calls = new ArrayList<>();
        alternatives.forEach(with -> calls.add(start.then(method, with)));
        for (Method other : methods) {
          for (List<AuthorCall> others : simplest(other)) {
            for (List<AuthorCall> with : alternatives) {
              calls.add(start.then(other, others).then(method, with));
              calls.add(start.then(method, with).then(other, others));
            }
          }
        }
        List<AuthorCall> possible =
            calls.stream().filter(AuthorCall::isPossible).limit(ALTERNATIVES).toList();
        if (!possible.isEmpty()) {
          all.add(new Ways(possible));
        }
      }
    }
    return all;
  }

  List<List<AuthorCall>> simplest(Method method) {
    return arguments(method).stream().limit(1).flatMap(List::stream).toList();
  }

  /** The methods that return the type again. */
  static List<Method> fluent(Class<?> type) {
    return methods(type, false).stream()
        .filter(method -> method.getReturnType().isAssignableFrom(type))
        .filter(method -> method.getReturnType() != Object.class)
        .toList();
  }

  private static boolean makes(Method method, Class<?> type) {
    return type.isAssignableFrom(method.getReturnType())
        && method.getReturnType().getPackageName().equals(type.getPackageName())
        && !method.getReturnType().isAssignableFrom(method.getDeclaringClass());
  }

  /** The public methods of a type, in an order that is always the same; text ones first. */
  static List<Method> methods(Class<?> type, boolean statics) {
    Stream<Method> declared = Arrays.stream(type.getMethods());
    return declared
        .filter(method -> Modifier.isStatic(method.getModifiers()) == statics)
        .filter(method -> !method.isBridge() && !method.getName().equals("valueOf"))
        .filter(method -> !statics || method.getDeclaringClass() == type)
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !Arrays.asList(method.getParameterTypes()).contains(QualifiedName.class))
        .sorted(Comparator.comparing(Method::toGenericString))
        .toList();
  }
}
