package dev.migrations.maven;

import dev.migrations.maven.bridge.ProjectCommand;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The libraries of a project, apart from those of Maven and of its plugins: it shares with them the
 * JDK and the types by which the two speak to each other.
 */
final class LibraryClassLoader extends URLClassLoader {

  private static final String SHARED = ProjectCommand.class.getPackageName() + ".";

  private static final String SHELL = "dev.migrations.maven.project.ProjectShell";

  private static final String LOGGERS = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";

  LibraryClassLoader(List<Path> path) throws MalformedURLException {
    super(urls(path), ClassLoader.getPlatformClassLoader());
  }

  private static URL[] urls(List<Path> path) throws MalformedURLException {
    URL[] urls = new URL[path.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = path.get(i).toUri().toURL();
    }
    return urls;
  }

  ProjectCommand shell() throws MojoExecutionException {
    try {
      return (ProjectCommand) loadClass(SHELL).getConstructor().newInstance();
    } catch (ReflectiveOperationException ex) {
      throw new MojoExecutionException("The plugin does not find itself", ex);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return name.startsWith(SHARED)
        ? Class.forName(name, false, ProjectCommand.class.getClassLoader())
        : super.findClass(name);
  }

  /** One logger, of the several that projects tend to have. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> found = super.getResources(name);
    return name.equals(LOGGERS) && found.hasMoreElements()
        ? Collections.enumeration(List.of(found.nextElement()))
        : found;
  }
}
