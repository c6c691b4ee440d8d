package dev.laurel.rules.language;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Words for people, by language. Immutable.
 *
 * @param byLanguage BCP 47 language tag to words, at least one; a plain text stands for {@code en}
 */
public record Text(SortedMap<String, String> byLanguage) {
  public static final String FIRST_LANGUAGE = "en";

  public Text {
    if (byLanguage.isEmpty()) throw new IllegalArgumentException("A text needs words.");
    byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
  }

  public static Text of(String words) {
    return new Text(new TreeMap<>(Map.of(FIRST_LANGUAGE, words)));
  }

  /**
   * The words in this language, else in the nearest that there is: {@code zh} for {@code zh-Hans},
   * then {@code zh-CN}, the first by tag of the same language; else in English, else in the first
   * language there is.
   */
  public String in(String language) {
    return Objects.requireNonNull(byLanguage.get(nearest(language)));
  }

  /** The tag of the words that {@link #in} gives. */
  public String nearest(String language) {
    for (String tag = language; !tag.isEmpty(); tag = shorter(tag))
      if (byLanguage.containsKey(tag)) return tag;
    String stem = stem(language);
    for (String tag : byLanguage.keySet()) if (stem(tag).equals(stem)) return tag;
    return byLanguage.containsKey(FIRST_LANGUAGE) ? FIRST_LANGUAGE : byLanguage.firstKey();
  }

  /** The tag without its last part; empty where it has one only. */
  private static String shorter(String tag) {
    return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
  }

  /** The tag's first part, which names the language. */
  private static String stem(String tag) {
    int end = tag.indexOf('-');
    return end < 0 ? tag : tag.substring(0, end);
  }
}
