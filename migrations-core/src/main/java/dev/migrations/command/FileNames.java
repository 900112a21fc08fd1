package dev.migrations.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names the file of a new revision. */
final class FileNames {

  /** A class of this name would hide the one that the new file imports. */
  private static final Set<String> IMPORTED = Set.of("Migration", "Operations", "Revision");

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_]+");

  private final SourceLayout layout;
  private final Set<String> knownClasses;
  private final String date;

  /**
   * @param knownClasses the full names of classes that are revisions already
   */
  FileNames(SourceLayout layout, Set<String> knownClasses, Clock clock) {
    this.layout = layout;
    this.knownClasses = knownClasses;
    this.date = date(layout.datePattern(), clock);
  }

  /** Where to write, as in {@code add_orders_7c1f0a9be2d4.sql}. */
  Path sql(String message, String id) {
    String slug = Slug.of(message).snakeCase();
    String name = (date.isEmpty() ? "" : date + "_") + (slug.isEmpty() ? "" : slug + "_") + id;
    return layout.sqlDirectory().resolve(name + ".sql");
  }

  /** Where to write, as in {@code AddOrders.java}; with the id where the name is taken. */
  Path java(String message, String id) {
    String slug = Slug.of(message).camelCase();
    String start =
        !date.isEmpty()
            ? "R" + date + "_"
            : slug.isEmpty() || Character.isDigit(slug.charAt(0)) ? "R" : "";
    String name = start + slug;
    Path file = javaFile(name);
    return slug.isEmpty() || isTaken(name) || Files.exists(file)
        ? javaFile((slug.isEmpty() ? start : name + "_") + id.replaceAll("[^\\p{L}\\p{N}]", "_"))
        : file;
  }

  private Path javaFile(String name) {
    return layout.javaDirectory().resolve(name + ".java");
  }

  private boolean isTaken(String name) {
    return IMPORTED.contains(name)
        || isInJavaLang(name)
        || knownClasses.contains(layout.javaPackage() + "." + name);
  }

  /** A class named Override would turn every @Override in its package into an error. */
  private static boolean isInJavaLang(String name) {
    return Object.class.getResource(name + ".class") != null;
  }

  private static String date(@Nullable String pattern, Clock clock) {
    if (pattern == null || pattern.isBlank()) {
      return "";
    }
    String date;
    try {
      date = DateTimeFormatter.ofPattern(pattern).format(ZonedDateTime.now(clock));
    } catch (IllegalArgumentException | DateTimeException ex) {
      throw refusal(pattern, String.valueOf(ex.getMessage()), ex);
    }
    if (!ALLOWED.matcher(date).matches()) {
      throw refusal(pattern, "it makes '" + date + "', which cannot stand in a class name", null);
    }
    return date;
  }

  private static AuthoringException refusal(
      String pattern, String reason, @Nullable Throwable cause) {
    return new AuthoringException(
        "The date pattern '" + pattern + "' cannot be used in file names: " + reason + ".",
        "Use letters of DateTimeFormatter and underscores, such as yyyyMMdd or yyyy_MM_dd.",
        cause);
  }
}
