package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.sentence;

import dev.laurel.engine.decision.PoolShare;
import dev.laurel.engine.decision.Posting;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import java.util.Locale;
import java.util.Set;

/** Tells what became of points without a rule. Immutable. */
final class OfPostings {
  /** What moves points without a rule: the words for it are part of the language's templates. */
  private static final Set<String> WITHOUT_RULE =
      Set.of(
          "release",
          "expiry",
          "redemption",
          "reservation",
          "confirmation",
          "cancellation",
          "timeout",
          "adjustment",
          "return",
          "overdraft",
          "transfer",
          "fee",
          "pool",
          "debt");

  /** Of these it is told from which account they were taken. */
  private static final Set<String> BY_ACCOUNT = Set.of("adjustment", "return", "transfer", "pool");

  private final Amounts amounts;

  OfPostings(Amounts amounts) {
    this.amounts = amounts;
  }

  /** Whether no rule tells of it. */
  static boolean isWithoutRule(Posting posting) {
    return WITHOUT_RULE.contains(posting.rule());
  }

  /** What a pool gives up for goods that came back, or gets back of it by a correction. */
  Sentence of(PoolShare share) {
    return sentence(
        share.taken() > 0 ? "told.pool.taken" : "told.pool.restored",
        amounts.points(share.kind(), Math.abs(share.taken())),
        new Phrase.Quoted(share.pool()));
  }

  /**
   * @param type of the event; to a pool it is told otherwise what goes to whom
   */
  Sentence of(Posting posting, String type) {
    if (type.equals("pool-points") && posting.from() == Posting.Account.AVAILABLE)
      if (posting.rule().equals("pool"))
        return sentence("told.posting.pool.back", amounts.points(posting.kind(), posting.units()));
    String key =
        "told.posting."
            + posting.rule()
            + (BY_ACCOUNT.contains(posting.rule())
                ? "." + posting.from().name().toLowerCase(Locale.ROOT)
                : "");
    return sentence(key, amounts.points(posting.kind(), posting.units()));
  }
}
