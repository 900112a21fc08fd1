/** What runs in the processes that are measured. */
@NullMarked
package dev.migrations.benchmarks.peers.child;

import org.jspecify.annotations.NullMarked;
