package dev.migrations.operation;

import static dev.migrations.operation.Attribute.attribute;
import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.Constraint.check;
import static dev.migrations.operation.CreateDomain.domain;
import static dev.migrations.operation.CreateExtension.extension;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.named;
import static dev.migrations.operation.SequenceOption.cache;
import static dev.migrations.operation.SequenceOption.cycle;
import static dev.migrations.operation.SequenceOption.incrementBy;
import static dev.migrations.operation.SequenceOption.maxValue;
import static dev.migrations.operation.SequenceOption.minValue;
import static dev.migrations.operation.SequenceOption.noCycle;
import static dev.migrations.operation.SequenceOption.noMaxValue;
import static dev.migrations.operation.SequenceOption.ownedBy;
import static dev.migrations.operation.SequenceOption.ownedByNone;
import static dev.migrations.operation.SequenceOption.restart;
import static dev.migrations.operation.SequenceOption.restartWith;
import static dev.migrations.operation.SequenceOption.startWith;

import dev.migrations.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An example or more of each operation on types, sequences, schemas, and objects of any kind. */
final class TypesExamples {

  private TypesExamples() {}

  static List<OperationExample> examples() {
    List<OperationExample> all = new ArrayList<>();
    all.addAll(enums());
    all.addAll(domains());
    all.addAll(compositeTypes());
    all.addAll(sequences());
    all.addAll(schemasAndExtensions());
    all.addAll(ObjectExamples.examples());
    return all;
  }

  private static OperationExample of(
      String name, Consumer<Operations> setUp, Consumer<Operations> recorded) {
    return OperationExample.of(name, setUp, recorded);
  }

  private static List<OperationExample> enums() {
    Consumer<Operations> status = op -> op.createEnum("order_status", "open", "paid");
    return List.of(
        of("createEnum", op -> {}, status),
        of("addEnumValue", status, op -> op.addEnumValue("order_status", "sent")),
        of("addEnumValue", status, op -> op.addEnumValue("order_status", "new").before("open")),
        of(
            "addEnumValue",
            status,
            op -> op.addEnumValue("order_status", "packed").after("open").ifNotExists()),
        of("renameEnumValue", status, op -> op.renameEnumValue("order_status", "paid", "settled")),
        of("dropEnum", status, op -> op.dropEnum("order_status").definition("open", "paid")));
  }

  private static List<OperationExample> domains() {
    Consumer<Operations> email =
        op -> {
          op.createDomain("email", TEXT).check("ck_at", "VALUE LIKE '%@%'");
          op.createTable("customer", column("id", BIGINT), column("mail", named("email")));
        };
    Consumer<Operations> notValid =
        email.andThen(
            op -> op.addDomainConstraint("email", "ck_short", "length(VALUE) < 255").notValid());
    return List.of(
        of(
            "createDomain",
            op -> {},
            op ->
                op.createDomain("email", TEXT)
                    .collate("C")
                    .defaultValue("no@body")
                    .notNull()
                    .check("ck_at", "VALUE LIKE '%@%'")
                    .check("ck_short", "length(VALUE) < 255")),
        of(
            "createDomain",
            op -> {},
            op ->
                op.createDomain("positive", INTEGER).defaultExpression("1 + 1").check("VALUE > 0")),
        of(
            "dropDomain",
            op -> op.createDomain("positive", INTEGER).check("ck_positive", "VALUE > 0"),
            op ->
                op.dropDomain("positive")
                    .definition(domain("positive", INTEGER).check("ck_positive", "VALUE > 0"))),
        of(
            "addDomainConstraint",
            email,
            op -> op.addDomainConstraint("email", "ck_short", "length(VALUE) < 255")),
        of(
            "addDomainConstraint",
            email,
            op -> op.addDomainConstraint("email", "ck_short", "length(VALUE) < 255").notValid()),
        of(
            "addDomainConstraint",
            email,
            op -> op.addDomainConstraint("email", "ck_short", "length(VALUE) < 255").blocking()),
        of(
            "dropDomainConstraint",
            email,
            op -> op.dropDomainConstraint("email", "ck_at").definition(check("VALUE LIKE '%@%'"))),
        of(
            "validateDomainConstraint",
            notValid,
            op ->
                op.validateDomainConstraint("email", "ck_short")
                    .definition(check("length(VALUE) < 255"))),
        of("setDomainDefault", email, op -> op.setDomainDefault("email", "no@body").fromNone()),
        of(
            "setDomainDefaultExpression",
            email.andThen(op -> op.setDomainDefault("email", "no@body").fromNone()),
            op ->
                op.setDomainDefaultExpression("email", "CURRENT_USER || '@here'").from("no@body")),
        of(
            "dropDomainDefault",
            email.andThen(op -> op.setDomainDefaultExpression("email", "'a' || '@b'").fromNone()),
            op -> op.dropDomainDefault("email").fromExpression("'a' || '@b'")),
        of("setDomainNotNull", email, op -> op.setDomainNotNull("email")),
        of(
            "dropDomainNotNull",
            email.andThen(op -> op.setDomainNotNull("email")),
            op -> op.dropDomainNotNull("email")));
  }

  private static List<OperationExample> compositeTypes() {
    Consumer<Operations> address =
        op ->
            op.createType(
                "address", attribute("street", TEXT).collate("C"), attribute("no", INTEGER));
    return List.of(
        of("createType", op -> {}, address),
        of(
            "dropType",
            address,
            op ->
                op.dropType("address")
                    .definition(attribute("street", TEXT).collate("C"), attribute("no", INTEGER))),
        of(
            "addAttribute",
            address.andThen(op -> op.createTable("customer", column("home", named("address")))),
            op -> op.addAttribute("address", attribute("city", TEXT).collate("C"))),
        of("dropAttribute", address, op -> op.dropAttribute("address", "no").definition(INTEGER)),
        of(
            "dropAttribute",
            address,
            op -> op.dropAttribute("address", "street").cascade().definition(TEXT, "C")),
        of(
            "alterAttributeType",
            address,
            op -> op.alterAttributeType("address", "no", BIGINT).cascade().from(INTEGER)),
        of(
            "alterAttributeType",
            address,
            op ->
                op.alterAttributeType("address", "street", TEXT).collate("POSIX").from(TEXT, "C")),
        of("renameAttribute", address, op -> op.renameAttribute("address", "no", "number")));
  }

  private static List<OperationExample> sequences() {
    Consumer<Operations> number =
        op -> {
          op.createTable("orders", column("id", BIGINT), column("number", INTEGER));
          op.createSequence("order_number", startWith(1000), incrementBy(10), cache(50));
        };
    return List.of(
        of("createSequence", op -> {}, op -> op.createSequence("order_number")),
        of(
            "createSequence",
            op -> op.createTable("orders", column("number", INTEGER)),
            op ->
                op.createSequence(
                    "order_number",
                    SequenceOption.as(INTEGER),
                    startWith(500),
                    incrementBy(-5),
                    minValue(-100),
                    maxValue(1000),
                    cache(20),
                    cycle(),
                    ownedBy("orders", "number"))),
        of(
            "alterSequence",
            number,
            op ->
                op.alterSequence(
                        "order_number",
                        incrementBy(1),
                        cache(1),
                        maxValue(9999),
                        cycle(),
                        ownedBy("orders", "number"),
                        restartWith(5000))
                    .from(
                        incrementBy(10),
                        cache(50),
                        noMaxValue(),
                        noCycle(),
                        ownedByNone(),
                        restart())),
        of(
            "dropSequence",
            number,
            op ->
                op.dropSequence("order_number")
                    .definition(startWith(1000), incrementBy(10), cache(50))));
  }

  private static List<OperationExample> schemasAndExtensions() {
    Consumer<Operations> app = op -> op.createSchema("app");
    return List.of(
        of("createSchema", op -> {}, app),
        of("createSchema", op -> {}, op -> op.createSchema("app").authorization("pg_monitor")),
        of("dropSchema", app, op -> op.dropSchema("app").definition()),
        of(
            "dropSchema",
            op -> op.createSchema("app").authorization("pg_monitor"),
            op -> op.dropSchema("app").definition("pg_monitor")),
        of(
            "createExtension",
            app,
            op -> op.createExtension("pg_trgm").schema("app").version("1.5").cascade()),
        of("createExtension", op -> {}, op -> op.createExtension("uuid-ossp")),
        of(
            "dropExtension",
            op -> op.createExtension("pg_trgm").version("1.5"),
            op ->
                op.dropExtension("pg_trgm")
                    .definition(extension("pg_trgm").schema("public").version("1.5"))),
        of(
            "updateExtension",
            op -> op.createExtension("hstore").version("1.4"),
            op -> op.updateExtension("hstore").to("1.5")));
  }
}
