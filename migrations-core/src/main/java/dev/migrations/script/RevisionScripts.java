package dev.migrations.script;

import dev.migrations.Migration;
import dev.migrations.graph.GraphFault;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionGraphException;
import dev.migrations.graph.RevisionNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All revisions of an application: their scripts, and the graph that they form. Immutable.
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

  private final RevisionGraph graph;
  private final Map<String, RevisionScript> scripts;
  private final List<String> locations;

  private RevisionScripts(
      RevisionGraph graph, Map<String, RevisionScript> scripts, List<String> locations) {
    this.graph = graph;
    this.scripts = scripts;
    this.locations = List.copyOf(locations);
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
    Discovery discovery = new Discovery(classLoader, Map.copyOf(placeholders));
    discovery.take(migrations);
    new LinkedHashSet<>(locations).forEach(discovery::search);
    List<Candidate> candidates = discovery.candidates();
    List<ScriptFault> faults = new ArrayList<>(discovery.faults());
    candidates.forEach(candidate -> faults.addAll(candidate.faults()));
    faults.addAll(secondAdoptions(candidates));
    if (!faults.isEmpty()) {
      boolean incomplete = !discovery.faults().isEmpty();
      throw new InvalidRevisionsException(faults, incomplete ? List.of() : graphFaults(candidates));
    }
    List<RevisionNode> nodes = new ArrayList<>();
    Map<String, RevisionScript> scripts = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      RevisionNode node = candidate.node();
      if (node != null) {
        nodes.add(node);
        scripts.put(node.id(), candidate.script().apply(node));
      }
    }
    return new RevisionScripts(RevisionGraph.of(nodes), scripts, locations);
  }

  /** A database counts as having one base of another tool, so only one may say so. */
  private static List<ScriptFault> secondAdoptions(List<Candidate> candidates) {
    List<Candidate> adopting =
        candidates.stream().filter(candidate -> candidate.header().adopts() != null).toList();
    return adopting.stream()
        .skip(1)
        .map(
            candidate ->
                new ScriptFault(
                    candidate.origin(),
                    0,
                    "it has 'adopts', as " + adopting.get(0).origin() + " has already",
                    "Keep the one that stands for the database as the other tool left it."))
        .toList();
  }

  private static List<GraphFault> graphFaults(List<Candidate> candidates) {
    List<RevisionNode> nodes = new ArrayList<>();
    for (Candidate candidate : candidates) {
      RevisionNode node = candidate.node();
      if (node == null) {
        return List.of();
      }
      nodes.add(node);
    }
    try {
      RevisionGraph.of(nodes);
      return List.of();
    } catch (RevisionGraphException ex) {
      return ex.faults();
    }
  }

  /** All scripts in load order, those that are replaced by others included. */
  public List<RevisionScript> scripts() {
    return List.copyOf(scripts.values());
  }

  /** Where they were looked for. */
  public List<String> locations() {
    return locations;
  }

  /** The graph of all revisions. */
  public RevisionGraph graph() {
    return graph;
  }

  /** The script of the revision with exactly this id, if there is one, replaced or not. */
  public Optional<RevisionScript> find(String id) {
    return Optional.ofNullable(scripts.get(id));
  }

  /** The base that stands for a database of another tool, if there is one. */
  public Optional<RevisionScript> adoptingBase() {
    return scripts.values().stream().filter(script -> script.adopts() != null).findFirst();
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
