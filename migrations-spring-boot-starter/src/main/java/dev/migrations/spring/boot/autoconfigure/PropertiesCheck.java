package dev.migrations.spring.boot.autoconfigure;

import java.time.Duration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Values that can be bound but not be meant; the first one is shown by Spring Boot's analyzer. */
final class PropertiesCheck {

  private PropertiesCheck() {}

  /**
   * @throws InvalidConfigurationPropertyValueException naming the property, its value and where it
   *     was set
   */
  static void check(MigrationsProperties properties) {
    String target = properties.getTarget();
    require(!target.isBlank(), "target", target, "must not be empty");
    require(!properties.getLocations().isEmpty(), "locations", "", "must name at least one place");
    int attempts = properties.getLockAttempts();
    require(attempts >= 1, "lock-attempts", attempts, "must be at least 1");
    requirePositive("lock-timeout", properties.getLockTimeout());
    requireNotNegative("statement-timeout", properties.getStatementTimeout());
    requireNotNegative("advisory-lock-wait", properties.getAdvisoryLockWait());
    requirePositive("advisory-lock-poll-interval", properties.getAdvisoryLockPollInterval());
    requireNotNegative("reconnect-wait", properties.getReconnectWait());
  }

  private static void requirePositive(String property, Duration value) {
    require(!value.isZero() && !value.isNegative(), property, value, "must be longer than zero");
  }

  private static void requireNotNegative(String property, Duration value) {
    require(!value.isNegative(), property, value, "must not be negative");
  }

  private static void require(boolean ok, String property, Object value, String reason) {
    if (!ok) {
      throw new InvalidConfigurationPropertyValueException("migrations." + property, value, reason);
    }
  }
}
