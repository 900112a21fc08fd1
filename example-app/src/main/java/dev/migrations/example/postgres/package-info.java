/** The PostgreSQL that the example starts for itself when it is given none. */
@NullMarked
package dev.migrations.example.postgres;

import org.jspecify.annotations.NullMarked;
