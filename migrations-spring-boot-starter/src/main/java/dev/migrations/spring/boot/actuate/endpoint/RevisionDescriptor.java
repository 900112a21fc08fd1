package dev.migrations.spring.boot.actuate.endpoint;

import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision in few words.
 *
 * @since 0.1.0
 */
public final class RevisionDescriptor {

  private final String id;
  private final @Nullable String message;

  private RevisionDescriptor(String id, @Nullable String message) {
    this.id = id;
    this.message = message;
  }

  static List<RevisionDescriptor> of(List<String> ids, RevisionScripts scripts) {
    return ids.stream().map(id -> new RevisionDescriptor(id, message(id, scripts))).toList();
  }

  private static @Nullable String message(String id, RevisionScripts scripts) {
    String counting = scripts.graph().revisionOfRow(id);
    return scripts
        .find(id)
        .or(() -> Optional.ofNullable(counting).map(scripts::script))
        .map(RevisionScript::message)
        .orElse(null);
  }

  /** The revision's id. */
  public String getId() {
    return id;
  }

  /** The revision's message; absent when the application does not have the revision. */
  public @Nullable String getMessage() {
    return message;
  }
}
