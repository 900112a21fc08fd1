/** Products and their search. */
@NullMarked
package dev.migrations.example.product;

import org.jspecify.annotations.NullMarked;
