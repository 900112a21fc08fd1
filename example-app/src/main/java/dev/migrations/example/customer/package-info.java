/** Customers. */
@NullMarked
package dev.migrations.example.customer;

import org.jspecify.annotations.NullMarked;
