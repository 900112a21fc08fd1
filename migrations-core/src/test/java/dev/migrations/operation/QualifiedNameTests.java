package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.error.MigrationsException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualifiedNameTests {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      nullValues = "-",
      value = {
        "orders          | -     | orders",
        "app.orders      | app   | orders",
        "App.Orders      | App   | Orders",
        "\"a.b\".c       | a.b   | c",
        "a.\"b.c\"       | a     | b.c",
        "\"a\"\"b\".c    | a\"b  | c",
        "a\"b            | -     | a\"b",
        "\"a             | -     | \"a",
        "`my table`      | -     | my table"
      })
  void aNameIsReadWithItsSchema(String text, String schema, String name) {
    assertThat(QualifiedName.parse(text)).isEqualTo(QualifiedName.of(schema, name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", ".", "a.", ".a", "a.b.c", "a..b", "a.\"\""})
  void aNameThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> QualifiedName.parse(text)).isInstanceOf(MigrationsException.class);
  }

  @Property
  void aNameWithBothPartsQuotedIsReadAsItIs(
      @ForAll @StringLength(min = 1) String schema, @ForAll @StringLength(min = 1) String name) {
    assertThat(QualifiedName.parse(quoted(schema) + "." + quoted(name)))
        .isEqualTo(QualifiedName.of(schema, name));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Test
  void aHostileNameIsTakenAsItIs() {
    assertThat(QualifiedName.of("my.schema", "my \"table\"").sql())
        .isEqualTo("\"my.schema\".\"my \"\"table\"\"\"");
  }
}
