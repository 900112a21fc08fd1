package dev.migrations.script;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;

/**
 * A folder of that name in every root of the class path, be it a directory or a jar. These are
 * listed here, and not by Spring, which matches each file against a pattern: to look at all files
 * is most of what a start costs that has nothing to do.
 */
final class ClasspathLocation implements Location {

  private final String name;
  private final String folder;
  private final ClassLoader classLoader;

  ClasspathLocation(String name, String path, ClassLoader classLoader) {
    this.name = name;
    this.folder =
        StringUtils.trimTrailingCharacter(StringUtils.trimLeadingCharacter(path, '/'), '/');
    this.classLoader = classLoader;
    if (folder.isEmpty() || folder.indexOf('*') >= 0 || folder.indexOf('?') >= 0) {
      throw new IllegalArgumentException(
          "a location on the class path must name one folder, without wildcards");
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable List<FoundFile> files() throws IOException {
    List<URL> roots = Collections.list(classLoader.getResources(folder + "/"));
    List<FoundFile> files = areListedHere(roots) ? listed(roots) : listedBySpring();
    boolean missing =
        files.isEmpty()
            && classLoader.getResource(folder + "/") == null
            && classLoader.getResource(folder) == null;
    return missing ? null : files;
  }

  /** Application servers have other protocols; modules hide their packages from class loaders. */
  private static boolean areListedHere(List<URL> roots) {
    for (URL root : roots) {
      if (!isDirectory(root) && !root.getProtocol().equals(ResourceUtils.URL_PROTOCOL_JAR)) {
        return false;
      }
    }
    return !ClasspathLocation.class.getModule().isNamed();
  }

  private static boolean isDirectory(URL root) {
    return root.getProtocol().equals(ResourceUtils.URL_PROTOCOL_FILE);
  }

  private List<FoundFile> listed(List<URL> roots) throws IOException {
    List<FoundFile> files = new ArrayList<>();
    for (URL root : roots) {
      if (isDirectory(root)) {
        addDirectory(ResourceUtils.getFile(root), files);
      } else {
        files.addAll(new JarFolder(root, folder).files());
      }
    }
    return files;
  }

  private void addDirectory(File directory, List<FoundFile> files) throws IOException {
    String identity = directory.getAbsolutePath() + "/";
    for (String path : DirectoryTree.paths(directory, ClasspathLocation::isWanted, name -> true)) {
      File file = new File(directory, path);
      files.add(new PlainFile(file, path, folder + "/" + path, identity + path));
    }
  }

  private List<FoundFile> listedBySpring() throws IOException {
    List<FoundFile> files = new ArrayList<>();
    for (Resource resource :
        new PathMatchingResourcePatternResolver(classLoader)
            .getResources("classpath*:" + folder + "/**/*")) {
      String url = resource.getURL().toString();
      String path = url.substring(url.lastIndexOf("/" + folder + "/") + folder.length() + 2);
      if (isWanted(path)) {
        files.add(new ResourceFile(resource, path, folder + "/" + path, url));
      }
    }
    return files;
  }

  static boolean isWanted(String file) {
    return FoundFile.isSql(file) || FoundFile.isClass(file);
  }
}
