package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.operation.ExecuteSql;
import dev.migrations.operation.Operation;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.Unit;
import dev.migrations.operation.UnitWriter;
import dev.migrations.operation.WrittenUnits;
import dev.migrations.script.RevisionScript;
import java.util.List;
import java.util.Optional;

/**
 * Takes back an upgrade that stopped half way. While its units are what they were, the revision
 * itself says how; when they were edited since, the journal does, as far as it is SQL.
 */
final class TakeBack {

  private final RevisionScript script;
  private final List<JournalEntry> noted;
  private final int serverVersion;

  /**
   * @param noted the units of the upgrade that were begun or are done, in order; at least one
   */
  TakeBack(RevisionScript script, List<JournalEntry> noted, int serverVersion) {
    this.script = script;
    this.noted = noted;
    this.serverVersion = serverVersion;
  }

  /**
   * The operations that take it back.
   *
   * @throws RevisionUnderWayException when they are not known
   */
  List<Operation> operations() {
    Optional<WrittenUnits> unedited = unedited();
    return unedited.isPresent() ? byRevision(unedited.get()) : byJournal();
  }

  private List<Operation> byRevision(WrittenUnits upgrade) {
    int done = (int) noted.stream().filter(JournalEntry::done).count();
    boolean nextBegun = noted.stream().anyMatch(entry -> !entry.done() && hasLeft(entry, upgrade));
    Reversal undo = new Undo(script, upgrade, serverVersion).of(done, nextBegun);
    if (undo instanceof Reversal.By by) {
      return by.operations();
    }
    throw RevisionUnderWayException.notReversible(
        script.node(), ((Reversal.Impossible) undo).reason());
  }

  /** Of a unit in batches nothing is left before the first batch is committed. */
  private static boolean hasLeft(JournalEntry begun, WrittenUnits upgrade) {
    return begun.position() != null || !(upgrade.units().get(begun.unit()) instanceof Unit.Batches);
  }

  private List<Operation> byJournal() {
    JournalEntry last = noted.get(noted.size() - 1);
    String undo = last.undo();
    if (undo == null) {
      throw RevisionUnderWayException.notReversible(
          script.node(),
          "its units were edited since, and what they left is not undone by SQL alone");
    }
    return undo.isBlank() ? List.of() : List.of(ExecuteSql.of(undo));
  }

  private Optional<WrittenUnits> unedited() {
    WrittenUnits upgrade;
    try {
      upgrade = UnitWriter.write(script.operations(Direction.UPGRADE), serverVersion);
    } catch (MigrationsException unreadable) {
      return Optional.empty();
    }
    boolean same =
        noted.stream()
            .allMatch(
                entry ->
                    entry.isOf(upgrade.units())
                        || (!entry.done() && entry.isWalkOf(upgrade.units())));
    return same ? Optional.of(upgrade) : Optional.empty();
  }
}
