package dev.laurel.ui;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/** Where logs go: those of a server to standard error, those of any other command nowhere. */
final class Logs {
  private Logs() {}

  /** To be called before anything logs. */
  static void choose(boolean server) throws IOException {
    // Only what is chosen is loaded, so that a short command does not wait for logs.
    System.setProperty(
        "slf4j.provider",
        server ? "org.slf4j.jul.JULServiceProvider" : "org.slf4j.nop.NOPServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    if (!server) return;
    try (InputStream in = requireNonNull(Logs.class.getResourceAsStream("logging.properties"))) {
      LogManager.getLogManager().readConfiguration(in);
    }
  }
}
