/** Auto-configuration: the engine, when it runs, and on which DataSource. */
@NullMarked
package dev.migrations.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
