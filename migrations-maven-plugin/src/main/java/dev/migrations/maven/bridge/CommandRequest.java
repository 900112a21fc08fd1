package dev.migrations.maven.bridge;

import java.util.List;
import java.util.Map;

/**
 * What a goal wants done.
 *
 * @param words the command and its options, as on the command line of the application's jar
 * @param sources the project
 * @param files how new files are named and filled
 * @param properties properties of the application that the goal's parameters set
 * @param asksDatabase whether the command may need the database
 * @param oneOfMany whether other projects get the same command, so that this one may have nothing
 *     to do with it
 * @param interactive whether it may ask
 */
public record CommandRequest(
    List<String> words,
    ProjectSources sources,
    NewFiles files,
    Map<String, String> properties,
    boolean asksDatabase,
    boolean oneOfMany,
    boolean interactive) {

  /** Whether the application's own configuration is needed. */
  public boolean readsConfiguration() {
    return asksDatabase || !properties.containsKey("migrations.locations");
  }
}
