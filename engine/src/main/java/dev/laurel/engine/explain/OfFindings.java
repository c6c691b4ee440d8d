package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.message;
import static dev.laurel.engine.explain.Phrases.number;
import static dev.laurel.engine.explain.Phrases.sentence;

import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/** Tells what came of each rule: what it gave, or why it gave nothing. Immutable. */
final class OfFindings {
  /** What gave something is said first, then what was cut or beaten, then what did not apply. */
  static final Comparator<Finding> AS_TOLD = Comparator.comparingInt(OfFindings::rank);

  private final Revision revision;
  private final Sentences sentences;
  private final RuleNames rules;
  private final Amounts amounts;
  private final OfConditions ofConditions;
  private final ByTime byTime;
  private final OfBenefits ofBenefits;
  private final OfReferrals ofReferrals;
  private final OfMessages ofMessages;
  private final Ceilings ceilings;

  OfFindings(
      Revision revision,
      Sentences sentences,
      RuleNames rules,
      Amounts amounts,
      OfConditions ofConditions,
      ByTime byTime,
      OfBenefits ofBenefits,
      OfReferrals ofReferrals,
      Ceilings ceilings) {
    this.revision = revision;
    this.sentences = sentences;
    this.rules = rules;
    this.amounts = amounts;
    this.ofConditions = ofConditions;
    this.byTime = byTime;
    this.ofBenefits = ofBenefits;
    this.ofReferrals = ofReferrals;
    this.ofMessages = new OfMessages(revision, sentences, rules);
    this.ceilings = ceilings;
  }

  private static int rank(Finding finding) {
    return switch (finding) {
      case Finding.Fired fired -> fired.awards().isEmpty() ? 1 : 0;
      case Finding.HeadStart h -> 0;
      case Finding.RolledOver r -> 0;
      case Finding.Warned w -> 0;
      case Finding.TierGranted g -> 1;
      case Finding.Progressed p -> 1;
      case Finding.Segmented s -> 1;
      case Finding.HandedOut h -> 0;
      case Finding.Used u -> 0;
      case Finding.Lapsed l -> 1;
      case Finding.Sent _, Finding.Offered _ -> 1;
      case Finding.NoConsent _, Finding.TooOften _, Finding.StaysSent _, Finding.PassedOver _ -> 2;
      case Finding.NoPool n -> 2;
      case Finding.NoOther n -> 2;
      case Finding.HandedOn h -> 0;
      case Finding.Rewarded r -> 0;
      case Finding.TakenBack t -> 1;
      case Finding.Settled s -> 1;
      case Finding.LimitReached l -> 2;
      case Finding.Beaten b -> 3;
      case Finding.NotMet n -> 4;
      case Finding.NotInForce n -> 5;
    };
  }

  Sentence of(Finding finding) {
    Phrase rule = rules.of(finding.rule());
    return switch (finding) {
      case Finding.Fired(var id, var awards) ->
          awards.isEmpty()
              ? sentence("told.finding.met", rule)
              : sentence(
                  "told.finding.fired",
                  rule,
                  Phrases.joined(awards.stream().map(this::of).toList()));
      case Finding.Beaten(var id, var by, var contest) ->
          sentence(
              switch (contest) {
                case EXCLUSION -> "told.finding.beaten.exclusion";
                case BEST -> "told.finding.beaten.best";
                case FIRST -> "told.finding.beaten.first";
              },
              rule,
              rules.of(by));
      case Finding.LimitReached limit -> ceilings.of(limit, rule);
      case Finding.HeadStart start -> byTime.of(start, rule);
      case Finding.RolledOver rolled -> byTime.of(rolled);
      case Finding.Warned warned -> byTime.of(warned);
      case Finding.TierGranted granted -> byTime.of(granted, rule);
      case Finding.Progressed progressed -> progress(progressed);
      case Finding.Segmented(var _, var joined) ->
          sentence(joined ? "told.segment.joined" : "told.segment.left", rule);
      case Finding.HandedOut handed -> ofBenefits.of(handed, rule);
      case Finding.Used used -> ofBenefits.of(used);
      case Finding.Lapsed lapsed -> ofBenefits.of(lapsed);
      case Finding.NoPool _ -> sentence("told.finding.no-pool", rule);
      case Finding.NoOther(var _, var to, var why) -> ofReferrals.noOther(rule, to, why);
      case Finding.HandedOn handed -> ofReferrals.of(handed, rule);
      case Finding.Rewarded rewarded -> ofReferrals.of(rewarded, rule);
      case Finding.TakenBack taken -> ofReferrals.of(taken);
      case Finding.Settled settled -> ofReferrals.of(settled, rule);
      case Finding.Sent sent -> ofMessages.of(sent);
      case Finding.NoConsent lacking -> ofMessages.of(lacking);
      case Finding.TooOften reached -> ofMessages.of(reached);
      case Finding.StaysSent stays -> ofMessages.of(stays);
      case Finding.Offered made -> ofMessages.of(made);
      case Finding.PassedOver passed -> ofMessages.of(passed, ofConditions.of(passed.rows()));
      case Finding.NotMet(var id, var rows) ->
          sentence(
              rules.isTierRule(id) ? "told.finding.not-met.tier" : "told.finding.not-met",
              rule,
              ofConditions.of(rows));
      case Finding.NotInForce(var id, var rows) ->
          sentence("told.finding.not-in-force", rule, ofConditions.of(rows));
    };
  }

  /** What became of a message or an offer; empty of all other findings. */
  Optional<Sentence> ofMessage(Finding finding) {
    return switch (finding) {
      case Finding.Sent _,
          Finding.NoConsent _,
          Finding.TooOften _,
          Finding.StaysSent _,
          Finding.Offered _,
          Finding.PassedOver _ ->
          Optional.of(of(finding));
      case Finding.Fired _,
          Finding.Beaten _,
          Finding.LimitReached _,
          Finding.NotMet _,
          Finding.NotInForce _,
          Finding.HeadStart _,
          Finding.RolledOver _,
          Finding.TierGranted _,
          Finding.NoPool _,
          Finding.Warned _,
          Finding.Progressed _,
          Finding.Segmented _,
          Finding.HandedOut _,
          Finding.Used _,
          Finding.Lapsed _,
          Finding.NoOther _,
          Finding.Settled _,
          Finding.HandedOn _,
          Finding.Rewarded _,
          Finding.TakenBack _ ->
          Optional.empty();
    };
  }

  /** How far a challenge was brought. */
  Sentence progress(Finding.Progressed progressed) {
    Phrase rule = rules.of(progressed.rule());
    Phrase count = number(progressed.count());
    Phrase goal = number(progressed.goal());
    return switch (progressed.way()) {
      case FORWARD -> sentence("told.progress.forward", rule, count, goal);
      case ANEW -> sentence("told.progress.anew", rule, goal);
      case COMPLETED -> sentence("told.progress.completed", rule, goal);
      case ALREADY -> sentence("told.progress.already", rule, count, goal);
      case OVER -> sentence("told.progress.over", rule);
    };
  }

  private Phrase of(Award award) {
    if (award.kind().isEmpty())
      return message(
          "told.award.counter",
          Phrases.micros(award.units()),
          sentences.name(Thing.COUNTER, award.counter()));
    Phrase own = amounts.points(award.kind(), award.units());
    Phrase given =
        award
            .to()
            .<Phrase>map(other -> message("told.award.to", own, new Phrase.Quoted(other)))
            .orElse(own);
    PointKind kind = revision.kind(award.kind());
    if (Amounts.inPoints(kind, award.units()).toPlainString().equals(award.exact())) return given;
    return message(
        isRounded(kind, award) ? "told.award.rounded" : "told.award.cut",
        given,
        new Phrase.Code(award.exact()));
  }

  /** Rounding moves a result by less than one unit; what moves it further is a ceiling. */
  private static boolean isRounded(PointKind kind, Award award) {
    String[] fraction = award.exact().split("/", 2);
    BigDecimal one = new BigDecimal(fraction[0]);
    BigDecimal of = fraction.length == 1 ? BigDecimal.ONE : new BigDecimal(fraction[1]);
    BigDecimal off = Amounts.inPoints(kind, award.units()).multiply(of).subtract(one);
    return off.abs().compareTo(Amounts.inPoints(kind, 1).multiply(of.abs())) < 0;
  }
}
