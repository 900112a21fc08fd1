package dev.migrations.script;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * A folder in a jar, which may itself be in a jar.
 *
 * @param url of the folder
 * @param folder its path on the class path, without slashes at its ends
 */
record JarFolder(URL url, String folder) {

  private interface Look<T> {
    T at(JarFile jar, String prefix) throws IOException;
  }

  /** The SQL files and classes in it, subfolders included. */
  List<FoundFile> files() throws IOException {
    String inJar = inJar();
    return look(
        (jar, prefix) -> {
          List<FoundFile> files = new ArrayList<>();
          Enumeration<JarEntry> entries = jar.entries();
          while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            if (name.startsWith(prefix) && ClasspathLocation.isWanted(name)) {
              String path = name.substring(prefix.length());
              files.add(
                  new JarredFile(
                      this, path, folder + "/" + path + inJar, entry.getCrc(), entry.getSize()));
            }
          }
          return files;
        });
  }

  byte[] bytes(String path) throws IOException {
    return look(
        (jar, prefix) -> {
          ZipEntry entry = jar.getEntry(prefix + path);
          if (entry == null) {
            throw new IOException("it is no longer in the jar");
          }
          try (InputStream in = jar.getInputStream(entry)) {
            long size = entry.getSize();
            return size < 0 ? in.readAllBytes() : in.readNBytes(Math.toIntExact(size));
          }
        });
  }

  private <T> T look(Look<T> look) throws IOException {
    JarURLConnection connection = (JarURLConnection) url.openConnection();
    JarFile jar = connection.getJarFile();
    try {
      return look.at(jar, connection.getEntryName());
    } finally {
      // The one that is cached is also that of others.
      if (!connection.getUseCaches()) {
        jar.close();
      }
    }
  }

  /** The jar's name, for messages. */
  private String inJar() {
    String text = url.toString();
    int end = text.lastIndexOf(".jar!/");
    int start = text.lastIndexOf('/', end) + 1;
    return end < 0 ? "" : " in " + text.substring(start, end + ".jar".length());
  }
}
