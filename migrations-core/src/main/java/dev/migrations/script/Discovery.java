package dev.migrations.script;

import dev.migrations.Migration;
import dev.migrations.error.OneLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the revisions of all locations and those that are objects already. */
final class Discovery {

  private static final String NAME_ANOTHER =
      "Name a folder as classpath:db/revisions, or a directory as file:/etc/app/revisions.";

  private final ClassLoader classLoader;
  private final ClassCandidates classes;
  private final Map<String, String> placeholders;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<ScriptFault> faults = new ArrayList<>();
  private final Set<String> seenFiles = new HashSet<>();
  private final Set<String> seenClasses = new HashSet<>();

  Discovery(ClassLoader classLoader, Map<String, String> placeholders) {
    this.classLoader = classLoader;
    this.placeholders = placeholders;
    this.classes = new ClassCandidates(classLoader);
  }

  /** What was found, in load order. */
  List<Candidate> candidates() {
    candidates.sort(Candidate.LOAD_ORDER);
    return List.copyOf(candidates);
  }

  /** What is wrong with the locations themselves. */
  List<ScriptFault> faults() {
    return List.copyOf(faults);
  }

  /** Takes the objects in; a class that is found later and has one counts as found. */
  void take(List<? extends Migration> migrations) {
    for (Migration migration : migrations) {
      Candidate candidate = ClassCandidates.read(migration);
      seenClasses.add(candidate.origin());
      candidates.add(candidate);
    }
  }

  void search(String name) {
    List<FoundFile> files = files(name);
    if (files == null) {
      return;
    }
    for (FoundFile file : files) {
      if (!seenFiles.add(file.identity())) {
        continue;
      }
      Candidate candidate =
          file.isSql()
              ? SqlCandidates.read(
                  new SqlSource(file.resource(), OneLine.of(file.origin())), placeholders)
              : classes.read(file.resource(), file.origin());
      if (candidate != null && (file.isSql() || seenClasses.add(candidate.origin()))) {
        candidates.add(candidate);
      }
    }
  }

  private @Nullable List<FoundFile> files(String name) {
    try {
      List<FoundFile> files = Location.of(name, classLoader).files();
      if (files == null) {
        missing(name);
      }
      return files;
    } catch (IllegalArgumentException ex) {
      faults.add(
          new ScriptFault(
              "Location '" + name + "'", 0, String.valueOf(ex.getMessage()), NAME_ANOTHER));
    } catch (IOException | UncheckedIOException ex) {
      faults.add(
          new ScriptFault(
              "Location '" + name + "'", 0, "cannot be listed: " + ex.getMessage(), NAME_ANOTHER));
    }
    return null;
  }

  private void missing(String name) {
    if (name.equals(RevisionScripts.DEFAULT_LOCATION)) {
      return;
    }
    faults.add(new ScriptFault("Location '" + name + "'", 0, "it does not exist", remedy(name)));
  }

  private static String remedy(String name) {
    return name.contains(":")
        ? "Create it, or correct its name."
        : "Create the directory, or write classpath:" + name + " for the class path.";
  }
}
