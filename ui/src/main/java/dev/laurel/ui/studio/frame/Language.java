package dev.laurel.ui.studio.frame;

import java.util.Locale;

/** The languages of the studio. */
public enum Language {
  ENGLISH("en", Locale.ENGLISH, "English"),
  CHINESE("zh-Hans", Locale.SIMPLIFIED_CHINESE, "简体中文");

  private final String tag;
  private final Locale locale;
  private final String itself;

  Language(String tag, Locale locale, String itself) {
    this.tag = tag;
    this.locale = locale;
    this.itself = itself;
  }

  /** The BCP 47 tag by which packs write it. */
  public String tag() {
    return tag;
  }

  Locale locale() {
    return locale;
  }

  /** Its name in itself. */
  String itself() {
    return itself;
  }

  /** The language of a locale; English for any that is not spoken. */
  static Language of(Locale locale) {
    return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }
}
