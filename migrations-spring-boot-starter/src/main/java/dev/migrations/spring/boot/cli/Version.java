package dev.migrations.spring.boot.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the manifest of the starter's jar tells. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = getClass().getPackage().getImplementationVersion();
    return new String[] {
      "Migrations for Spring Boot "
          + Objects.requireNonNullElse(version, "(version unknown: it does not run from its jar)")
    };
  }
}
