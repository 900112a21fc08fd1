package dev.migrations.command;

import dev.migrations.graph.RevisionNode;
import java.nio.file.Path;

/**
 * A revision that was written into the source tree.
 *
 * @param file the new file
 * @param format what it is written in
 * @param message what it does, in one line
 * @param revision its id, parents, dependencies and labels, as they stand in the file
 * @since 0.1.0
 */
public record WrittenRevision(
    Path file, RevisionFormat format, String message, RevisionNode revision) {}
