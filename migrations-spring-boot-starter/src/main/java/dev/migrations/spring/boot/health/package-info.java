/** The health indicator. */
@NullMarked
package dev.migrations.spring.boot.health;

import org.jspecify.annotations.NullMarked;
