package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Text;
import java.lang.reflect.RecordComponent;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether words for people are there in English and in true languages, and the pack's version. */
final class TextCheck {
  /** Semantic versioning 2.0.0, without leading zeros being told apart. */
  private static final Pattern VERSION =
      Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}(-[0-9A-Za-z.-]{1,64})?");

  private final Sink sink;

  TextCheck(Inspection in) {
    this.sink = in.sink();
  }

  void check(Pack pack) {
    String version = pack.pack().version();
    if (!VERSION.matcher(version).matches())
      sink.add(
          "bad-version",
          Place.ROOT.of("pack").of("version"),
          version,
          "\"%s\" is no version.".formatted(version),
          "Write three numbers, such as 1.2.0.");
    Walk.over(pack, this::visit);
  }

  private void visit(Place place, RecordComponent component, Object value, Record owner) {
    if (value instanceof Text text) text(place, text);
    if (value instanceof Optional<?> maybe && maybe.orElse(null) instanceof Text text)
      text(place, text);
  }

  private void text(Place place, Text text) {
    if (!text.byLanguage().containsKey(Text.FIRST_LANGUAGE))
      sink.add(
          "no-english",
          place,
          "",
          "The words are not given in English, which stands in for missing languages.",
          "Add them under \"%s\".".formatted(Text.FIRST_LANGUAGE));
    text.byLanguage()
        .forEach((language, words) -> words(in(place, text, language), language, words));
  }

  private void words(Place place, String language, String words) {
    if (!isLanguage(language))
      sink.add(
          "bad-key",
          place,
          language,
          "\"%s\" is no language tag.".formatted(language),
          "Write one like en, de or pt-BR.");
    if (words.isBlank())
      sink.add("empty", place, words, "The text has no words.", "Write some, or leave it out.");
  }

  /** Where the words of a language stand: a text in English only has no keys. */
  static Place in(Place text, Text of, String language) {
    return of.byLanguage().size() == 1 && language.equals(Text.FIRST_LANGUAGE)
        ? text
        : text.of(language);
  }

  private static boolean isLanguage(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
