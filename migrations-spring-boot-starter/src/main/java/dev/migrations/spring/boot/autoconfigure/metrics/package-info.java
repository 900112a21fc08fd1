/** Auto-configuration of the meters. */
@NullMarked
package dev.migrations.spring.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
