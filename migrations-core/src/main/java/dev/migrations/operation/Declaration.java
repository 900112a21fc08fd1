package dev.migrations.operation;

/**
 * What a revision says about itself. It executes nothing, but is known before anything runs.
 *
 * @since 0.1.0
 */
public sealed interface Declaration extends Operation permits Irreversible, LosesData {

  /** Why, as a clause that can follow a colon. */
  String reason();

  @Override
  default void writeTo(UnitWriter units) {}
}
