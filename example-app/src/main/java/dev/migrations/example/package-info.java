/** An order service: customers, products, orders and payments. */
@NullMarked
package dev.migrations.example;

import org.jspecify.annotations.NullMarked;
