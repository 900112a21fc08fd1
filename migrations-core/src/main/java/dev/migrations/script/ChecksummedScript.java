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

  // Most often whoever asks for the operations asks for their checksum next.
  private volatile @Nullable List<Operation> upgrade;

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
      List<Operation> read = upgrade;
      known = read == null ? computeChecksum() : RevisionChecksum.of(read);
      checksum = known;
      upgrade = null;
    }
    return known;
  }

  /**
   * Spares reading them again for the checksum, which forgets them.
   *
   * @param operations of the upgrade
   */
  final void keepForChecksum(List<Operation> operations) {
    if (checksum == null) {
      upgrade = operations;
    }
  }

  String computeChecksum() {
    return RevisionChecksum.of(operations(Direction.UPGRADE));
  }

  @Override
  public final String toString() {
    return node.id() + " (" + node.origin() + ")";
  }
}
