package dev.migrations.operation;

import static dev.migrations.operation.Attribute.attribute;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.PublicationMember.publishedTable;
import static dev.migrations.operation.PublicationMember.tablesInSchema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused before anything runs, and what has no reverse. */
class TypesRefusalsTests {

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(op -> op.createEnum("e", "a", "b", "a"), "Enum 'e' has a value twice: a, b, a"),
        wrong(
            op -> op.addEnumValue("e", "x").before("a").after("b"),
            "'x' of enum 'e' is placed before 'a' and after 'b'"),
        wrong(
            op -> op.createType("t", attribute("a", TEXT), attribute("a", TEXT)),
            "Type 't' has an attribute twice"),
        wrong(op -> op.addDomainConstraint("d", "ck", " "), "A check has no expression"),
        wrong(
            op -> op.createSequence("s", SequenceOption.cycle(), SequenceOption.noCycle()),
            "Sequence 's' has an option twice: CYCLE NO CYCLE"),
        wrong(op -> op.alterSequence("s"), "Nothing of sequence 's' is altered"),
        wrong(
            op -> op.rename(DatabaseObject.extension("hstore"), "x"),
            "cannot rename an object of this kind: extension hstore"),
        wrong(
            op -> op.setSchema(DatabaseObject.trigger("app.t", "tg"), "x"),
            "no schema of its own: trigger tg of app.t"),
        wrong(op -> op.setSchema(DatabaseObject.index("ix"), "x"), "no schema of its own"),
        wrong(op -> op.createStatistics("st", "t", new String[0]), "are about nothing"),
        wrong(
            op -> op.createStatistics("st", "t", IndexKey.key("a").desc()),
            "a key with an order or a collation"),
        wrong(
            op -> op.renameFunction("app.f(integer", "g"),
            "The SQL of the signature 'app.f(integer', line 1: a parenthesis that opens here is never"),
        wrong(op -> op.renameProcedure("app.one two(integer)", "g"), "names no procedure"),
        wrong(op -> op.alterStatistics("st", 10_001), "cannot have the target 10001"),
        wrong(
            op -> op.createPublication("p", publishedTable("t")).allTables(),
            "is for all tables, and for some"),
        wrong(op -> op.alterPublication("p"), "Nothing of publication 'p' is altered"));
  }

  private static Arguments wrong(Consumer<Operations> author, String message) {
    return Arguments.of(author, message);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatMakesNoSenseIsRefused(Consumer<Operations> author, String message) {
    assertThatThrownBy(() -> Rendering.recorded(author))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatANewerServerPublishesIsRefusedOnAnOlderOne() {
    RefusedOperationsException refused =
        catchThrowableOfType(
            RefusedOperationsException.class,
            () ->
                Rendering.inUse(
                    14,
                    op -> {
                      op.createPublication("a", publishedTable("t").columns("id"));
                      op.createPublication("b", publishedTable("t").where("x"));
                      op.alterPublication("c").add(tablesInSchema("s"));
                      op.createPublication("d").generatedColumns();
                    }));
    assertThat(refused.refusals())
        .extracting(Refusal::reason)
        .containsExactly(
            "A column list of a publication needs PostgreSQL 15; this server is 14.",
            "A row filter of a publication needs PostgreSQL 15; this server is 14.",
            "TABLES IN SCHEMA needs PostgreSQL 15; this server is 14.",
            "publish_generated_columns needs PostgreSQL 18; this server is 14.");
  }

  static Stream<Arguments> notUndone() {
    return Stream.of(
        wrong(op -> op.addEnumValue("e", "x"), "cannot remove a value"),
        wrong(op -> op.dropEnum("e"), "definition(…)"),
        wrong(op -> op.dropDomain("d"), "definition(…)"),
        wrong(op -> op.dropDomainConstraint("d", "c"), "definition(…)"),
        wrong(op -> op.validateDomainConstraint("d", "c"), "definition(…)"),
        wrong(op -> op.setDomainDefault("d", 1), "fromNone()"),
        wrong(op -> op.dropType("t"), "definition(…)"),
        wrong(op -> op.dropAttribute("t", "a"), "definition(…)"),
        wrong(op -> op.alterAttributeType("t", "a", TEXT), "from(…)"),
        wrong(op -> op.createSequence("s").ifNotExists(), "there before"),
        wrong(
            op ->
                op.alterSequence("s", SequenceOption.cycle(), SequenceOption.restart())
                    .from(SequenceOption.noCycle()),
            "not known of RESTART"),
        wrong(op -> op.dropSequence("s"), "definition(…)"),
        wrong(op -> op.createSchema("s").ifNotExists(), "there before"),
        wrong(op -> op.dropSchema("s"), "definition(…)"),
        wrong(op -> op.dropSchema("s").cascade().definition(), "what the schema held"),
        wrong(op -> op.createExtension("e").ifNotExists(), "there before"),
        wrong(op -> op.dropExtension("e"), "definition(…)"),
        wrong(op -> op.updateExtension("e"), "from(…)"),
        wrong(op -> op.commentOn(DatabaseObject.schema("s"), "x"), "fromNone()"),
        wrong(op -> op.setSchema(DatabaseObject.view("v"), "s"), "from(…)"),
        wrong(op -> op.createStatistics("s", "t", "a").ifNotExists(), "there before"),
        wrong(op -> op.alterStatistics("s", 5), "from(…)"),
        wrong(op -> op.dropStatistics("s"), "definition(…)"),
        wrong(op -> op.dropPublication("p"), "definition(…)"));
  }

  @ParameterizedTest
  @MethodSource("notUndone")
  void whatHasNoReverseSaysWhy(Consumer<Operations> author, String reason) {
    assertThat(Rendering.recorded(author).get(0).reversal())
        .isInstanceOfSatisfying(
            Reversal.Impossible.class, why -> assertThat(why.reason()).contains(reason));
  }

  @Test
  void anExtensionIsBroughtBackToTheVersionBefore() {
    Operation update = Rendering.recorded(op -> op.updateExtension("e").to("2").from("1")).get(0);
    assertThat(update.reversal()).isEqualTo(Reversal.by(new UpdateExtension("e", "1", "2")));
  }
}
