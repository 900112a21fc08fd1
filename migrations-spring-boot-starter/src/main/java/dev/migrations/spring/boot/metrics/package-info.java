/** The meters. */
@NullMarked
package dev.migrations.spring.boot.metrics;

import org.jspecify.annotations.NullMarked;
