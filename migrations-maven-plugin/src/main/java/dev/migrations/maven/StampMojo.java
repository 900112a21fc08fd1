package dev.migrations.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Declares where the database stands, and runs nothing. The history tells it: {@code mvn
 * migrations:stamp -Dtarget=head}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "stamp",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class StampMojo extends AbstractDatabaseMojo {

  /** Where it stands: one target, or several separated by commas; with {@code sql} a range too. */
  @Parameter(property = "target", required = true)
  List<String> target = List.of();

  /** Forget all version rows first, also those that the project does not know. */
  @Parameter(property = "purge")
  boolean purge;

  /** Write the SQL script instead of running it. The database is not asked. */
  @Parameter(property = "sql")
  boolean sql;

  @Override
  Words words() {
    return new Words("stamp").flag("--purge", purge).flag("--sql", sql).targets(target);
  }

  @Override
  boolean asksDatabase() {
    return !sql;
  }
}
