package dev.laurel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Which versions of other engines are measured, as the build pins them. */
final class Versions {
  private Versions() {}

  static String all() {
    Properties versions = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions.stringPropertyNames().stream()
            .sorted()
            .map(name -> name.replace('_', ' ') + " " + versions.getProperty(name))
            .collect(Collectors.joining(", "))
        + ".";
  }
}
