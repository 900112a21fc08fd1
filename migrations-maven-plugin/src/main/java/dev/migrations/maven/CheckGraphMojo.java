package dev.migrations.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails when the revisions cannot be read, do not make a graph, or have several heads. No database
 * is asked.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check-graph",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class CheckGraphMojo extends AbstractMigrationsMojo {

  @Override
  Words words() {
    return new Words("check-graph");
  }

  @Override
  boolean asksDatabase() {
    return false;
  }
}
