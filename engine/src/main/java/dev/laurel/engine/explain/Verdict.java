package dev.laurel.engine.explain;

import dev.laurel.engine.decision.Finding.Contest;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What came of one rule in one decision, ready to be shown in any language. Immutable.
 *
 * @param rule the rule's id, or a campaign's that is not in force as a whole
 * @param name what it is called
 * @param group the title of the earning group, campaign or ladder in which it stands
 * @param says what the rule says; empty of a campaign as a whole
 * @param gifts what it gave, in the order of the programme's point kinds
 * @param rows of which conditions it was not met or not in force, and what was there instead
 * @param beaten by which rule it was beaten on the event or on some of its lines
 * @param cut what a ceiling left of it
 */
public record Verdict(
    String rule,
    Phrase name,
    Optional<Text> group,
    Way way,
    List<Sentence> says,
    List<Gift> gifts,
    List<Row> rows,
    Optional<Beaten> beaten,
    Optional<Cut> cut) {
  /** What came of it, in one word. */
  public enum Way {
    /** It gave all that it could. */
    FIRED,
    /** It gave less than it could: a ceiling cut it, or another rule won on some lines. */
    PART,
    /** The condition of a tier is met, or a tier is granted; points are not given by that. */
    MET,
    /** It applied, and there was nothing to give, such as no row of its table. */
    EMPTY,
    /** It applied, and another rule won. */
    BEATEN,
    /** It applied, and a ceiling left nothing. */
    CUT,
    NOT_MET,
    NOT_IN_FORCE
  }

  /**
   * What it gave of one kind.
   *
   * @param kind the point kind, or empty for a counter
   * @param counter the counter, or empty for points
   * @param points in points, not in the kind's unit; of a counter what it counts
   * @param exact the exact result before rounding, where that differs
   */
  public record Gift(String kind, String counter, BigDecimal points, Optional<String> exact) {}

  /**
   * One thing that was asked for.
   *
   * @param expression what was asked, as expression text
   * @param was what was there; empty where nothing was
   * @param exception whether the rule makes an exception of what is asked, and it was met
   */
  public record Row(String expression, Phrase asked, Optional<Phrase> was, boolean exception) {}

  /** Another rule won. */
  public record Beaten(Phrase by, Contest contest) {}

  /**
   * A ceiling.
   *
   * @param ofTimes whether it is on how often the rule applies; else on points
   * @param wanted in points or applications
   * @param given in the same unit
   */
  public record Cut(String limit, boolean ofTimes, BigDecimal wanted, BigDecimal given) {}

  public Verdict {
    says = List.copyOf(says);
    gifts = List.copyOf(gifts);
    rows = List.copyOf(rows);
  }

  /** Whether it gave something, or is met. */
  public boolean applied() {
    return switch (way) {
      case FIRED, PART, MET -> true;
      case EMPTY, BEATEN, CUT, NOT_MET, NOT_IN_FORCE -> false;
    };
  }
}
