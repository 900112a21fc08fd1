/** What an application feels of a revision that runs on tables that it uses. */
@NullMarked
package dev.migrations.benchmarks.live;

import org.jspecify.annotations.NullMarked;
