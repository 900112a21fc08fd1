package dev.migrations.command;

import dev.migrations.engine.ExistingDatabase;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionNode;
import dev.migrations.script.Predecessor;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import dev.migrations.sql.SchemaDump;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes new revisions into the source tree of a project. No database is asked, no code of the
 * project runs.
 *
 * <p>A refusal writes nothing. All that is wrong with a request is named at once: {@link
 * AuthoringException} for the request itself, {@link dev.migrations.graph.TargetException} for a
 * target that stands for no revision, {@link dev.migrations.graph.RevisionGraphException} when the
 * new revision does not fit into the graph, such as an id that is taken.
 *
 * @since 0.1.0
 */
public final class Authoring {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final int ID_BYTES = 6;

  private final RevisionScripts scripts;
  private final SourceLayout layout;
  private final Clock clock;

  /**
   * @param scripts all revisions that the project has, those that are not compiled yet included
   * @param layout where new ones go
   */
  public Authoring(RevisionScripts scripts, SourceLayout layout) {
    this(scripts, layout, Clock.systemDefaultZone());
  }

  /** As the other constructor, with the clock from which the dates in file names are taken. */
  public Authoring(RevisionScripts scripts, SourceLayout layout, Clock clock) {
    this.scripts = scripts;
    this.layout = layout;
    this.clock = clock;
  }

  /**
   * Writes a revision.
   *
   * @param wanted the revision
   * @param head the target that becomes its parent, such as {@code payments@head}; {@code base} for
   *     none; {@code null} for the only head
   * @param splice whether the parent may have a child already, so that a branch starts there
   * @throws AuthoringException also when there are several heads and none is named, when the parent
   *     is no head, and when the file exists or cannot be written
   */
  public WrittenRevision revision(NewRevision wanted, @Nullable String head, boolean splice) {
    NewRevisionCheck.check(wanted);
    return write(wanted, new Parents(scripts).ofRevision(head, splice));
  }

  /**
   * Writes a revision with several parents.
   *
   * @param wanted the revision
   * @param revisions the targets that become its parents; none for all heads
   * @param splice whether the parents may have children already
   * @throws AuthoringException also when there are fewer than two parents, when one of them is no
   *     head or an ancestor of another, and when the file exists or cannot be written
   */
  public WrittenRevision merge(NewRevision wanted, List<String> revisions, boolean splice) {
    NewRevisionCheck.check(wanted);
    return write(wanted, new Parents(scripts).ofMerge(revisions, splice));
  }

  /**
   * Writes an SQL revision that replaces a range of others and does all that they do. Nothing else
   * changes: the revisions of the range stay until somebody deletes them.
   *
   * @param message what it does, in one line
   * @param range {@code from:to}, both ends included; a missing end is the first or the last
   *     revision
   * @param id its id; {@code null} for a random one
   * @throws AuthoringException also when the range has code in it, which no SQL file can hold
   * @throws dev.migrations.graph.RevisionGraphException when the range has several ends, or another
   *     revision leaves it in its middle
   * @since 0.1.0
   */
  public WrittenRevision squash(String message, String range, @Nullable String id) {
    NewRevision wanted = NewRevision.of(message).in(RevisionFormat.SQL).withId(id);
    NewRevisionCheck.check(wanted);
    SquashedRange replaced = SquashedRange.of(scripts, range);
    String newId = id == null ? newId() : id;
    Path file = file(RevisionFormat.SQL, message.strip(), newId);
    RevisionNode node = replaced.replacement(newId, file.toString());
    RevisionGraph.of(Stream.concat(nodes(), Stream.of(node)).toList());
    NewFile.write(
        file, new SquashedText(replaced.scripts()).text(HeaderText.sql(node, message.strip())));
    return new WrittenRevision(file, RevisionFormat.SQL, message.strip(), node);
  }

  /** A base revision that stands for a database, and where it goes; nothing is written. */
  AdoptionPlan base(
      NewRevision wanted,
      Predecessor adopts,
      ExistingDatabase database,
      @Nullable SchemaDump dump) {
    NewRevisionCheck.check(wanted);
    String message = wanted.message().strip();
    String id = wanted.id() == null ? newId() : wanted.id();
    Path file = file(wanted.format(), message, id);
    RevisionNode node =
        new RevisionNode(id, List.of(), List.of(), wanted.branchLabels(), file.toString());
    return new AdoptionPlan(
        AdoptionPlan.Step.WRITE_AND_STAMP,
        database,
        id,
        adopts,
        file,
        BaseText.of(node, message, adopts, database, dump),
        dump == null ? List.of() : dump.leftOut());
  }

  private WrittenRevision write(NewRevision wanted, List<String> parents) {
    String message = wanted.message().strip();
    String id = wanted.id() == null ? newId() : wanted.id();
    Path file = file(wanted.format(), message, id);
    RevisionNode node =
        new RevisionNode(id, parents, dependencies(wanted), wanted.branchLabels(), file.toString());
    RevisionGraph.of(Stream.concat(nodes(), Stream.of(node)).toList());
    Template template = Template.of(wanted.format(), layout.templates());
    NewFile.write(
        file,
        wanted.format() == RevisionFormat.SQL
            ? template.fill(sqlValues(node, message), List.of("header"))
            : template.fill(
                javaValues(node, message, file), List.of("package", "annotation", "class")));
    return new WrittenRevision(file, wanted.format(), message, node);
  }

  private Path file(RevisionFormat format, String message, String id) {
    Set<String> origins = nodes().map(RevisionNode::origin).collect(Collectors.toSet());
    FileNames names = new FileNames(layout, origins, clock);
    return format == RevisionFormat.SQL ? names.sql(message, id) : names.java(message, id);
  }

  private Map<String, String> sqlValues(RevisionNode node, String message) {
    return Map.of(
        "header", HeaderText.sql(node, message),
        "id", node.id(),
        "message", message,
        "date", LocalDate.now(clock).toString());
  }

  private Map<String, String> javaValues(RevisionNode node, String message, Path file) {
    String name = file.getFileName().toString();
    return Map.of(
        "package", layout.javaPackage(),
        "class", name.substring(0, name.length() - ".java".length()),
        "annotation", HeaderText.java(node, message),
        "id", node.id(),
        "message", HeaderText.javadoc(message),
        "date", LocalDate.now(clock).toString());
  }

  /** A label keeps its name, since the dependency is on whatever revision carries it. */
  private List<String> dependencies(NewRevision wanted) {
    Set<String> labels =
        nodes().flatMap(node -> node.branchLabels().stream()).collect(Collectors.toSet());
    List<String> dependencies = new ArrayList<>();
    for (String target : wanted.dependsOn()) {
      if (labels.contains(target)) {
        dependencies.add(target);
      } else {
        dependencies.addAll(new Parents(scripts).resolve(target));
      }
    }
    return dependencies.stream().distinct().toList();
  }

  private Stream<RevisionNode> nodes() {
    return scripts.scripts().stream().map(RevisionScript::node);
  }

  private static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
