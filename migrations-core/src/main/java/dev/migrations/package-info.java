/** What the author of a revision works with. */
@NullMarked
package dev.migrations;

import org.jspecify.annotations.NullMarked;
