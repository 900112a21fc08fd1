package dev.migrations.operation;

import java.util.Locale;

/**
 * A kind of object in a database, in PostgreSQL's words.
 *
 * @since 0.1.0
 */
public enum ObjectKind {
  TABLE("TABLE", true, true),
  FOREIGN_TABLE("FOREIGN TABLE", true, true),
  VIEW("VIEW", true, true),
  MATERIALIZED_VIEW("MATERIALIZED VIEW", true, true),
  SEQUENCE("SEQUENCE", true, true),
  /** An index is in its table's schema and moves with it. */
  INDEX("INDEX", true, false),
  TYPE("TYPE", true, true),
  DOMAIN("DOMAIN", true, true),
  COLLATION("COLLATION", true, true),
  STATISTICS("STATISTICS", true, true),
  FUNCTION("FUNCTION", true, true),
  PROCEDURE("PROCEDURE", true, true),
  AGGREGATE("AGGREGATE", true, true),
  SCHEMA("SCHEMA", true, false),
  /** An extension cannot be renamed; whether it can be moved is its own choice. */
  EXTENSION("EXTENSION", false, true),
  PUBLICATION("PUBLICATION", true, false),
  /** A constraint of a table. */
  CONSTRAINT("CONSTRAINT", true, false),
  /** A constraint of a domain. */
  DOMAIN_CONSTRAINT("CONSTRAINT", true, false),
  TRIGGER("TRIGGER", true, false),
  POLICY("POLICY", true, false),
  RULE("RULE", true, false);

  private final String words;
  private final boolean renamable;
  private final boolean movable;

  ObjectKind(String words, boolean renamable, boolean movable) {
    this.words = words;
    this.renamable = renamable;
    this.movable = movable;
  }

  /** As it is called in a statement: {@code MATERIALIZED VIEW}. */
  String words() {
    return words;
  }

  /** As one reads it in a message: {@code materialized view}. */
  String lowerCase() {
    return words.toLowerCase(Locale.ROOT);
  }

  boolean renamable() {
    return renamable;
  }

  boolean movable() {
    return movable;
  }

  /** Whether {@link UnitWriter#isNew} tells of it. */
  boolean knowsNewness() {
    return this == TABLE || this == DOMAIN;
  }

  boolean isConstraint() {
    return this == CONSTRAINT || this == DOMAIN_CONSTRAINT;
  }

  /** The kind of what a constraint belongs to. */
  String ownerWord() {
    return this == DOMAIN_CONSTRAINT ? "DOMAIN" : "TABLE";
  }

  /** What stands before the name of what it belongs to. */
  String ownerPrefix() {
    return this == DOMAIN_CONSTRAINT ? "DOMAIN " : "";
  }
}
