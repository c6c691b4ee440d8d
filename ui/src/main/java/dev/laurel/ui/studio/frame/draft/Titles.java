package dev.laurel.ui.studio.frame.draft;

import dev.laurel.ui.studio.frame.Language;
import dev.laurel.ui.studio.frame.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** The titles that new things have at first, in each language in which the studio speaks. */
public final class Titles {
  private Titles() {}

  /**
   * By language.
   *
   * @param key of a text of the studio without parameters
   */
  public static Map<String, String> of(String key) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (Language language : Language.values())
      titles.put(language.tag(), Words.in(language).of(key));
    return titles;
  }
}
