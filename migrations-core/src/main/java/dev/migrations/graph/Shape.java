package dev.migrations.graph;

import java.util.List;
import java.util.Map;

/**
 * The revisions that count, of those that are written down: either a range or the revision that
 * replaces it.
 *
 * @param nodes the revisions that count, in load order, naming only such as requirements
 * @param standIns ids that do not count, each with the id that counts in its place
 * @param replaced ids inside of ranges, each with the id of the revision that replaces it
 */
record Shape(
    List<RevisionNode> nodes, Map<String, String> standIns, Map<String, String> replaced) {}
