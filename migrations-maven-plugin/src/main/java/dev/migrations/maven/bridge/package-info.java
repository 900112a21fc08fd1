/**
 * What a goal and the class path of the project both know. These classes are loaded once, by Maven;
 * they must use nothing but the JDK.
 */
@NullMarked
package dev.migrations.maven.bridge;

import org.jspecify.annotations.NullMarked;
