package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Drops a function or a procedure. Takes no lock that stops reads or writes. Unless {@code cascade}
 * is set, the server refuses when other objects depend on it, and names them.
 *
 * @param kind which of the two
 * @param signature its name and arguments; the name alone when there is only one of it
 * @param ifExists whether it is no error when there is none
 * @param cascade whether what depends on it, such as triggers, goes as well
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropfunction.html">PostgreSQL: DROP
 *     FUNCTION</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropprocedure.html">PostgreSQL: DROP
 *     PROCEDURE</a>
 * @since 0.1.0
 */
public record DropRoutine(
    RoutineKind kind,
    RoutineSignature signature,
    boolean ifExists,
    boolean cascade,
    @Nullable CreateRoutine definition)
    implements Operation {

  /** Starts the dropping of a routine; the signature taken as SQL. */
  public static Builder builder(RoutineKind kind, String signature) {
    return new Builder(kind, new RoutineSignature(signature));
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final RoutineKind kind;
    private final RoutineSignature signature;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable CreateRoutine definition;

    private Builder(RoutineKind kind, RoutineSignature signature) {
      this.kind = kind;
      this.signature = signature;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** What depends on it, such as triggers, goes as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /**
     * The body that it had, so that dropping it can be undone. The signature is then the one that
     * it was created with, names and defaults of arguments included. Rights on it are lost.
     */
    public Builder definition(String body) {
      this.definition = new CreateRoutine(kind, signature, body);
      return this;
    }

    @Override
    public DropRoutine build() {
      return new DropRoutine(kind, signature, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "DROP "
            + kind
            + (ifExists ? " IF EXISTS " : " ")
            + signature.withoutDefaults()
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible(
            "what the %s was is not known; say so with definition(…)".formatted(kind.word()))
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop " + kind.word() + " " + signature;
  }
}
