package dev.laurel.rules.sentence;

import dev.laurel.rules.sentence.Phrase.Join;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The templates of one language. Immutable. */
final class Templates {
  private final Map<String, Template> byKey;
  private final Map<Join, Separators> separators;

  private record Separators(String between, String beforeLast) {}

  private Templates(Map<String, Template> byKey, Map<Join, Separators> separators) {
    this.byKey = Map.copyOf(byKey);
    this.separators = separators;
  }

  /**
   * Reads templates.
   *
   * @throws IllegalArgumentException when one is malformed or one of a list is missing
   */
  static Templates of(Map<String, String> texts) {
    Map<String, Template> byKey = new HashMap<>();
    texts.forEach((key, text) -> byKey.put(key, Template.parse(key, text)));
    Map<Join, Separators> separators = new EnumMap<>(Join.class);
    for (Join join : Join.values())
      separators.put(
          join, new Separators(separator(texts, join, "middle"), separator(texts, join, "end")));
    return new Templates(byKey, separators);
  }

  /**
   * Those of {@code sentences_<language>.properties} on the class path, whose name has the first
   * part of the tag only.
   */
  static Templates load(String language) {
    String file =
        "/sentences_%s.properties".formatted(Locale.forLanguageTag(language).getLanguage());
    try (InputStream in = Templates.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException("There is no resource %s.".formatted(file));
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> texts = new HashMap<>();
      for (String key : properties.stringPropertyNames())
        texts.put(key, properties.getProperty(key));
      return of(texts);
    } catch (IOException e) {
      throw new UncheckedIOException("The resource %s cannot be read.".formatted(file), e);
    }
  }

  /**
   * These and further ones.
   *
   * @throws IllegalArgumentException when a key is there already
   */
  Templates with(Map<String, String> more) {
    Map<String, Template> all = new HashMap<>(byKey);
    more.forEach((key, text) -> {
      if (all.put(key, Template.parse(key, text)) != null)
        throw new IllegalArgumentException("The message %s is known already.".formatted(key));
    });
    return new Templates(all, separators);
  }

  Set<String> keys() {
    return byKey.keySet();
  }

  /**
   * The template of this key.
   *
   * @throws IllegalStateException when there is none
   */
  Template get(String key) {
    Template template = byKey.get(key);
    if (template == null)
      throw new IllegalStateException("There is no template %s.".formatted(key));
    return template;
  }

  /** What stands between two parts of a list. */
  String between(Join join, boolean beforeLast) {
    Separators of = separators.get(join);
    if (of == null) throw new IllegalStateException(join.name());
    return beforeLast ? of.beforeLast() : of.between();
  }

  private static String separator(Map<String, String> texts, Join join, String where) {
    String key = "join.%s.%s".formatted(Phrases.kebab(join), where);
    String text = texts.get(key);
    if (text == null) throw new IllegalArgumentException("There is no template %s.".formatted(key));
    return Template.separator(key, text);
  }
}
