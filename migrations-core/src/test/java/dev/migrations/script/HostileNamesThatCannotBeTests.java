package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.graph.RevisionNode;
import dev.migrations.operation.AuthorCases;
import dev.migrations.operation.AuthorCases.Case;
import dev.migrations.operation.GivenNames;
import dev.migrations.operation.GivenNames.Given;
import dev.migrations.operation.NameKind;
import dev.migrations.operation.Operation;
import dev.migrations.operation.RefusedOperationsException;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.UnitWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A name that PostgreSQL has no place for, or would cut without an error, is refused wherever an
 * author writes it, by a message that says for which operation.
 */
class HostileNamesThatCannotBeTests {

  private static final AuthorCases CASES = new AuthorCases();

  /** What is wrong with the name. */
  enum Fault {
    EMPTY("", kind -> kind != NameKind.TEXT),
    NUL("a\n\0b", kind -> true),
    TOO_LONG("x".repeat(64), kind -> kind != NameKind.TEXT);

    private final String name;
    private final Predicate<NameKind> where;

    Fault(String name, Predicate<NameKind> where) {
      this.name = name;
      this.where = where;
    }
  }

  @ParameterizedTest
  @EnumSource
  void anImpossibleNameIsRefused(Fault fault) {
    Map<String, String> wrong = new TreeMap<>();
    Set<String> tried = new HashSet<>();
    for (Case plain : CASES.all()) {
      String text = plain.plain().text();
      for (Given given : plain.given()) {
        boolean relevant = given.kind() != NameKind.SIGNATURE && fault.where.test(given.kind());
        if (relevant && text.contains(given.name()) && tried.add(method(plain) + given.place())) {
          String message = messageOf(plain, given, fault);
          if (message == null) {
            wrong.put(given.place() + " in " + plain.call().text(), "is not refused");
          } else if (!namesIt(message)) {
            wrong.put(given.place() + " in " + plain.call().text(), message);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String method(Case plain) {
    return plain.call().text().substring(0, plain.call().text().indexOf('('));
  }

  /** One line that begins with the operation, or with the revision and the call in it. */
  private static boolean namesIt(String message) {
    return message.matches("Cannot [a-z]+ .+: .+")
        || message.matches("The upgrade of revision a \\(A\\): \\w+\\(…\\).*: .+")
        || message.matches("The upgrade of revision a \\(A\\): The SQL of the backfill of .+");
  }

  private static @Nullable String messageOf(Case plain, Given given, Fault fault) {
    GivenNames names =
        new GivenNames(
            number ->
                GivenNames.marker(number).equals(given.name())
                    ? fault.name
                    : GivenNames.marker(number),
            plain.manner());
    Migration migration =
        new Migration() {
          @Override
          public void upgrade(Operations op) {
            plain.call().record(op, names);
          }

          @Override
          public void downgrade(Operations op) {}
        };
    JavaRevision revision =
        new JavaRevision(
            new RevisionNode("a", List.of(), List.of(), List.of(), List.of(), "A"),
            "",
            () -> migration);
    try {
      List<Operation> operations = revision.operations(Direction.UPGRADE);
      List<Operation> all = new ArrayList<>(operations);
      for (Operation operation : operations) {
        if (operation.reversal() instanceof Reversal.By by) {
          all.addAll(by.operations());
        }
      }
      UnitWriter.units(all, 18);
      return null;
    } catch (RefusedOperationsException refused) {
      return refused.refusals().stream()
          .map(refusal -> "Cannot " + refusal.operation() + ": " + refusal.reason())
          .findFirst()
          .orElse(null);
    } catch (MigrationsException refused) {
      return refused.description();
    }
  }
}
