/** Auto-configuration of the health indicator. */
@NullMarked
package dev.migrations.spring.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
