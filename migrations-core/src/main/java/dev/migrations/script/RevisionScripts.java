package dev.migrations.script;

import dev.migrations.Migration;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionGraphException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * All revisions of an application: their scripts, and the graph that they form. Immutable, but that
 * those which were {@linkplain #locate located} are read when somebody asks for the first of them.
 *
 * <p>The load order, which breaks the ties of a plan, is that of the file names, without their
 * folders and endings, then of paths and class names. A class counts as its file: {@code AddOrders}
 * comes before {@code add_customers.sql}.
 *
 * @since 0.1.0
 */
public final class RevisionScripts {

  /** Where revisions are looked for unless it is set. */
  public static final String DEFAULT_LOCATION = "classpath:db/revisions";

  private final List<String> locations;
  private final List<Migration> migrations;
  private final ClassLoader classLoader;
  private final Map<String, String> placeholders;
  private volatile @Nullable Content content;

  private RevisionScripts(
      List<String> locations,
      List<? extends Migration> migrations,
      ClassLoader classLoader,
      Map<String, String> placeholders) {
    this.locations = List.copyOf(locations);
    this.migrations = List.copyOf(migrations);
    this.classLoader = classLoader;
    this.placeholders = Map.copyOf(placeholders);
  }

  /**
   * As {@link #load(List, List, ClassLoader, Map)}, without values for placeholders: a file that
   * asks for them in its header is found, and refused once its statements are asked for.
   *
   * @throws InvalidRevisionsException naming every fault of every file and class
   * @throws RevisionGraphException naming every fault of the graph, when the files have none
   */
  public static RevisionScripts load(
      List<String> locations, List<? extends Migration> migrations, ClassLoader classLoader) {
    return load(locations, migrations, classLoader, Map.of());
  }

  /**
   * Finds and reads the headers of all revisions; no class is loaded, no statement looked at.
   *
   * <p>In a location, subfolders included, files that end in {@code .sql} are revisions; on the
   * class path, so are the classes in the package of the location's name that implement {@link
   * Migration} and have {@code @Revision}. Other files are ignored, and so are abstract and nested
   * classes without the annotation. A bean takes the place of the class of its type. A location
   * that does not exist is a fault, but for {@link #DEFAULT_LOCATION}, which is only logged: a new
   * application has no revision yet.
   *
   * @param locations {@code classpath:db/revisions}, {@code file:/etc/app/revisions} or a plain
   *     directory, several of them allowed
   * @param migrations revisions that are objects already, such as Spring beans
   * @param classLoader where classpath locations and classes are looked up
   * @param placeholders the values that SQL files may ask for in their headers, by name; looked at
   *     when the statements of such a file are asked for
   * @throws InvalidRevisionsException naming every fault of every file and class
   * @throws RevisionGraphException naming every fault of the graph, when the files have none
   */
  public static RevisionScripts load(
      List<String> locations,
      List<? extends Migration> migrations,
      ClassLoader classLoader,
      Map<String, String> placeholders) {
    RevisionScripts scripts = locate(locations, migrations, classLoader, placeholders);
    scripts.content();
    return scripts;
  }

  /**
   * As {@link #load(List, List, ClassLoader, Map)}, but nothing is read before it is asked for, and
   * what is wrong is thrown by whichever method asks first. An application that starts with a
   * database which is up to date never asks.
   */
  public static RevisionScripts locate(
      List<String> locations,
      List<? extends Migration> migrations,
      ClassLoader classLoader,
      Map<String, String> placeholders) {
    return new RevisionScripts(locations, migrations, classLoader, placeholders);
  }

  private Content content() {
    Content known = content;
    return known == null ? read() : known;
  }

  private synchronized Content read() {
    Content known = content;
    if (known == null) {
      Listing listing = Listing.of(locations, classLoader);
      Discovery discovery = new Discovery(classLoader, placeholders);
      discovery.take(migrations);
      discovery.search(listing.files());
      known = Content.of(listing, discovery);
      content = known;
    }
    return known;
  }

  /**
   * A number that stands for all files in the locations, with their paths and bytes, be they
   * revisions or not: as they were read, or as they are now when none was read yet. In that case
   * none is parsed, and of a jar none is even read. Empty where the files are not all: when there
   * are revisions that are objects already, or something cannot be read.
   */
  public OptionalLong inventory() {
    if (!migrations.isEmpty()) {
      return OptionalLong.empty();
    }
    Content known = content;
    return known == null
        ? Listing.of(locations, classLoader).inventory()
        : OptionalLong.of(known.inventory());
  }

  /** All scripts in load order, those that are replaced by others included. */
  public List<RevisionScript> scripts() {
    return List.copyOf(content().scripts().values());
  }

  /** Where they were looked for. */
  public List<String> locations() {
    return locations;
  }

  /** The graph of all revisions. */
  public RevisionGraph graph() {
    return content().graph();
  }

  /** The script of the revision with exactly this id, if there is one, replaced or not. */
  public Optional<RevisionScript> find(String id) {
    return Optional.ofNullable(content().scripts().get(id));
  }

  /** The base that stands for a database of another tool, if there is one. */
  public Optional<RevisionScript> adoptingBase() {
    return content().scripts().values().stream()
        .filter(script -> script.adopts() != null)
        .findFirst();
  }

  /**
   * The script of the revision with exactly this id, replaced or not.
   *
   * @throws IllegalArgumentException when there is none; {@link #find} asks first
   */
  public RevisionScript script(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("There is no revision " + id));
  }
}
