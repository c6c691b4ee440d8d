package dev.laurel.rules.language;

import java.util.Collections;
import java.util.Map;
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

  /** The words in this language, else in English, else in the first language there is. */
  public String in(String language) {
    String words = byLanguage.get(language);
    if (words == null) words = byLanguage.get(FIRST_LANGUAGE);
    return words == null ? byLanguage.firstEntry().getValue() : words;
  }
}
