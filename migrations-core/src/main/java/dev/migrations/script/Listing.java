package dev.migrations.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The files in all locations, each once, before anything is known of what is in them. */
final class Listing {

  private static final String NAME_ANOTHER =
      "Name a folder as classpath:db/revisions, or a directory as file:/etc/app/revisions.";

  private final List<FoundFile> files = new ArrayList<>();
  private final List<ScriptFault> faults = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Listing() {}

  static Listing of(List<String> locations, ClassLoader classLoader) {
    Listing listing = new Listing();
    for (String location : new LinkedHashSet<>(locations)) {
      listing.add(location, classLoader);
    }
    return listing;
  }

  List<FoundFile> files() {
    return files;
  }

  /** What is wrong with the locations themselves. */
  List<ScriptFault> faults() {
    return faults;
  }

  /**
   * A number for these files, with these paths and contents; none when a location is at fault or a
   * file cannot be read.
   */
  OptionalLong inventory() {
    if (!faults.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      Inventory inventory = new Inventory();
      for (FoundFile file : files) {
        inventory.add(file.path(), file.contents());
      }
      return OptionalLong.of(inventory.number());
    } catch (IOException ex) {
      LoggerFactory.getLogger(Listing.class).debug("A file cannot be read", ex);
      return OptionalLong.empty();
    }
  }

  private void add(String location, ClassLoader classLoader) {
    List<FoundFile> found = files(location, classLoader);
    if (found == null) {
      return;
    }
    for (FoundFile file : found) {
      if (seen.add(file.identity())) {
        files.add(file);
      }
    }
  }

  private @Nullable List<FoundFile> files(String name, ClassLoader classLoader) {
    try {
      List<FoundFile> found = Location.of(name, classLoader).files();
      if (found == null) {
        missing(name);
      }
      return found;
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
