package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.lastDay;
import static dev.laurel.engine.explain.Phrases.message;
import static dev.laurel.engine.explain.Phrases.sentence;

import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.event.Event.Body.Due;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import java.math.BigDecimal;
import java.util.Optional;

/** The words for what time brings about, and for what lasts for a time. Immutable. */
final class ByTime {
  private final Sentences sentences;

  ByTime(Sentences sentences) {
    this.sentences = sentences;
  }

  /** What fell due. */
  Phrase what(Due d) {
    return switch (d.what()) {
      case RELEASE -> message("told.event.release", sentences.name(Thing.POINT_KIND, d.of()));
      case EXPIRY -> message("told.event.expiry", sentences.name(Thing.POINT_KIND, d.of()));
      case ROLLOVER -> message("told.event.rollover", sentences.name(Thing.METRIC, d.of()));
      case REVIEW -> message("told.event.review", sentences.name(Thing.LADDER, d.of()));
      case GRANT_END -> message("told.event.grant-end", sentences.name(Thing.LADDER, d.of()));
      case HEAD_START -> message("told.event.head-start", sentences.name(Thing.LADDER, d.of()));
      case HOLDINGS_END -> message("told.event.holdings-end");
      case NEW_TERMS -> message("told.event.new-terms");
      case WARNING -> message("told.event.warning", sentences.name(Thing.LADDER, d.of()));
      case BIRTHDAY -> message("told.event.birthday");
      case ANNIVERSARY -> message("told.event.anniversary");
      case INACTIVITY -> message("told.event.inactivity", new Phrase.Length(Span.parse(d.of())));
    };
  }

  /**
   * The same by the type that a decision on it names, where rules answer to it.
   *
   * @param type as a decision's type names it; empty where it names something else
   */
  Optional<Phrase> what(String type) {
    for (Due.What what : Due.What.values()) {
      String prefix = Due.typeOf(what, "");
      if (prefix.startsWith(Due.ANSWERED) && type.startsWith(prefix))
        return Optional.of(what(new Due(what, type.substring(prefix.length()))));
    }
    return Optional.empty();
  }

  Sentence of(Finding.HeadStart start, Phrase rule) {
    return sentence(
        "told.finding.head-start",
        rule,
        counted(start.metric(), start.units()),
        sentences.name(Thing.METRIC, start.metric()));
  }

  Sentence of(Finding.RolledOver rolled) {
    return sentence(
        "told.finding.rolled-over",
        counted(rolled.metric(), rolled.units()),
        counted(rolled.metric(), rolled.reached()),
        sentences.name(Thing.METRIC, rolled.metric()),
        counted(rolled.metric(), rolled.threshold()),
        sentences.name(Thing.TIER, rolled.tier()));
  }

  Sentence of(Finding.Warned warned) {
    return sentence(
        "told.finding.warned",
        sentences.name(Thing.MESSAGE, warned.message()),
        sentences.name(Thing.TIER, warned.tier()),
        lastDay(warned.until()));
  }

  Sentence of(Finding.TierGranted granted, Phrase rule) {
    return sentence(
        granted.longer() ? "told.finding.tier-granted" : "told.finding.tier-granted.already",
        rule,
        sentences.name(Thing.TIER, granted.tier()),
        lastDay(granted.until()));
  }

  /** Millionths of what a metric counts. */
  private Phrase counted(String metric, long micros) {
    BigDecimal much = Amounts.plain(BigDecimal.valueOf(micros, 6));
    return sentences.value("metrics." + metric, Value.of(much));
  }
}
