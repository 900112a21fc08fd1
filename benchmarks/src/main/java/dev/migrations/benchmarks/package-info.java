/** Benchmarks, run by JMH. */
@NullMarked
package dev.migrations.benchmarks;

import org.jspecify.annotations.NullMarked;
