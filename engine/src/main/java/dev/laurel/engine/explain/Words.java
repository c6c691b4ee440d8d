package dev.laurel.engine.explain;

import dev.laurel.rules.sentence.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The templates for decisions, by language, beside those of the rule language. */
final class Words {
  private static final Map<String, Speaker> SPEAKERS =
      Speaker.all().stream().collect(Collectors.toMap(Speaker::language, Words::knowing));

  private Words() {}

  static Speaker english() {
    return of(Speaker.english());
  }

  static Optional<Speaker> in(String language) {
    return Speaker.of(language).map(Words::of);
  }

  /** A speaker of the same language who knows {@code explanations_<language>.properties} too. */
  private static Speaker of(Speaker speaker) {
    return SPEAKERS.getOrDefault(speaker.language(), speaker);
  }

  private static Speaker knowing(Speaker speaker) {
    return speaker.with(templates(speaker.language()));
  }

  /** The templates of a language; a file's name has the first part of the tag only. */
  static Map<String, String> templates(String language) {
    String file =
        "/explanations_%s.properties".formatted(Locale.forLanguageTag(language).getLanguage());
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException("There is no resource %s.".formatted(file));
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> templates = new TreeMap<>();
      for (String key : properties.stringPropertyNames())
        templates.put(key, properties.getProperty(key));
      return templates;
    } catch (IOException e) {
      throw new UncheckedIOException("The resource %s cannot be read.".formatted(file), e);
    }
  }
}
