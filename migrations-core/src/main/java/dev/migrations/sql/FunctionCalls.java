package dev.migrations.sql;

import java.util.ArrayList;
import java.util.List;

/** The calls of functions in the part of a statement that the server evaluates while it runs. */
final class FunctionCalls {

  private FunctionCalls() {}

  /**
   * Those from here to the next comma that stands in no parentheses. A {@code NOT VALID} constraint
   * is not evaluated.
   */
  static void read(SqlCursor at, Locks locks) {
    List<RelationName> calls = new ArrayList<>();
    int depth = 0;
    while (!at.atEnd() && !(depth == 0 && at.atSymbol(','))) {
      if (depth == 0 && at.skip("not", "valid")) {
        return;
      }
      RelationName name = at.relation();
      if (name != null) {
        if (at.atSymbol('(')) {
          calls.add(name);
        }
        continue;
      }
      depth += at.atSymbol('(') ? 1 : at.atSymbol(')') ? -1 : 0;
      at.advance();
    }
    calls.forEach(locks::function);
  }
}
