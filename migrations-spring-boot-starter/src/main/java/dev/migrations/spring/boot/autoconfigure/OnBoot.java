package dev.migrations.spring.boot.autoconfigure;

/**
 * What is done with the schema when the application boots.
 *
 * @since 0.1.0
 */
public enum OnBoot {
  /** Bring the schema up to the target. */
  UPGRADE,
  /** Change nothing, and refuse to boot unless the target is applied. */
  VALIDATE,
  /** Leave the database alone. */
  NONE;

  MigrationsStrategy towards(String target, boolean adopt) {
    return switch (this) {
      case UPGRADE ->
          adopt ? new AdoptingStrategy(target) : migrations -> migrations.upgrade(target);
      case VALIDATE -> migrations -> migrations.validate(target);
      case NONE -> migrations -> {};
    };
  }
}
