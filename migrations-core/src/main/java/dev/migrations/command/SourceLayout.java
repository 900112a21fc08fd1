package dev.migrations.command;

import dev.migrations.script.RevisionScripts;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a project keeps its revisions, and how it names them.
 *
 * @param sqlDirectory where SQL files go
 * @param javaRoot the root of the Java sources
 * @param javaPackage the package of the Java classes; its folder on the class path is where
 *     revisions are looked for
 * @param templates where {@code revision.java.template} and {@code revision.sql.template} may lie,
 *     each in the place of the built-in one; the directory need not exist
 * @param datePattern puts a date in front of file names, in the letters of {@link
 *     java.time.format.DateTimeFormatter}, such as {@code yyyyMMdd}; {@code null} for none
 * @since 0.1.0
 */
public record SourceLayout(
    Path sqlDirectory,
    Path javaRoot,
    String javaPackage,
    Path templates,
    @Nullable String datePattern) {

  private static final Pattern LOCATION = Pattern.compile("classpath\\*?:/*(?<folder>.*?)/*");

  /** The layout of a Maven or Gradle project that keeps its revisions in the default location. */
  public static SourceLayout of(Path project) {
    return of(project, RevisionScripts.DEFAULT_LOCATION);
  }

  /**
   * The layout of a Maven or Gradle project: {@code src/main/java}, {@code src/main/resources} and
   * {@code src/main/migrations/templates}.
   *
   * @param location where the application looks for revisions, on the class path
   * @throws AuthoringException when the location is not on the class path
   */
  public static SourceLayout of(Path project, String location) {
    Path main = project.resolve("src").resolve("main");
    String folder = folder(location);
    return new SourceLayout(
        main.resolve("resources").resolve(folder),
        main.resolve("java"),
        folder.replace('/', '.'),
        main.resolve("migrations").resolve("templates"),
        null);
  }

  /** The folder that a location on the class path names, without slashes at its ends. */
  private static String folder(String location) {
    var parts = LOCATION.matcher(location.strip());
    if (!parts.matches() || parts.group("folder").isEmpty()) {
      throw new AuthoringException(
          "New revisions cannot be written to the location '" + location + "'.",
          "Name a folder on the class path, such as " + RevisionScripts.DEFAULT_LOCATION + ".");
    }
    return parts.group("folder");
  }

  /** The same with another directory of templates. */
  public SourceLayout withTemplates(Path directory) {
    return new SourceLayout(sqlDirectory, javaRoot, javaPackage, directory, datePattern);
  }

  /** The same with another date in front of file names. */
  public SourceLayout withDatePattern(@Nullable String pattern) {
    return new SourceLayout(sqlDirectory, javaRoot, javaPackage, templates, pattern);
  }

  Path javaDirectory() {
    return javaRoot.resolve(javaPackage.replace('.', '/'));
  }
}
