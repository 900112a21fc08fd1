package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Drops a sequence. Takes {@code ACCESS EXCLUSIVE} on it for a moment; with {@code CASCADE} on each
 * table that has a default by it as well.
 *
 * @param sequence the sequence
 * @param ifExists whether it is no error when there is none
 * @param cascade whether defaults that use it go as well
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropsequence.html">PostgreSQL: DROP
 *     SEQUENCE</a>
 * @since 0.1.0
 */
public record DropSequence(
    QualifiedName sequence, boolean ifExists, boolean cascade, @Nullable CreateSequence definition)
    implements Operation {

  /** Starts the dropping of a sequence. */
  public static Builder builder(QualifiedName sequence) {
    return new Builder(sequence);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName sequence;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable CreateSequence definition;

    private Builder(QualifiedName sequence) {
      this.sequence = sequence;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** Defaults that use it go as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /**
     * The options of the sequence, so that dropping it can be undone; it then starts anew, unless
     * {@link SequenceOption#startWith} says where.
     */
    public Builder definition(SequenceOption... options) {
      this.definition = CreateSequence.builder(sequence, options).build();
      return this;
    }

    @Override
    public DropSequence build() {
      return new DropSequence(sequence, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "DROP SEQUENCE "
            + (ifExists ? "IF EXISTS " : "")
            + sequence.sql()
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the sequence was is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop sequence " + sequence;
  }
}
