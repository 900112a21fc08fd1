package dev.migrations.graph;

import java.util.List;

/**
 * A target that names a revision or a branch which the graph does not have.
 *
 * @since 0.1.0
 */
public final class UnknownRevisionException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final List<String> near;

  UnknownRevisionException(String target, String name, List<String> near) {
    super(
        target,
        "There is no revision and no branch label '" + name + "'" + in(target, name) + ".",
        near.isEmpty()
            ? "Check the id, and that the file or class of the revision is where revisions are"
                + " looked for."
            : "Did you mean " + String.join(" or ", near) + "?");
    this.name = name;
    this.near = List.copyOf(near);
  }

  private static String in(String target, String name) {
    return target.equals(name) ? "" : " (in '" + target + "')";
  }

  /** The part of the target that is unknown. */
  public String name() {
    return name;
  }

  /** Ids and labels that are one or two edits away, nearest first. */
  public List<String> near() {
    return near;
  }
}
