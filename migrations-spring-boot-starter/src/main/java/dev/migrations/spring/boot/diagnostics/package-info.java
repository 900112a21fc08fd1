/** Failure analyses. */
@NullMarked
package dev.migrations.spring.boot.diagnostics;

import org.jspecify.annotations.NullMarked;
