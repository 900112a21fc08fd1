package dev.migrations.script;

import dev.migrations.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the revisions among files and those that are objects already. */
final class Discovery {

  private final ClassCandidates classes;
  private final Map<String, String> placeholders;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Inventory inventory = new Inventory();
  private final Set<String> seenClasses = new HashSet<>();

  Discovery(ClassLoader classLoader, Map<String, String> placeholders) {
    this.placeholders = placeholders;
    this.classes = new ClassCandidates(classLoader);
  }

  /** What was found, in load order. */
  List<Candidate> candidates() {
    candidates.sort(Candidate.LOAD_ORDER);
    return List.copyOf(candidates);
  }

  /** All files that were read, be they revisions or not. */
  long inventory() {
    return inventory.number();
  }

  /** Takes the objects in; a class that is found later and has one counts as found. */
  void take(List<? extends Migration> migrations) {
    for (Migration migration : migrations) {
      Candidate candidate = ClassCandidates.read(migration);
      seenClasses.add(candidate.origin());
      candidates.add(candidate);
    }
  }

  void search(List<FoundFile> files) {
    for (FoundFile file : files) {
      Candidate candidate =
          file.isSql()
              ? SqlCandidates.read(new SqlSource(file), placeholders, inventory)
              : classes.read(file, inventory);
      if (candidate != null && (file.isSql() || seenClasses.add(candidate.origin()))) {
        candidates.add(candidate);
      }
    }
  }
}
