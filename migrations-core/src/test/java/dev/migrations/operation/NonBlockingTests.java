package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * While an operation looks at the rows of tables in use, or waits for those who use them, others
 * read and write these tables, and it holds no lock that would stop them. The plain form does.
 */
@PostgresTest
class NonBlockingTests {

  /** Of these PostgreSQL has no safe form, so they are refused on tables in use. */
  private static final List<Consumer<Operations>> REFUSED =
      List.of(
          op -> op.alterColumnType("t", "c", DataType.BIGINT).from(DataType.INTEGER),
          op -> op.createExclude("ex", "t", Exclude.of().with("c", "&&")),
          op -> op.setExpression("t", "c", "1 + 1"),
          op -> op.setLogged("t"),
          op -> op.setTablespace("t", "other"));

  static List<SafeRecipe> recipes() {
    return SafeRecipes.all();
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void othersReadAndWriteMeanwhile(SafeRecipe recipe, TestDatabase db) throws SQLException {
    assumeThat(server(db)).isGreaterThanOrEqualTo(recipe.since());
    try (RecipeWatch watch = new RecipeWatch(db, recipe)) {
      if (recipe.blocking() != null) {
        assertThatTheBlockingFormIsSeen(watch);
      }

      List<Look> moments = watch.runSafe().stream().filter(Look::matters).toList();

      assertThat(moments)
          .allSatisfy(
              look -> {
                assertThat(look.stopping()).as(look.statement()).isEmpty();
                assertThat(look.stopped()).as(look.statement()).isNull();
              });
      assertThat(moments.isEmpty()).isEqualTo(!recipe.reads());
    }
  }

  private static void assertThatTheBlockingFormIsSeen(RecipeWatch watch) throws SQLException {
    assertThat(watch.tryBlocking())
        .anySatisfy(
            look -> {
              assertThat(look.matters()).isTrue();
              assertThat(look.stopping()).isNotEmpty();
              assertThat(look.stopped()).isNotNull();
            });
  }

  /** A limit of the concurrent form, which the documentation of the operation names. */
  @Test
  void whoReadsADetachedPartitionByItsNameIsWaitedForUnderTheLock(TestDatabase db)
      throws SQLException {
    String byName = "SELECT count(*) FROM event_0";
    SafeRecipe recipe =
        SafeRecipe.of(
            "detachPartition",
            new LiveTables(LiveTables.EVENTS.setUp(), List.of(byName)),
            op -> op.detachPartition("event", "event_0"));
    try (RecipeWatch watch = new RecipeWatch(db, recipe)) {
      assertThat(watch.runSafe())
          .singleElement()
          .satisfies(
              look -> {
                assertThat(look.stopping()).containsExactly("event_0 AccessExclusiveLock");
                assertThat(look.stopped()).isEqualTo(byName);
              });
    }
  }

  /** As with the partition: PostgreSQL up to 18 has no other form. */
  @Test
  void theValuesOfADomainAreCheckedWhileOthersRead(TestDatabase db) throws SQLException {
    assumeThat(server(db)).isLessThanOrEqualTo(18);
    SafeRecipe recipe =
        SafeRecipe.of(
            "addDomainConstraint",
            SafeRecipes.WITH_DOMAIN,
            op -> op.addDomainConstraint("amount", "ck", "gate(VALUE) > 0"));
    try (RecipeWatch watch = new RecipeWatch(db, recipe)) {
      assertThat(watch.runSafe())
          .filteredOn(Look::matters)
          .isNotEmpty()
          .allSatisfy(
              look -> {
                assertThat(look.statement()).endsWith("VALIDATE CONSTRAINT ck");
                assertThat(look.stopping()).containsExactly("orders ShareLock");
                assertThat(look.stopped()).startsWith("INSERT INTO orders");
              });
    }
  }

  /** What has {@code blocking()} has a safe road that is shown here, or says that it has none. */
  @Test
  void everyOperationWithABlockingFormIsHere() {
    Set<String> shown =
        SafeRecipes.all().stream()
            .flatMap(recipe -> Rendering.recorded(recipe.safe()).stream())
            .map(operation -> operation.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    REFUSED.forEach(author -> shown.add(refused(author)));

    assertThat(shown).containsAll(withBlockingBuilders());
    assertThat(withBlockingBuilders()).contains("CreateIndex").hasSizeGreaterThan(15);
  }

  private static Set<String> withBlockingBuilders() {
    return Stream.of(Operations.class.getMethods())
        .map(Method::getReturnType)
        .filter(NonBlockingTests::hasBlockingForm)
        .map(builder -> builder.getEnclosingClass().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean hasBlockingForm(Class<?> builder) {
    return Stream.of(builder.getMethods()).anyMatch(method -> method.getName().equals("blocking"));
  }

  private static String refused(Consumer<Operations> author) {
    List<Operation> operations = Rendering.recorded(author);
    assertThatThrownBy(() -> UnitWriter.units(operations, 18))
        .isInstanceOf(RefusedOperationsException.class)
        .hasMessageContaining("blocking()");
    return operations.get(0).getClass().getSimpleName();
  }

  private static int server(TestDatabase db) {
    return Integer.parseInt(db.value("SHOW server_version_num")) / 10_000;
  }
}
