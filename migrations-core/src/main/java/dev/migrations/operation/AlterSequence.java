package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * Changes options of a sequence, or its next value. Takes {@code SHARE ROW EXCLUSIVE} on the
 * sequence for a moment, which stops sessions that want its next value.
 *
 * <p>What the next value was is not known to a revision: the reverse of a restart is whatever
 * {@link Builder#from} says.
 *
 * @param sequence the sequence
 * @param options the options that change
 * @param former the same options as they were, or none when they are not known
 * @param ifExists whether it is no error when there is none
 * @see <a href="https://www.postgresql.org/docs/current/sql-altersequence.html">PostgreSQL: ALTER
 *     SEQUENCE</a>
 * @since 0.1.0
 */
public record AlterSequence(
    QualifiedName sequence,
    List<SequenceOption> options,
    List<SequenceOption> former,
    boolean ifExists)
    implements Operation {

  /**
   * Checks the options.
   *
   * @throws MigrationsException when there is none, or one is there twice
   */
  public AlterSequence {
    options = SequenceOption.distinct(options, sequence);
    former = SequenceOption.distinct(former, sequence);
    if (options.isEmpty()) {
      throw new MigrationsException(
          "Nothing of sequence '" + sequence + "' is altered.", "Give at least one option.");
    }
  }

  /** Starts the change. */
  public static Builder builder(QualifiedName sequence, SequenceOption... options) {
    return new Builder(sequence, options);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName sequence;
    private final List<SequenceOption> options;
    private List<SequenceOption> former = List.of();
    private boolean ifExists;

    private Builder(QualifiedName sequence, SequenceOption... options) {
      this.sequence = sequence;
      this.options = List.of(options);
    }

    /** The options before, one for each that changes. */
    public Builder from(SequenceOption... formerOptions) {
      this.former = List.of(formerOptions);
      return this;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    @Override
    public AlterSequence build() {
      return new AlterSequence(sequence, options, former, ifExists);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER SEQUENCE "
            + (ifExists ? "IF EXISTS " : "")
            + sequence.sql()
            + SequenceOption.clauses(options));
  }

  @Override
  public Reversal reversal() {
    List<String> known = former.stream().map(SequenceOption::kind).toList();
    List<String> unknown =
        options.stream().map(SequenceOption::kind).filter(kind -> !known.contains(kind)).toList();
    return unknown.isEmpty()
        ? Reversal.by(new AlterSequence(sequence, former, options, ifExists))
        : Reversal.impossible(
            "what the sequence had before is not known of %s; give it with from(…)"
                .formatted(String.join(", ", unknown)));
  }

  @Override
  public String summary() {
    return "alter sequence " + sequence;
  }
}
