package dev.migrations.maven.bridge;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a project has its files, before a build and after.
 *
 * @param basedir the project's directory
 * @param resourceRoots the resource directories
 * @param sourceDirectory where new Java classes go
 * @param sourceRoots the roots of Java sources
 * @param output where the build puts classes and resources
 * @param classPath what Java sources are compiled against
 */
public record ProjectSources(
    Path basedir,
    List<Path> resourceRoots,
    Path sourceDirectory,
    List<Path> sourceRoots,
    Path output,
    List<Path> classPath) {}
