package dev.migrations.operation;

import dev.migrations.error.OneLine;
import java.io.Serializable;

/**
 * An operation that is not carried out.
 *
 * @param operation the operation's summary
 * @param reason why, as a sentence
 * @param action what its author does instead, as a sentence
 * @since 0.1.0
 */
public record Refusal(String operation, String reason, String action) implements Serializable {

  /** Writes names that hold line ends so that each refusal is one line. */
  public Refusal {
    operation = OneLine.of(operation);
    reason = OneLine.of(reason);
  }
}
