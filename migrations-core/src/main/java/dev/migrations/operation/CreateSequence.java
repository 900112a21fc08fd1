package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * Creates a sequence. Locks no table; with {@code OWNED BY} it takes {@code ACCESS SHARE} on the
 * table that owns it, which stops nobody.
 *
 * @param sequence the sequence
 * @param options its options; PostgreSQL's defaults where there is none
 * @param ifNotExists whether a relation of that name is left as it is
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">PostgreSQL: CREATE
 *     SEQUENCE</a>
 * @since 0.1.0
 */
public record CreateSequence(
    QualifiedName sequence, List<SequenceOption> options, boolean ifNotExists)
    implements Operation {

  /**
   * Checks the options.
   *
   * @throws MigrationsException when one is there twice
   */
  public CreateSequence {
    options = SequenceOption.distinct(options, sequence);
  }

  /** Starts a sequence. */
  public static Builder builder(QualifiedName sequence, SequenceOption... options) {
    return new Builder(sequence, options);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName sequence;
    private final List<SequenceOption> options;
    private boolean ifNotExists;

    private Builder(QualifiedName sequence, SequenceOption... options) {
      this.sequence = sequence;
      this.options = List.of(options);
    }

    /** A relation of that name is left as it is. */
    public Builder ifNotExists() {
      this.ifNotExists = true;
      return this;
    }

    @Override
    public CreateSequence build() {
      return new CreateSequence(sequence, options, ifNotExists);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "CREATE SEQUENCE "
            + (ifNotExists ? "IF NOT EXISTS " : "")
            + sequence.sql()
            + SequenceOption.clauses(options));
  }

  @Override
  public Reversal reversal() {
    return ifNotExists
        ? Reversal.impossible("the sequence may have been there before")
        : Reversal.by(new DropSequence(sequence, false, false, this));
  }

  @Override
  public String summary() {
    return "create sequence " + sequence;
  }
}
