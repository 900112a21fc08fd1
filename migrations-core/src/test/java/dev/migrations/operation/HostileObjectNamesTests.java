package dev.migrations.operation;

import static dev.migrations.operation.Attribute.attribute;
import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of types, sequences and the like that must be quoted reach the catalog as they are. */
@PostgresTest
class HostileObjectNamesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upper",
        "with space",
        "with.dot",
        "quo\"te",
        "'apostrophe'",
        "back\\slash",
        "semi;colon -- x",
        "select",
        "größe",
        "$1",
        "%s"
      })
  void everyOperationTakesAnyName(String hostile, TestDatabase db) throws SQLException {
    QualifiedName status = QualifiedName.of(hostile, hostile + " e");
    QualifiedName domain = QualifiedName.of(hostile, hostile + " d");
    QualifiedName type = QualifiedName.of(hostile, hostile + " ct");
    QualifiedName sequence = QualifiedName.of(hostile, hostile + " s");
    QualifiedName table = QualifiedName.of(hostile, hostile + " t");
    QualifiedName statistics = QualifiedName.of(hostile, hostile + " st");
    List<Operation> create =
        List.of(
            CreateSchema.builder(hostile).build(),
            new CreateEnum(status, List.of(hostile, "other")),
            CreateDomain.builder(domain, TEXT).defaultValue(hostile).check(hostile, "true").build(),
            new CreateType(type, List.of(attribute(hostile, DataType.named(status)))),
            CreateTable.builder(
                    table,
                    column("a", BIGINT),
                    column(hostile, DataType.named(domain)).defaultValue(hostile))
                .build());
    List<Operation> change =
        List.of(
            CreateSequence.builder(sequence, SequenceOption.ownedBy(quoted(table), hostile))
                .build(),
            new RenameEnumValue(status, hostile, hostile + " v"),
            AddDomainConstraint.builder(domain, hostile + " ck", "VALUE <> ''").build(),
            AddAttribute.builder(type, attribute(hostile + " 2", INTEGER)).build(),
            RenameAttribute.builder(type, hostile, hostile + " 3").build(),
            CreateStatistics.builder(
                    statistics, table, List.of(IndexKey.key("a"), IndexKey.key(hostile)))
                .build(),
            CreatePublication.builder(hostile, new PublicationMember.Table(table, List.of(), null))
                .build(),
            CommentOn.builder(DatabaseObject.domainConstraint(quoted(domain), hostile), hostile)
                .fromNone()
                .build(),
            CommentOn.builder(DatabaseObject.statistics(quoted(statistics)), hostile)
                .fromNone()
                .build(),
            new RenameObject(DatabaseObject.domainConstraint(quoted(domain), hostile), "plain"),
            new RenameObject(DatabaseObject.publication(hostile), hostile + " p"),
            SetSchema.builder(DatabaseObject.type(quoted(status)), "public").build(),
            new RenameObject(DatabaseObject.schema(hostile), hostile + " r"));
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, create);
      assertThat(
              db.column("SELECT typname FROM pg_type WHERE typtype = 'd' AND typname LIKE '% d'"))
          .containsOnly(hostile + " d");
      List<String> before = Catalog.of(db);
      UnitRunner.run(connection, change);
      assertThat(db.column("SELECT nspname FROM pg_namespace WHERE nspname LIKE '% r'"))
          .containsOnly(hostile + " r");
      assertThat(db.column("SELECT enumlabel FROM pg_enum ORDER BY enumsortorder"))
          .containsExactly(hostile + " v", "other");
      UnitRunner.run(connection, UnitRunner.reversed(change));
      assertThat(Catalog.of(db)).isEqualTo(before);
      UnitRunner.run(connection, UnitRunner.reversed(create));
    }
  }

  private static String quoted(QualifiedName name) {
    return "\"%s\".\"%s\""
        .formatted(
            String.valueOf(name.schema()).replace("\"", "\"\""), name.name().replace("\"", "\"\""));
  }
}
