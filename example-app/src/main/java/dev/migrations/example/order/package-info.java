/** Orders and their items. */
@NullMarked
package dev.migrations.example.order;

import org.jspecify.annotations.NullMarked;
