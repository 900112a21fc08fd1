/** The commands in the application's own jar: {@code java -jar app.jar migrations current}. */
@NullMarked
package dev.migrations.spring.boot.cli;

import org.jspecify.annotations.NullMarked;
