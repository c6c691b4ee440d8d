package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.message;
import static dev.laurel.engine.explain.Phrases.number;

import dev.laurel.engine.decision.Having.InFifths;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.member.Quintiles.Starts;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import java.time.LocalDate;
import java.util.function.LongFunction;

/** Tells in which fifths of the population a member is, and where they begin. */
final class OfFifths {
  private final Amounts amounts;

  OfFifths(Amounts amounts) {
    this.amounts = amounts;
  }

  Sentence of(InFifths in) {
    return Phrases.sentence(
        "told.fifths",
        new Phrase.Date(in.counted()),
        one(
            "told.fifths.recency",
            in.by().recency(),
            in.bounds().recency(),
            day -> new Phrase.Date(LocalDate.ofEpochDay(day))),
        one("told.fifths.frequency", in.by().frequency(), in.bounds().frequency(), Phrases::number),
        one("told.fifths.money", in.by().money(), in.bounds().money(), amounts::money));
  }

  /** The best fifth by where it begins, any other by where the next one does. */
  private static Phrase one(String key, long value, Starts starts, LongFunction<Phrase> said) {
    int fifth = starts.of(value);
    Phrase what =
        value == Long.MIN_VALUE ? message("told.fifths.unknown") : message(key, said.apply(value));
    long start = starts.start(Math.min(Quintiles.PARTS, fifth + 1));
    if (start == Long.MIN_VALUE || start == Long.MAX_VALUE)
      return message("told.fifths.plain", what, number(fifth));
    return fifth == Quintiles.PARTS
        ? message("told.fifths.best", what, number(fifth), said.apply(start))
        : message("told.fifths.below", what, number(fifth), number(fifth + 1L), said.apply(start));
  }
}
