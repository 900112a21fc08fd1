package dev.migrations.script;

import dev.migrations.graph.Direction;
import dev.migrations.graph.RevisionNode;
import dev.migrations.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A revision whose checksum is taken once, when somebody asks for it. */
abstract class ChecksummedScript implements RevisionScript {

  private final RevisionNode node;
  private final String message;

  // Computing it twice in a race gives the same text twice.
  private volatile @Nullable String checksum;

  private volatile @Nullable Kept kept;

  /**
   * The operations of an upgrade that were just read: whoever asks for them asks for their checksum
   * next, and runs them then.
   */
  private record Kept(List<Operation> upgrade, boolean untilTheRun) {}

  ChecksummedScript(RevisionNode node, String message) {
    this.node = node;
    this.message = message;
  }

  @Override
  public final RevisionNode node() {
    return node;
  }

  @Override
  public final String message() {
    return message;
  }

  @Override
  public final String checksum() {
    String known = checksum;
    if (known == null) {
      Kept read = kept;
      known = read == null ? computeChecksum() : RevisionChecksum.of(read.upgrade());
      checksum = known;
      kept = read != null && read.untilTheRun() ? read : null;
    }
    return known;
  }

  /**
   * Spares reading them again for the checksum, and for the run behind it.
   *
   * @param upgrade its operations
   * @param few whether they may be kept until the run, beside those of all that is pending
   */
  final void keep(List<Operation> upgrade, boolean few) {
    if (checksum == null) {
      kept = new Kept(upgrade, few);
    }
  }

  /** What was kept, which is forgotten once the run has it. */
  final @Nullable List<Operation> kept() {
    Kept read = kept;
    if (checksum != null) {
      kept = null;
    }
    return read == null ? null : read.upgrade();
  }

  String computeChecksum() {
    return RevisionChecksum.of(operations(Direction.UPGRADE));
  }

  @Override
  public final String toString() {
    return node.id() + " (" + node.origin() + ")";
  }
}
