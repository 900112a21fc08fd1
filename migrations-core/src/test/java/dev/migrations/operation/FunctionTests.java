package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.error.MigrationsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written for functions and procedures, and what is refused. */
class FunctionTests {

  private static final String BODY = "RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2 $$;";

  @Test
  void aFunctionIsWrittenAsItsAuthorWroteIt() {
    assertThat(Rendering.inUse(14, op -> op.createFunction(" app.f(a int = 1) ", BODY)))
        .containsExactly(
            "CREATE FUNCTION app.f(a int = 1)\nRETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2 $$");
  }

  @Test
  void aFunctionIsReplacedInPlaceUnlessItsSignatureChanges() {
    assertThat(Rendering.inUse(14, op -> op.replaceFunction("f()", "LANGUAGE sql AS ''")))
        .containsExactly("CREATE OR REPLACE FUNCTION f()\nLANGUAGE sql AS ''");
    assertThat(
            Rendering.inUse(
                14,
                op ->
                    op.replaceProcedure("f(a int)", "LANGUAGE sql AS ''")
                        .from("f(b text DEFAULT 'x')", "LANGUAGE sql AS ''")
                        .recreate()))
        .containsExactly(
            "DROP PROCEDURE f(b text) ; CREATE PROCEDURE f(a int)\nLANGUAGE sql AS ''");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          f                                             | f
          f()                                           | f()
          "f(x)"(a int)                                 | "f(x)"(a int)
          f(a int DEFAULT 1)                            | f(a int)
          f(a numeric(3,1) = g(1, 2), b int)            | f(a numeric(3,1), b int)
          f(a int[] = ARRAY[1, 2], "default" text = ')')| f(a int[], "default" text)
          f(IN a int, OUT b int, VARIADIC c text[])     | f(IN a int, OUT b int, VARIADIC c text[])
          """)
  void aRoutineIsDroppedByItsArgumentsWithoutDefaults(String signature, String dropped) {
    assertThat(new RoutineSignature(signature).withoutDefaults()).isEqualTo(dropped);
  }

  @Test
  void optionsOfDroppingAreWritten() {
    assertThat(Rendering.inUse(14, op -> op.dropFunction("app.f").ifExists().cascade()))
        .containsExactly("DROP FUNCTION IF EXISTS app.f CASCADE");
  }

  @Test
  void aSignatureNamesTheArguments() {
    assertThatThrownBy(() -> Rendering.recorded(op -> op.createFunction("f", BODY)))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("function f says nothing of its arguments");
    assertThatThrownBy(() -> Rendering.recorded(op -> op.dropFunction("f").definition(BODY)))
        .isInstanceOf(MigrationsException.class);
  }

  @Test
  void aBodyIsOneStatement() {
    assertThatThrownBy(
            () -> Rendering.recorded(op -> op.createFunction("f()", BODY + " DROP TABLE t")))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("function f() holds 2 statements");
  }

  @Test
  void whatIsNotKnownIsAskedFor() {
    assertThat(Rendering.recorded(op -> op.dropFunction("f()")).get(0).reversal())
        .isEqualTo(
            Reversal.impossible("what the function was is not known; say so with definition(…)"));
    assertThat(Rendering.recorded(op -> op.replaceProcedure("f()", "AS ''")).get(0).reversal())
        .isEqualTo(Reversal.impossible("the procedure before is not known; give it with from(…)"));
  }
}
