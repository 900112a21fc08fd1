package dev.migrations.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Lists revisions, newest first. The database is asked only for what is current.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "history",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class HistoryMojo extends AbstractDatabaseMojo {

  /** {@code from:to}, {@code from:} or {@code :to}, both ends included; all unless it is given. */
  @Parameter(property = "range")
  @Nullable String range;

  /** Mark the current revisions. */
  @Parameter(property = "indicateCurrent")
  boolean indicateCurrent;

  /** Draw the graph beside them. */
  @Parameter(property = "graph")
  boolean graph;

  /** Whether to say all that is known of each revision. */
  @Parameter(property = "verbose")
  boolean verbose;

  /** How to answer: text or json. */
  @Parameter(property = "format", defaultValue = "text")
  String format = "text";

  @Override
  Words words() {
    return new Words("history")
        .option("--rev-range", range)
        .flag("--indicate-current", indicateCurrent)
        .flag("--graph", graph)
        .flag("--verbose", verbose)
        .option("--format", format);
  }

  @Override
  boolean asksDatabase() {
    return indicateCurrent || (range != null && Words.countsFromCurrent(range));
  }
}
