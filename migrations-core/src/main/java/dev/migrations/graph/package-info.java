/** The graph of revisions: ids, parents, dependencies, labels, targets and plans; no I/O. */
@NullMarked
package dev.migrations.graph;

import org.jspecify.annotations.NullMarked;
