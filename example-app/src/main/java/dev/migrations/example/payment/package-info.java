/** Payments of orders. */
@NullMarked
package dev.migrations.example.payment;

import org.jspecify.annotations.NullMarked;
