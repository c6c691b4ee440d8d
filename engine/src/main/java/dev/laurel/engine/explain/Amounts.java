package dev.laurel.engine.explain;

import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentences;
import java.math.BigDecimal;

/** Says points and money, which are kept in the units of their kind and currency. Immutable. */
final class Amounts {
  private final Revision revision;
  private final Sentences sentences;

  Amounts(Revision revision, Sentences sentences) {
    this.revision = revision;
    this.sentences = sentences;
  }

  /**
   * @param units in the kind's own unit
   */
  Phrase points(String kind, long units) {
    return sentences.points(inPoints(revision.kind(kind), units), kind);
  }

  /** Minor units of the programme's currency. */
  Phrase money(long minor) {
    return new Phrase.Money(
        BigDecimal.valueOf(minor, revision.currencyDecimals()),
        revision.pack().programme().currency());
  }

  /** Millionths of the programme's currency. */
  Phrase worth(long micros) {
    BigDecimal amount = plain(BigDecimal.valueOf(micros, 6));
    int decimals = Math.max(amount.scale(), revision.currencyDecimals());
    return new Phrase.Money(amount.setScale(decimals), revision.pack().programme().currency());
  }

  /**
   * @param units in the kind's own unit
   */
  static BigDecimal inPoints(PointKind kind, long units) {
    return switch (kind.unit()) {
      case WHOLE -> BigDecimal.valueOf(units);
      case HUNDREDTHS -> plain(BigDecimal.valueOf(units, 2));
    };
  }

  /** The same number without zeros at its end. */
  static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
