package dev.laurel.engine.explain;

import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Of what sentences about decisions are put together, whatever they tell. */
final class Phrases {
  private Phrases() {}

  /** A template of the language with its arguments, as a sentence of its own. */
  static Sentence sentence(String key, Phrase... arguments) {
    return new Sentence("", message(key, arguments));
  }

  /** The same as a part of a sentence. */
  static Phrase message(String key, Phrase... arguments) {
    return new Phrase.Message(key, List.of(arguments));
  }

  static Phrase number(long number) {
    return new Phrase.Number(BigDecimal.valueOf(number));
  }

  /** A number that is kept in millionths. */
  static Phrase micros(long micros) {
    return new Phrase.Number(Amounts.plain(BigDecimal.valueOf(micros, 6)));
  }

  /** What ends at the start of a day lasts up to and including the day before. */
  static Phrase lastDay(LocalDate end) {
    return new Phrase.Date(end.minusDays(1));
  }

  static Phrase joined(List<Phrase> parts) {
    return new Phrase.Joined(Phrase.Join.SEMICOLON, parts);
  }
}
