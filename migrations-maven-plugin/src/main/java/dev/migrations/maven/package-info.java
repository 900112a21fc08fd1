/** The goals of the Maven plugin: each is a command of the application's jar. */
@NullMarked
package dev.migrations.maven;

import org.jspecify.annotations.NullMarked;
