package dev.migrations.maven;

import org.apache.maven.plugins.annotations.Parameter;

/** A goal that lists revisions and never needs a database. */
abstract class AbstractGraphMojo extends AbstractMigrationsMojo {

  /** How to answer: text or json. */
  @Parameter(property = "format", defaultValue = "text")
  String format = "text";

  @Override
  final boolean asksDatabase() {
    return false;
  }
}
