/** Migrations inside a Spring Boot application. */
@NullMarked
package dev.migrations.spring.boot;

import org.jspecify.annotations.NullMarked;
