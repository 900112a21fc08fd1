/**
 * What runs on the class path of the project: loaded anew for each goal, together with the
 * project's own libraries, and forgotten with it.
 */
@NullMarked
package dev.migrations.maven.project;

import org.jspecify.annotations.NullMarked;
