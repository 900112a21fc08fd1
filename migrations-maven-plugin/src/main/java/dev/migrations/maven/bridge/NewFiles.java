package dev.migrations.maven.bridge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How new files are named and filled.
 *
 * @param templates where the project's own templates may lie
 * @param datePattern a date in front of file names; {@code null} for none
 */
public record NewFiles(Path templates, @Nullable String datePattern) {}
