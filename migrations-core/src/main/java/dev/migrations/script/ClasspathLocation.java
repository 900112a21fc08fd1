package dev.migrations.script;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/** A folder of that name in every root of the class path, be it a directory or a jar. */
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
    Resource[] resources =
        new PathMatchingResourcePatternResolver(classLoader)
            .getResources("classpath*:" + folder + "/**/*");
    List<FoundFile> files = new ArrayList<>();
    for (Resource resource : resources) {
      String url = resource.getURL().toString();
      FoundFile file = new FoundFile(resource, origin(url), url);
      if (file.isSql() || file.isClass()) {
        files.add(file);
      }
    }
    boolean missing =
        files.isEmpty()
            && classLoader.getResource(folder + "/") == null
            && classLoader.getResource(folder) == null;
    return missing ? null : files;
  }

  /** The path from the folder on, and the jar's name where it is in one. */
  private String origin(String url) {
    int start = url.lastIndexOf("/" + folder + "/");
    String path = start < 0 ? url : url.substring(start + 1);
    int jarEnd = url.lastIndexOf(".jar!/", start < 0 ? url.length() : start);
    if (jarEnd < 0) {
      return path;
    }
    int jarStart = url.lastIndexOf('/', jarEnd) + 1;
    return path + " in " + url.substring(jarStart, jarEnd + ".jar".length());
  }
}
