package dev.migrations.operation;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Functions and procedures, on the tables of {@link RoutinesOnPostgresTests}. */
final class FunctionExamples {

  private static final String SIGNATURE =
      "app.total(wanted text, factor numeric(10, 2) DEFAULT (1 + 1), VARIADIC ids int[] = ARRAY[1, 2])";
  private static final String SUM =
      "RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT sum(total) * factor FROM app.orders $$";
  private static final String MAXIMUM =
      "RETURNS numeric LANGUAGE sql AS $$ SELECT max(total) FROM app.orders $$";
  private static final String ATOMIC =
      "LANGUAGE sql BEGIN ATOMIC DELETE FROM app.orders WHERE id = wanted; END";
  private static final String PLPGSQL = "LANGUAGE plpgsql AS $$ BEGIN NULL; END; $$";

  private static final Consumer<Operations> NOTHING = op -> {};

  private FunctionExamples() {}

  static List<OperationExample> all() {
    return List.of(
        OperationExample.of("createFunction", NOTHING, op -> op.createFunction(SIGNATURE, SUM)),
        OperationExample.of(
            "replaceFunction",
            op -> op.createFunction(SIGNATURE, SUM),
            op -> op.replaceFunction(SIGNATURE, MAXIMUM).from(SUM)),
        OperationExample.of(
            "replaceFunction",
            op -> op.createFunction(SIGNATURE, SUM),
            op ->
                op.replaceFunction(
                        "app.total(id int = 0)", "RETURNS int LANGUAGE sql AS 'SELECT id'")
                    .from(SIGNATURE, SUM)
                    .recreate()),
        OperationExample.of(
            "dropFunction",
            op -> op.createFunction(SIGNATURE, SUM),
            op -> op.dropFunction(SIGNATURE).definition(SUM)),
        OperationExample.of(
            "createProcedure",
            NOTHING,
            op -> op.createProcedure("app.\"Remove It\"(wanted bigint)", ATOMIC)),
        OperationExample.of(
            "replaceProcedure",
            op -> op.createProcedure("app.remove(wanted bigint)", ATOMIC),
            op -> op.replaceProcedure("app.remove(wanted bigint)", PLPGSQL).from(ATOMIC)),
        OperationExample.of(
            "dropProcedure",
            op -> op.createProcedure("app.remove(IN wanted bigint, OUT n int)", PLPGSQL),
            op -> op.dropProcedure("app.remove(IN wanted bigint, OUT n int)").definition(PLPGSQL)));
  }
}
