package dev.migrations.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import db.revisions.CreateNative;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

class MigrationsRuntimeHintsTests {

  private final RuntimeHints hints = new RuntimeHints();

  MigrationsRuntimeHintsTests() {
    new MigrationsRuntimeHints().registerHints(hints, getClass().getClassLoader());
  }

  @Test
  void filesOfTheDefaultLocationAreKept() {
    assertThat(RuntimeHintsPredicates.resource().forResource("db/revisions/0001_create.sql"))
        .accepts(hints);
  }

  @Test
  void revisionsInThePackageOfTheDefaultLocationCanBeCreated() {
    assertThat(
            RuntimeHintsPredicates.reflection()
                .onType(CreateNative.class)
                .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
        .accepts(hints);
  }
}
