package dev.migrations.operation;

import dev.migrations.error.MigrationsException;

/**
 * Creates a function or a procedure. Takes no lock that stops reads or writes.
 *
 * @param kind which of the two
 * @param signature its name and arguments
 * @param body what follows the arguments, as SQL: {@code RETURNS}, {@code LANGUAGE}, {@code AS} and
 *     so on
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">PostgreSQL: CREATE
 *     FUNCTION</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-createprocedure.html">PostgreSQL:
 *     CREATE PROCEDURE</a>
 * @since 0.1.0
 */
public record CreateRoutine(RoutineKind kind, RoutineSignature signature, String body)
    implements Operation {

  /**
   * Checks the routine.
   *
   * @throws MigrationsException when the signature has no parentheses, or signature and body do not
   *     make one statement
   */
  public CreateRoutine {
    if (!signature.hasArguments()) {
      throw new MigrationsException(
          "The %s %s says nothing of its arguments.".formatted(kind.word(), signature),
          "Write them in parentheses, as in \"app.total(order_id bigint)\"; () for none.");
    }
    String start = "CREATE " + kind + " " + signature.sql() + "\n";
    body = SqlBody.of(start + body, kind.word() + " " + signature).substring(start.length());
  }

  /** A routine; both taken as SQL. */
  public static CreateRoutine of(RoutineKind kind, String signature, String body) {
    return new CreateRoutine(kind, new RoutineSignature(signature), body);
  }

  @Override
  public void writeTo(UnitWriter units) {
    write("CREATE ", units);
  }

  void write(String create, UnitWriter units) {
    units.sql(create + kind + " " + signature.sql() + "\n" + body);
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropRoutine(kind, signature, false, false, this));
  }

  @Override
  public String summary() {
    return "create " + kind.word() + " " + signature;
  }
}
