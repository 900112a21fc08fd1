package dev.migrations;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.annotation.Testable;

/** The order of the packages: each imports only those above it in the list. */
class ArchitectureTests {

  private static final List<String> ORDER =
      List.of(
          "dev.migrations.error",
          "dev.migrations.graph",
          "dev.migrations.sql",
          "dev.migrations.operation",
          "dev.migrations",
          "dev.migrations.script",
          "dev.migrations.engine",
          "dev.migrations.command");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @TestFactory
  List<DynamicTest> eachPackageImportsOnlyThoseAboveIt() {
    return ORDER.stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> importsOnlyThoseAbove(name)))
        .toList();
  }

  private static void importsOnlyThoseAbove(String name) {
    String[] below = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).toArray(String[]::new);
    if (below.length > 0) {
      noClasses()
          .that(resideInAPackage(name))
          .should()
          .dependOnClassesThat(resideInAnyPackage(below))
          .check(CLASSES);
    }
  }

  @Test
  void everyPackageHasAPlaceInTheOrder() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(ORDER);
  }

  @Test
  void everyClassOfTestsHasANameThatTheBuildRuns() {
    methods()
        .that()
        .areMetaAnnotatedWith(Testable.class)
        .should()
        .beDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Tests")
        .check(new ClassFileImporter().importPath(Path.of("target", "test-classes")));
  }

  @Test
  void theCoreKnowsOnlySpringJdbcSlf4jAndJSpecify() {
    classes()
        .that(resideInAPackage("dev.migrations.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "dev.migrations..",
                    "java..",
                    "javax.sql..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.springframework.core..",
                    "org.springframework.util..",
                    "org.springframework.jdbc..")
                .or(optionalDriver()))
        .check(CLASSES);
  }

  @Test
  void onlyTheEngineSpeaksToADatabase() {
    noClasses()
        .that(
            resideInAnyPackage(
                "dev.migrations.error",
                "dev.migrations.graph",
                "dev.migrations.sql",
                "dev.migrations.script",
                "dev.migrations.command"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.sql", "javax.sql..", "org.springframework.jdbc.."))
        .check(CLASSES);
  }

  @Test
  void theGraphDoesNoInputOrOutput() {
    noClasses()
        .that(resideInAPackage("dev.migrations.graph"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.io", "java.nio..", "org.springframework.."))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> optionalDriver() {
    return DescribedPredicate.describe(
        "the optional driver", type -> type.getPackageName().startsWith("org.postgresql"));
  }
}
