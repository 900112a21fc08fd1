package dev.migrations.operation;

import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.operation.GivenNames.Given;
import dev.migrations.operation.GivenNames.Manner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every method of every area of {@link Operations}, with every argument that it takes and every
 * method of what it returns, as calls that are accepted. What else a call needs is found by trying.
 */
public final class AuthorCases {

  private static final int TRIALS = 2_000;

  /**
   * Calls that are accepted.
   *
   * @param call the calls
   * @param manner how they are given names
   * @param given the names that they were given, as markers
   * @param plain what comes of them
   */
  public record Case(AuthorCall call, Manner manner, List<Given> given, RenderedCalls plain) {

    private Set<String> seen() {
      String text = plain.text();
      return given.stream()
          .filter(name -> text.contains(name.name()))
          .map(Given::place)
          .collect(Collectors.toSet());
    }
  }

  private final AuthorValues values = new AuthorValues(publicClasses());
  private final List<Case> cases = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private final List<String> impossible = new ArrayList<>();

  public AuthorCases() {
    for (Class<?> area : Operations.class.getInterfaces()) {
      for (Method method : AuthorValues.methods(area, false)) {
        if (method.getDeclaringClass() == area) {
          add(method);
        }
      }
    }
  }

  public List<Case> all() {
    return cases;
  }

  /** The methods of areas and builders that are never accepted. */
  List<String> impossible() {
    return impossible;
  }

  /** The parameters that take a text of this kind, wherever an author writes one. */
  Set<String> places(Set<NameKind> kinds) {
    Set<String> places = new LinkedHashSet<>();
    for (Method method : values.asked()) {
      Arrays.stream(method.getParameters())
          .filter(parameter -> takesText(parameter.getType()))
          .filter(parameter -> kinds.contains(NameKind.of(method, parameter)))
          .forEach(parameter -> places.add(NameKind.describe(method, parameter)));
    }
    return places;
  }

  /** The parameters of which a text was found in the SQL. */
  Set<String> seen() {
    return seen;
  }

  private static boolean takesText(Class<?> type) {
    Class<?> element = type.isArray() ? type.getComponentType() : type;
    return element == String.class || element == Object.class;
  }

  private void add(Method method) {
    Class<?> builder = method.getReturnType();
    List<Method> more = builder == void.class ? List.of() : AuthorValues.fluent(builder);
    List<AuthorCall> starts = new ArrayList<>();
    for (List<List<AuthorCall>> alternatives : values.arguments(method)) {
      for (List<AuthorCall> arguments : alternatives) {
        AuthorCall bare = AuthorCall.recorder().then(method, arguments);
        AuthorCall call = values.begun(bare, builder);
        Optional<Case> accepted = best(completed(call, more));
        if (accepted.isPresent()) {
          keep(accepted.get());
          starts.add(call);
          starts.add(bare);
          break;
        }
      }
    }
    if (starts.isEmpty()) {
      impossible.add(NameKind.describe(method));
      return;
    }
    for (Method next : more) {
      if (starts.stream().noneMatch(start -> add(start, next, more))) {
        impossible.add(NameKind.describe(next));
      }
    }
  }

  private boolean add(AuthorCall start, Method next, List<Method> more) {
    boolean possible = false;
    for (List<List<AuthorCall>> alternatives : values.arguments(next)) {
      Optional<Case> accepted =
          best(alternatives.stream().flatMap(with -> around(start, next, with, more)));
      accepted.ifPresent(this::keep);
      possible |= accepted.isPresent();
    }
    return possible;
  }

  private void keep(Case accepted) {
    cases.add(accepted);
    seen.addAll(accepted.seen());
  }

  /** Calls, and what may have to follow them. */
  private Stream<AuthorCall> completed(AuthorCall call, List<Method> more) {
    return Stream.of(
            Stream.of(call),
            continued(call, more),
            continued(call, more).flatMap(c -> continued(c, more)))
        .flatMap(calls -> calls);
  }

  /** A call, and what may have to stand before or behind it. */
  private Stream<AuthorCall> around(
      AuthorCall start, Method next, List<AuthorCall> with, List<Method> more) {
    AuthorCall alone = start.then(next, with);
    return Stream.of(
            Stream.of(alone),
            continued(start, more).map(before -> before.then(next, with)),
            continued(alone, more),
            continued(start, more).flatMap(before -> continued(before.then(next, with), more)),
            continued(alone, more).flatMap(call -> continued(call, more)),
            continued(start, more)
                .flatMap(call -> continued(call, more))
                .map(before -> before.then(next, with)))
        .flatMap(calls -> calls);
  }

  private Stream<AuthorCall> continued(AuthorCall call, List<Method> more) {
    return more.stream()
        .flatMap(other -> values.simplest(other).stream().map(with -> call.then(other, with)));
  }

  /** The first of which all names are seen, here or before, or else the one with most. */
  private Optional<Case> best(Stream<AuthorCall> calls) {
    Optional<Case> best = Optional.empty();
    int most = -1;
    int trials = 0;
    for (AuthorCall call : (Iterable<AuthorCall>) calls::iterator) {
      for (Manner manner : Manner.ALL) {
        if (++trials > TRIALS) {
          return best;
        }
        Optional<Case> accepted = tried(call, manner);
        if (accepted.isEmpty()) {
          continue;
        }
        Set<String> seenHere = accepted.get().seen();
        if (seenHere.size() > most) {
          best = accepted;
          most = seenHere.size();
        }
        if (accepted.get().given().stream()
            .map(Given::place)
            .allMatch(place -> seen.contains(place) || seenHere.contains(place))) {
          return accepted;
        }
      }
    }
    return best;
  }

  private static Optional<Case> tried(AuthorCall call, Manner manner) {
    GivenNames names = GivenNames.markers(manner);
    try {
      RenderedCalls rendered = rendered(call, names);
      return rendered.isAccepted()
          ? Optional.of(new Case(call, manner, names.given(), rendered))
          : Optional.empty();
    } catch (MigrationsException refused) {
      return Optional.empty();
    }
  }

  /**
   * What comes of the calls with these names.
   *
   * @throws MigrationsException when they are refused
   */
  static RenderedCalls rendered(AuthorCall call, GivenNames names) {
    Operations op = new Operations();
    call.make().with(op, names);
    return RenderedCalls.of(op.recorded(), names.qualified());
  }

  private static List<Class<?>> publicClasses() {
    Path folder = Path.of("target/classes/dev/migrations/operation");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .sorted()
          .map(AuthorCases::load)
          .filter(type -> Modifier.isPublic(type.getModifiers()))
          .collect(Collectors.toList());
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName("dev.migrations.operation." + name);
    } catch (ClassNotFoundException ex) {
      throw new AssertionError(ex);
    }
  }
}
