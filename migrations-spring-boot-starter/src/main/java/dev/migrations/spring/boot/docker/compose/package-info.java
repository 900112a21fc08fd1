/** Connection details from Docker Compose. */
@NullMarked
package dev.migrations.spring.boot.docker.compose;

import org.jspecify.annotations.NullMarked;
