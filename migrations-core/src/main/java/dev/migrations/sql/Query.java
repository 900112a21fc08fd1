package dev.migrations.sql;

/** Recognises the statements whose rows a client asks for as it needs them. */
final class Query {

  private Query() {}

  static boolean of(SqlCursor at) {
    return at.atSymbol('(') || at.skipOneOf("select", "values", "table", "with");
  }
}
