/** Connection details from Testcontainers. */
@NullMarked
package dev.migrations.spring.boot.testcontainers;

import org.jspecify.annotations.NullMarked;
