package dev.migrations.graph;

import dev.migrations.error.MigrationsException;

/**
 * A target that cannot be reached or does not say clearly what is meant. Nothing was planned.
 *
 * @since 0.1.0
 */
public abstract sealed class TargetException extends MigrationsException
    permits AmbiguousPrefixException,
        AmbiguousWalkException,
        EmptyRangeException,
        MultipleHeadsException,
        NotADowngradeTargetException,
        NotInBranchException,
        OvershootException,
        PrefixTooShortException,
        ReplacedRevisionException,
        SeveralCurrentRevisionsException,
        TargetSyntaxException,
        UnknownRevisionException,
        WrongDirectionException {

  private static final long serialVersionUID = 1L;

  private final String target;

  TargetException(String target, String description, String action) {
    super(description, action);
    this.target = target;
  }

  /** The target as it was typed. */
  public final String target() {
    return target;
  }
}
