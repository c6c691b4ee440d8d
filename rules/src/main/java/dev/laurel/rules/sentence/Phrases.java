package dev.laurel.rules.sentence;

import dev.laurel.rules.language.Span;
import dev.laurel.rules.sentence.Phrase.Join;
import dev.laurel.rules.sentence.Phrase.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Short ways to build phrases. */
final class Phrases {
  private Phrases() {}

  static Phrase say(String key, Phrase... arguments) {
    return new Phrase.Message(key, List.of(arguments));
  }

  /** The message of an enum's constant: {@code rounding} and HALF_UP give rounding.half-up. */
  static Phrase say(String stem, Enum<?> constant, Phrase... arguments) {
    return say(stem + "." + kebab(constant), arguments);
  }

  static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Phrase who(String place, Phrase of) {
    return new Phrase.Word(Kind.WHO, place, of);
  }

  static Phrase howMuch(String place, Phrase of) {
    return new Phrase.Word(Kind.HOW_MUCH, place, of);
  }

  static Phrase what(String place, Phrase of) {
    return new Phrase.Word(Kind.WHAT, place, of);
  }

  static Phrase when(String place, Phrase of) {
    return new Phrase.Word(Kind.WHEN, place, of);
  }

  static Phrase number(String place, BigDecimal number) {
    return howMuch(place, new Phrase.Number(number));
  }

  static Phrase number(String place, long number) {
    return number(place, BigDecimal.valueOf(number));
  }

  /** How often: "once", "3 times". */
  static Phrase times(BigDecimal number) {
    return number.compareTo(BigDecimal.ONE) == 0
        ? say("times.once")
        : say("times", new Phrase.Number(number));
  }

  static Phrase times(String place, long number) {
    return howMuch(place, times(BigDecimal.valueOf(number)));
  }

  static Phrase percent(String place, BigDecimal percent) {
    return howMuch(place, new Phrase.Percent(percent));
  }

  static Phrase date(String place, LocalDate date) {
    return when(place, new Phrase.Date(date));
  }

  static Phrase span(String place, Span span) {
    return when(place, new Phrase.Length(span));
  }

  /** A month by its number; what is no month is said as a number. */
  static Phrase month(int month) {
    return month >= 1 && month <= 12
        ? new Phrase.MonthOfYear(Month.of(month))
        : new Phrase.Number(BigDecimal.valueOf(month));
  }

  static Phrase joined(Join by, List<Phrase> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Phrase.Joined(by, parts);
  }

  /** Joined, or a message of its own where there is nothing to join. */
  static Phrase joined(Join by, List<Phrase> parts, String none) {
    return parts.isEmpty() ? say(none) : joined(by, parts);
  }

  /** A phrase for each element; its place is the list's with its number, from 1. */
  static <T> List<Phrase> each(
      List<T> elements, String place, BiFunction<String, T, Phrase> phrase) {
    List<Phrase> phrases = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++)
      phrases.add(phrase.apply(place + "/" + (i + 1), elements.get(i)));
    return phrases;
  }
}
