/** Where revisions come from: classes and SQL files. */
@NullMarked
package dev.migrations.script;

import org.jspecify.annotations.NullMarked;
