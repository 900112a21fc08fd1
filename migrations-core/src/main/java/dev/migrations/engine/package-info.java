/** Running revisions on a database, safely. */
@NullMarked
package dev.migrations.engine;

import org.jspecify.annotations.NullMarked;
