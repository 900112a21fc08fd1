package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.operation.Command;
import dev.migrations.operation.Operation;
import dev.migrations.operation.PartialDowngrade;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.Unit;
import dev.migrations.operation.UnitWriter;
import dev.migrations.operation.WrittenUnits;
import dev.migrations.script.RevisionScript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What takes back an upgrade that stopped half way: the reverses of what is done, or, where an
 * operation has none, the downgrade that the author wrote.
 */
final class Undo {

  private final RevisionScript script;
  private final WrittenUnits upgrade;
  private final int serverVersion;

  Undo(RevisionScript script, WrittenUnits upgrade, int serverVersion) {
    this.script = script;
    this.upgrade = upgrade;
    this.serverVersion = serverVersion;
  }

  /**
   * From where so many units are done.
   *
   * @param nextBegun whether the unit behind them was begun, so that it may have left something
   */
  Reversal of(int done, boolean nextBegun) {
    return upgrade.undo(done, nextBegun) instanceof Reversal.Impossible impossible
        ? byDowngrade(done, nextBegun, impossible)
        : upgrade.undo(done, nextBegun);
  }

  private Reversal byDowngrade(int done, boolean nextBegun, Reversal.Impossible otherwise) {
    List<Unit> notDone = upgrade.units().subList(done, upgrade.units().size());
    Reversal downgrade;
    try {
      downgrade =
          PartialDowngrade.of(script.operations(Direction.DOWNGRADE), notDone, serverVersion);
    } catch (MigrationsException ex) {
      return Reversal.impossible(otherwise.reason() + ". " + ex.description());
    }
    if (!(downgrade instanceof Reversal.By by)) {
      return downgrade;
    }
    List<Operation> all = new ArrayList<>(upgrade.undoOfParts(done, nextBegun));
    all.addAll(by.operations());
    return new Reversal.By(all);
  }

  /** As {@link #of}, in SQL; {@code null} when it is not known, or code is a part of it. */
  @Nullable String sql(int done, boolean nextBegun) {
    if (!(of(done, nextBegun) instanceof Reversal.By by)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (Unit unit : UnitWriter.units(by.operations(), serverVersion)) {
      for (Command command : unit.commands()) {
        if (!(command instanceof Command.Sql statement)) {
          return null;
        }
        text.append(statement.script()).append('\n');
      }
    }
    return text.toString();
  }
}
