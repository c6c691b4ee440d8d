package dev.laurel.ui;

import dev.laurel.rules.sentence.Speaker;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The languages that can be asked for on the command line. */
final class Languages {
  private Languages() {}

  /**
   * The speaker of a language.
   *
   * @throws ParameterException when there is none
   */
  static Speaker known(Optional<Speaker> found, String language, CommandLine line) {
    return found.orElseThrow(() ->
        new ParameterException(
            line,
            "Laurel does not speak %s. Say one of these: %s."
                .formatted(
                    language,
                    Speaker.all().stream()
                        .map(Speaker::language)
                        .collect(Collectors.joining(", ")))));
  }
}
