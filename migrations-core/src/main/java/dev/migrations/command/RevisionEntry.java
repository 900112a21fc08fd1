package dev.migrations.command;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A revision in a listing.
 *
 * @param id the revision's id
 * @param message what it does, in one line
 * @param origin the file or class that it is written in
 * @param parents the ids of its parents; none for a base, several for a merge
 * @param dependencies what it depends on, as it is written: ids or branch labels
 * @param replaces the ids of the range that it replaces, the end of the range last; most often none
 * @param labels the labels of all branches that it belongs to
 * @param children the ids of its children, in load order
 * @param markers what is special about it, in the order of {@link Marker}
 * @since 0.1.0
 */
public record RevisionEntry(
    String id,
    String message,
    String origin,
    List<String> parents,
    List<String> dependencies,
    List<String> replaces,
    List<String> labels,
    List<String> children,
    Set<Marker> markers) {

  public RevisionEntry {
    parents = List.copyOf(parents);
    dependencies = List.copyOf(dependencies);
    replaces = List.copyOf(replaces);
    labels = List.copyOf(labels);
    children = List.copyOf(children);
    EnumSet<Marker> sorted = EnumSet.noneOf(Marker.class);
    sorted.addAll(markers);
    markers = Collections.unmodifiableSet(sorted);
  }

  /** Whether it has this marker. */
  public boolean is(Marker marker) {
    return markers.contains(marker);
  }
}
