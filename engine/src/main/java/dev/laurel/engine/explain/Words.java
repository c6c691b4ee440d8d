package dev.laurel.engine.explain;

import dev.laurel.rules.sentence.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The templates for decisions, by language, beside those of the rule language. */
final class Words {
  private static final Speaker ENGLISH = of(Speaker.english());

  private Words() {}

  static Speaker english() {
    return ENGLISH;
  }

  /** A speaker of the same language who knows {@code explanations_<language>.properties} too. */
  private static Speaker of(Speaker speaker) {
    return speaker.with(templates(speaker.language()));
  }

  static Map<String, String> templates(String language) {
    String file = "/explanations_%s.properties".formatted(language);
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
