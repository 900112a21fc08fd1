/** What every failure of this project has in common: what happened, and what to do next. */
@NullMarked
package dev.migrations.error;

import org.jspecify.annotations.NullMarked;
