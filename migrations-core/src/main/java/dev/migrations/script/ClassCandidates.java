package dev.migrations.script;

import dev.migrations.Migration;
import dev.migrations.Revision;
import dev.migrations.error.OneLine;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;

/** Reads the annotation of a class file without loading the class, or that of an object. */
final class ClassCandidates {

  private static final String ANNOTATE =
      "Annotate it with @Revision(id = …, message = …), or move it to another package.";

  private final ClassLoader classLoader;
  private final MetadataReaderFactory readers;
  private final Map<String, Boolean> migrations = new HashMap<>();

  ClassCandidates(ClassLoader classLoader) {
    this.classLoader = classLoader;
    this.readers = MetadataReaderFactory.create(classLoader);
    migrations.put(Migration.class.getName(), true);
  }

  /** The candidate in a class file, or null when the class has nothing to do with revisions. */
  @Nullable Candidate read(FoundFile file, Inventory inventory) {
    AnnotationMetadata type;
    try {
      byte[] bytes = file.bytes();
      inventory.add(file.path(), bytes);
      type = readers.getMetadataReader(new ByteArrayResource(bytes)).getAnnotationMetadata();
    } catch (IOException ex) {
      String path = OneLine.of(file.origin());
      Faults faults = new Faults(path);
      faults.add(0, "the class file cannot be read: " + ex.getMessage(), "Compile it again.");
      return candidate(path, RevisionHeader.UNKNOWN, faults);
    }
    String name = type.getClassName();
    MergedAnnotation<Revision> revision = type.getAnnotations().get(Revision.class);
    Faults faults = new Faults(name);
    if (!revision.isPresent()) {
      if (!type.isConcrete() || type.hasEnclosingClass() || !isMigration(type)) {
        return null;
      }
      faults.add(0, "the class implements Migration, but has no @Revision", ANNOTATE);
      return candidate(name, RevisionHeader.UNKNOWN, faults);
    }
    if (!isMigration(type)) {
      faults.add(
          0,
          "the class has @Revision, but does not implement Migration",
          "Let it implement dev.migrations.Migration, or remove the annotation.");
    } else if (!type.isConcrete() || !type.isIndependent()) {
      faults.add(
          0,
          "the class has @Revision, but is abstract or an inner class",
          "Make it a top-level or static nested class that is not abstract.");
    }
    return candidate(name, header(revision, faults), faults);
  }

  /** The candidate that an object is. */
  static Candidate read(Migration migration) {
    Class<?> type = ClassUtils.getUserClass(migration);
    MergedAnnotation<Revision> revision = MergedAnnotations.from(type).get(Revision.class);
    Faults faults = new Faults(type.getName());
    RevisionHeader header = RevisionHeader.UNKNOWN;
    if (revision.isPresent()) {
      header = header(revision, faults);
    } else {
      faults.add(0, "the bean implements Migration, but its class has no @Revision", ANNOTATE);
    }
    return candidate(type.getName(), header, faults, () -> migration);
  }

  private Candidate candidate(String name, RevisionHeader header, Faults faults) {
    return candidate(name, header, faults, () -> MigrationFactory.create(name, classLoader));
  }

  private static Candidate candidate(
      String name, RevisionHeader header, Faults faults, Supplier<Migration> migration) {
    String message = Objects.requireNonNullElse(header.message(), "");
    return new Candidate(
        name.substring(name.lastIndexOf('.') + 1),
        name,
        header,
        faults.found(),
        node -> new JavaRevision(node, message, migration));
  }

  private static RevisionHeader header(MergedAnnotation<Revision> revision, Faults faults) {
    String message = revision.getString("message");
    if (message.isBlank()) {
      faults.add(0, "@Revision has an empty message", "Say in one line what the revision does.");
    }
    RevisionHeader.refuseObstacle(message, 0, faults);
    return new RevisionHeader(
        revision.getString("id"),
        List.of(revision.getStringArray("down")),
        List.of(revision.getStringArray("dependsOn")),
        List.of(revision.getStringArray("branchLabels")),
        List.of(revision.getStringArray("replaces")),
        message,
        null);
  }

  private boolean isMigration(ClassMetadata type) {
    if (isMigration(type.getSuperClassName())) {
      return true;
    }
    for (String name : type.getInterfaceNames()) {
      if (isMigration(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean isMigration(@Nullable String name) {
    if (name == null || name.startsWith("java.")) {
      return false;
    }
    Boolean known = migrations.get(name);
    if (known == null) {
      known = isMigrationByHeader(name);
      migrations.put(name, known);
    }
    return known;
  }

  /** A type that is not on the class path cannot be followed; the class could not be loaded. */
  private boolean isMigrationByHeader(String name) {
    try {
      return isMigration(readers.getMetadataReader(name).getClassMetadata());
    } catch (IOException ex) {
      LoggerFactory.getLogger(ClassCandidates.class)
          .debug("The header of {} cannot be read", name, ex);
      return false;
    }
  }
}
