/** The goals of the Maven plugin: the commands that need a project, but no database. */
@NullMarked
package dev.migrations.maven;

import org.jspecify.annotations.NullMarked;
