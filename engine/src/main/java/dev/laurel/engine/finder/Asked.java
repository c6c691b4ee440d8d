package dev.laurel.engine.finder;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody asked for, word by word; case and accents do not count. Immutable. */
record Asked(List<String> words) {
  /** How well something fits, the best first. */
  enum Fit {
    BEGINS,
    NAMED,
    SAID,
    NOT
  }

  static Asked of(String text) {
    return new Asked(
        Arrays.stream(plain(text).split("[\\s\u3000]+", -1))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  /**
   * How something fits: its title begins with what was asked, holds it, or what is said of it does.
   */
  Fit fit(String title, String said) {
    String named = plain(title);
    if (words.stream().allMatch(named::contains))
      return named.startsWith(words.getFirst()) ? Fit.BEGINS : Fit.NAMED;
    String all = named + " " + plain(said);
    return words.stream().allMatch(all::contains) ? Fit.SAID : Fit.NOT;
  }
}
