package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.RelationName;
import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * An object of the database of any kind, as it is named where all kinds are commented on, renamed
 * or moved alike. The factories are meant for a static import:
 *
 * <pre>{@code
 * op.commentOn(view("app.open_orders"), "what is not paid");
 * op.commentOn(constraint("app.orders", "ck_total"), "no credit");
 * op.setSchema(function("app.total(integer, text)"), "lib").from("app");
 * }</pre>
 *
 * <p>Names are {@code name} or {@code schema.name}, see {@link QualifiedName#parse}; those of
 * schemas, extensions, publications, and of what belongs to a table or a domain are taken as they
 * are; those of routines are SQL, as where they are created.
 *
 * @param kind its kind
 * @param name its name; of what belongs to a table or a domain, without a schema
 * @param owner the table or the domain that it belongs to, or {@code null}
 * @param arguments the types of its arguments as SQL, possibly empty, or {@code null} where none
 *     are given
 * @since 0.1.0
 */
public record DatabaseObject(
    ObjectKind kind,
    QualifiedName name,
    @Nullable QualifiedName owner,
    @Nullable String arguments) {

  /** A table. */
  public static DatabaseObject table(String table) {
    return of(ObjectKind.TABLE, table);
  }

  /** A foreign table. */
  public static DatabaseObject foreignTable(String table) {
    return of(ObjectKind.FOREIGN_TABLE, table);
  }

  /** A view. */
  public static DatabaseObject view(String view) {
    return of(ObjectKind.VIEW, view);
  }

  /** A materialized view. */
  public static DatabaseObject materializedView(String view) {
    return of(ObjectKind.MATERIALIZED_VIEW, view);
  }

  /** A sequence. */
  public static DatabaseObject sequence(String sequence) {
    return of(ObjectKind.SEQUENCE, sequence);
  }

  /** An index. */
  public static DatabaseObject index(String index) {
    return of(ObjectKind.INDEX, index);
  }

  /** An enum, a composite type, or a type of another kind. */
  public static DatabaseObject type(String type) {
    return of(ObjectKind.TYPE, type);
  }

  /** A domain. */
  public static DatabaseObject domain(String domain) {
    return of(ObjectKind.DOMAIN, domain);
  }

  /** A collation. */
  public static DatabaseObject collation(String collation) {
    return of(ObjectKind.COLLATION, collation);
  }

  /** A statistics object. */
  public static DatabaseObject statistics(String statistics) {
    return of(ObjectKind.STATISTICS, statistics);
  }

  /**
   * A function.
   *
   * @param signature its name and its arguments as SQL: {@code app.total(integer, text)}; the
   *     arguments may be left out where no other has the name
   * @throws MigrationsException when a parenthesis or a quote is never closed, or it is no name
   */
  public static DatabaseObject function(String signature) {
    return routine(ObjectKind.FUNCTION, signature);
  }

  /**
   * A procedure.
   *
   * @param signature its name and its arguments as SQL: {@code app.total(integer, text)}; the
   *     arguments may be left out where no other has the name
   * @throws MigrationsException when a parenthesis or a quote is never closed, or it is no name
   */
  public static DatabaseObject procedure(String signature) {
    return routine(ObjectKind.PROCEDURE, signature);
  }

  /**
   * An aggregate.
   *
   * @param signature its name and its arguments as SQL: {@code app.total(integer)}
   * @throws MigrationsException when a parenthesis or a quote is never closed, or it is no name
   */
  public static DatabaseObject aggregate(String signature) {
    return routine(ObjectKind.AGGREGATE, signature);
  }

  /** A schema. */
  public static DatabaseObject schema(String schema) {
    return asItIs(ObjectKind.SCHEMA, schema, null);
  }

  /** An extension. */
  public static DatabaseObject extension(String extension) {
    return asItIs(ObjectKind.EXTENSION, extension, null);
  }

  /** A publication. */
  public static DatabaseObject publication(String publication) {
    return asItIs(ObjectKind.PUBLICATION, publication, null);
  }

  /** A constraint of a table. */
  public static DatabaseObject constraint(String table, String constraint) {
    return asItIs(ObjectKind.CONSTRAINT, constraint, QualifiedName.parse(table));
  }

  /** A constraint of a domain. */
  public static DatabaseObject domainConstraint(String domain, String constraint) {
    return asItIs(ObjectKind.DOMAIN_CONSTRAINT, constraint, QualifiedName.parse(domain));
  }

  /** A trigger of a table. */
  public static DatabaseObject trigger(String table, String trigger) {
    return asItIs(ObjectKind.TRIGGER, trigger, QualifiedName.parse(table));
  }

  /** A policy of a table. */
  public static DatabaseObject policy(String table, String policy) {
    return asItIs(ObjectKind.POLICY, policy, QualifiedName.parse(table));
  }

  /** A rule of a table or a view. */
  public static DatabaseObject rule(String table, String rule) {
    return asItIs(ObjectKind.RULE, rule, QualifiedName.parse(table));
  }

  private static DatabaseObject of(ObjectKind kind, String name) {
    return new DatabaseObject(kind, QualifiedName.parse(name), null, null);
  }

  private static DatabaseObject routine(ObjectKind kind, String signature) {
    String text = new RoutineSignature(signature).withoutDefaults();
    int opening = openingParenthesis(text);
    String named = opening < 0 ? text : text.substring(0, opening);
    RelationName name =
        RelationName.of(named)
            .orElseThrow(
                () ->
                    new MigrationsException(
                        "'%s' names no %s.".formatted(signature, kind.lowerCase()),
                        "Write it as SQL, such as app.total(integer, text), or \"Total\" in quotes."));
    return new DatabaseObject(
        kind,
        QualifiedName.of(name.schema(), name.name()),
        null,
        opening < 0 ? null : text.substring(opening + 1, text.lastIndexOf(')')));
  }

  private static int openingParenthesis(String signature) {
    boolean quoted = false;
    for (int at = 0; at < signature.length(); at++) {
      quoted ^= signature.charAt(at) == '"';
      if (!quoted && signature.charAt(at) == '(') {
        return at;
      }
    }
    return -1;
  }

  private static DatabaseObject asItIs(
      ObjectKind kind, String name, @Nullable QualifiedName owner) {
    return new DatabaseObject(kind, QualifiedName.of(null, name), owner, null);
  }

  /** The same object under another name, in the same place. */
  DatabaseObject renamed(String newName) {
    return new DatabaseObject(kind, name.sibling(newName), owner, arguments);
  }

  /** The same object in another schema; an extension has no schema in its name. */
  DatabaseObject in(String schema) {
    return kind == ObjectKind.EXTENSION
        ? this
        : new DatabaseObject(kind, QualifiedName.of(schema, name.name()), owner, arguments);
  }

  /** Its name, with the types of its arguments, as it stands in a statement. */
  String nameSql() {
    return name.sql() + argumentList();
  }

  private String argumentList() {
    return arguments == null ? "" : "(" + arguments + ")";
  }

  /** Kind and name, with the table or domain that it belongs to: {@code TRIGGER audit ON t}. */
  String sql() {
    return kind.words()
        + " "
        + nameSql()
        + (owner == null ? "" : " ON " + kind.ownerPrefix() + owner.sql());
  }

  /** What one reads of it in a message. */
  @Override
  public String toString() {
    return kind.lowerCase() + " " + name + argumentList() + (owner == null ? "" : " of " + owner);
  }

  /** The statement that renames it. */
  String rename(String newName) {
    String to = " TO " + SqlNames.quote(newName);
    if (owner != null && kind.isConstraint()) {
      return "ALTER %s %s RENAME CONSTRAINT %s%s"
          .formatted(kind.ownerWord(), owner.sql(), name.sql(), to);
    }
    return "ALTER " + sql() + " RENAME" + to;
  }
}
