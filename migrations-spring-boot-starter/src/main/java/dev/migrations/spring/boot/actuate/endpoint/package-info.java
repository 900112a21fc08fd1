/** The actuator endpoint. */
@NullMarked
package dev.migrations.spring.boot.actuate.endpoint;

import org.jspecify.annotations.NullMarked;
