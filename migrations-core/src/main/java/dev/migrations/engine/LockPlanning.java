package dev.migrations.engine;

import dev.migrations.engine.LockForecast.Foreseen;
import dev.migrations.sql.LockLink;
import dev.migrations.sql.LockMode;
import dev.migrations.sql.LockTarget;
import dev.migrations.sql.RelationName;
import dev.migrations.sql.TableLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds to the steps of a plan what each unit will lock, for one query. */
final class LockPlanning {

  private final Connection connection;

  LockPlanning(Connection connection) {
    this.connection = connection;
  }

  List<PlannedStep> withLocks(List<PlannedStep> steps) throws SQLException {
    List<List<Foreseen>> foreseen = foresee(steps);
    LockCatalog.Answers answers = ask(foreseen);
    List<PlannedStep> result = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      PlannedStep step = steps.get(i);
      List<PlannedUnit> units = new ArrayList<>();
      for (int unit = 0; unit < step.units().size(); unit++) {
        PlannedUnit planned = step.units().get(unit);
        units.add(
            planned.done()
                ? planned
                : new PlannedUnit(
                    planned.unit(), false, locks(foreseen.get(i).get(unit), answers)));
      }
      result.add(step.withUnits(units));
    }
    return result;
  }

  private static List<List<Foreseen>> foresee(List<PlannedStep> steps) {
    LockForecast forecast = new LockForecast();
    List<List<Foreseen>> all = new ArrayList<>();
    for (PlannedStep step : steps) {
      forecast.revision();
      all.add(step.units().stream().map(unit -> forecast.unit(unit.commands())).toList());
    }
    return all;
  }

  private LockCatalog.Answers ask(List<List<Foreseen>> foreseen) throws SQLException {
    Set<LockTarget> targets = new LinkedHashSet<>();
    Set<RelationName> functions = new LinkedHashSet<>();
    Set<RelationName> written = new LinkedHashSet<>();
    for (List<Foreseen> step : foreseen) {
      for (Foreseen unit : step) {
        unit.locks().forEach(lock -> targets.add(lock.target()));
        functions.addAll(unit.functions());
        written.addAll(unit.written());
      }
    }
    return new LockCatalog(connection).ask(targets, functions, written);
  }

  static PlannedLocks locks(Foreseen unit, LockCatalog.Answers answers) {
    Map<String, LockMode> modes = new LinkedHashMap<>();
    for (TableLock lock : unit.locks()) {
      for (String table : tables(lock.target(), unit, answers)) {
        modes.merge(table, lock.mode(), LockMode::or);
      }
    }
    List<PlannedLock> locks = new ArrayList<>();
    modes.forEach((table, mode) -> locks.add(new PlannedLock(table, mode)));
    Set<String> unknown = new LinkedHashSet<>(unit.unknown());
    unit.functions().stream()
        .filter(answers.functions()::contains)
        .forEach(function -> unknown.add(LockForecast.function(function)));
    unit.written().stream()
        .filter(answers.ruled()::contains)
        .forEach(relation -> unknown.add(LockForecast.rules(relation)));
    return new PlannedLocks(locks, List.copyOf(unknown));
  }

  private static List<String> tables(
      LockTarget target, Foreseen unit, LockCatalog.Answers answers) {
    List<String> found = answers.tables().get(target);
    if (found != null) {
      return found;
    }
    boolean hidden =
        target instanceof LockTarget.Named named
            ? unit.perhapsNew().contains(named.relation())
            : target instanceof LockTarget.Linked linked
                && linked.link() != LockLink.TABLE_OF_INDEX;
    return hidden ? List.of() : List.of(target.description());
  }
}
