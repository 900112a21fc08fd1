package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.Constraint.check;
import static dev.migrations.operation.Constraint.exclude;
import static dev.migrations.operation.Constraint.foreignKey;
import static dev.migrations.operation.Constraint.notNull;
import static dev.migrations.operation.Constraint.primaryKey;
import static dev.migrations.operation.Constraint.unique;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INT4RANGE;
import static dev.migrations.operation.DataType.TSTZRANGE;
import static dev.migrations.operation.IndexKey.expression;
import static dev.migrations.operation.ReferentialAction.SET_NULL;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** An example or more of each operation on constraints. */
final class ConstraintExamples {

  private static final Exclude OVERLAPPING =
      exclude()
          .with("during", "&&")
          .with(expression("int4range(1, 2)"), "=")
          .using("gist")
          .where("id > 0")
          .initiallyDeferred();

  private ConstraintExamples() {}

  private static void booking(Operations op) {
    op.createTable("room", column("id", BIGINT).primaryKey(), column("open", INT4RANGE).notNull());
    op.createTable(
        "booking",
        column("id", BIGINT),
        column("room_id", BIGINT),
        column("during", TSTZRANGE),
        column("span", INT4RANGE).notNull(),
        column("floor", INT4RANGE).notNull().defaultValue("[1,2)"),
        foreignKey("room_id").references("room").named("fk_room"));
    op.createIndex("ix_id", "booking", "id").unique();
    op.execute("INSERT INTO room SELECT n, int4range(n, n + 1) FROM generate_series(1, 9) n");
    op.execute(
        "INSERT INTO booking SELECT n, n, tstzrange(now() + n * interval '1 day',"
            + " now() + n * interval '25 hours'), int4range(n, n + 1) FROM generate_series(1, 9) n");
  }

  private static OperationExample of(String name, Consumer<Operations> recorded) {
    return OperationExample.of(name, ConstraintExamples::booking, recorded);
  }

  static List<OperationExample> examples() {
    return List.of(
        of(
            "createTable",
            op ->
                op.createTable(
                    "stay",
                    column("id", BIGINT),
                    column("during", TSTZRANGE),
                    exclude().with("during", "&&").using("gist").include("id").named("no_overlap"),
                    check("id > 0").withNoInherit().named("ck"))),
        of(
            "createTable",
            op ->
                op.createTable(
                    "stay",
                    column("id", BIGINT).notNull(),
                    column("span", INT4RANGE),
                    column("floor", INT4RANGE),
                    column("room_id", BIGINT),
                    notNull("room_id").named("needs_a_room").withNoInherit(),
                    check("id > 0").notEnforced().named("ck"),
                    foreignKey("room_id").references("room").notEnforced(),
                    unique("floor", "span").withoutOverlapping())),
        of(
            "createExclude",
            op -> op.createExclude("no_overlap", "booking", OVERLAPPING).blocking()),
        OperationExample.of(
            "dropConstraint",
            op -> {
              booking(op);
              op.createExclude("no_overlap", "booking", OVERLAPPING).blocking();
            },
            op -> op.dropConstraint("booking", "no_overlap").definition(OVERLAPPING)),
        of("createCheck", op -> op.createCheck("ck", "booking", "id > 0").noInherit()),
        of("createCheck", op -> op.createCheck("ck", "booking", "id > 100").notEnforced()),
        of("createNotNull", op -> op.createNotNull("nn", "booking", "id")),
        of("createNotNull", op -> op.createNotNull("nn", "booking", "id").notValid()),
        of("createUnique", op -> op.createUnique("uq", "booking", "id").usingIndex("ix_id")),
        OperationExample.of(
            "createPrimaryKey",
            op -> {
              booking(op);
              op.setNotNull("booking", "id");
            },
            op ->
                op.createPrimaryKey("booking_pkey", "booking", "id")
                    .usingIndex("ix_id")
                    .deferrable()),
        of(
            "createUnique",
            op -> op.createUnique("uq", "booking", "floor", "span").withoutOverlaps().blocking()),
        OperationExample.of(
            "createPrimaryKey",
            op ->
                op.createTable(
                    "t", column("floor", INT4RANGE).notNull(), column("span", INT4RANGE).notNull()),
            op -> op.createPrimaryKey("pk", "t", "floor", "span").withoutOverlaps().blocking()),
        OperationExample.of(
            "createForeignKey",
            op -> {
              booking(op);
              op.createTable(
                  "season",
                  column("f", INT4RANGE),
                  column("s", INT4RANGE),
                  primaryKey("f", "s").withoutOverlapping());
              op.execute("INSERT INTO season VALUES (int4range(1, 2), int4range(1, 100))");
            },
            op ->
                op.createForeignKey("fk", "booking", "floor", "span")
                    .references("season", "f", "s")
                    .period()),
        of(
            "createForeignKey",
            op ->
                op.createForeignKey("fk", "booking", "room_id")
                    .references("room")
                    .onDelete(SET_NULL, "room_id")),
        of(
            "createForeignKey",
            op -> op.createForeignKey("fk", "booking", "room_id").references("room").notEnforced()),
        of(
            "alterConstraint",
            op ->
                op.alterConstraint("booking", "fk_room")
                    .initiallyDeferred()
                    .from(Deferral.NOT_DEFERRABLE)),
        of(
            "alterConstraint",
            op ->
                op.alterConstraint("booking", "fk_room")
                    .deferrable()
                    .from(Deferral.NOT_DEFERRABLE)));
  }
}
