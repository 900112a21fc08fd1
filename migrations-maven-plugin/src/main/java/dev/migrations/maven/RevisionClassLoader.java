package dev.migrations.maven;

import dev.migrations.Revision;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The class path of a project, on which the output directory has no revisions: those are looked for
 * in its sources. Behind that of the plugin, whose {@code @Revision} is the one that is read. No
 * class of the project is initialised.
 */
final class RevisionClassLoader extends URLClassLoader {

  private final List<String> folders;
  private final String output;

  RevisionClassLoader(List<Path> roots, ProjectSources sources) throws MalformedURLException {
    super(urls(roots), Revision.class.getClassLoader());
    this.folders = sources.folders();
    this.output = sources.output().toUri().toString().replaceAll("/+$", "") + "/";
  }

  private static URL[] urls(List<Path> roots) throws MalformedURLException {
    URL[] urls = new URL[roots.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = roots.get(i).toUri().toURL();
    }
    return urls;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    if (!folders.contains(name.replaceAll("/+$", ""))) {
      return super.getResources(name);
    }
    return Collections.enumeration(
        Collections.list(findResources(name)).stream().filter(url -> !isInOutput(url)).toList());
  }

  private boolean isInOutput(URL url) {
    return url.toString().replaceFirst("^file:/+", "file:///").startsWith(output);
  }
}
