package dev.laurel.rules.sentence;

/** The languages that packs are spoken in, as tests go through them. */
enum Language {
  ENGLISH("en"),
  CHINESE("zh-Hans");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  String tag() {
    return tag;
  }

  Speaker speaker() {
    return Speaker.of(tag).orElseThrow();
  }
}
