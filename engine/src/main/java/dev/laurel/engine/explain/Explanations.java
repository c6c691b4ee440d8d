package dev.laurel.engine.explain;

import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.decision.Move;
import dev.laurel.engine.decision.PoolShare;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Explains decisions of one revision. Immutable and thread-safe. */
public final class Explanations {
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

  /** The codes of refusals of which the language's templates tell the meaning. */
  static final Set<String> REFUSALS =
      Set.of(
          "beyond-range",
          "not-enough-points",
          "too-many-reservations",
          "too-many-held",
          "no-reservation",
          "no-returns",
          "negative-return",
          "unknown-purchase",
          "not-a-purchase",
          "more-than-bought",
          "unknown-benefit",
          "not-entitled",
          "costs-nothing",
          "not-the-price",
          "no-such-step",
          "used-up",
          "unknown-code",
          "code-used",
          "code-of-another",
          "code-of-another-benefit",
          "unknown-channel",
          "unknown-purpose",
          "no-answer",
          "out-of-stock",
          "not-for-use",
          "grant-unknown-tier",
          "grant-of-base-tier",
          "grant-over",
          "grant-beyond-extension",
          "too-late",
          "spent-since",
          "not-due",
          "no-transfer",
          "transfer-to-oneself",
          "unknown-receiver",
          "transfer-below-least",
          "transfer-above-most",
          "transfer-all-fee",
          "not-pooled",
          "no-pooling",
          "not-a-pool",
          "not-of-a-pool",
          "unknown-member",
          "in-this-pool",
          "in-another-pool",
          "not-in-pool",
          "pool-full",
          "same-instant",
          "points-in-pool",
          "not-from-a-pool",
          "pool-to-its-member",
          "referral-of-oneself",
          "referral-of-others",
          "not-evaluated");

  private final Revision revision;
  private final Decider decider;
  private final Sentences sentences;
  private final RuleNames rules;
  private final ByTime byTime;
  private final OfBenefits ofBenefits;
  private final OfReferrals ofReferrals;
  private final OfMessages ofMessages;
  private final Ceilings ceilings;

  public Explanations(Revision revision) {
    this.revision = revision;
    this.decider = new Decider(revision);
    this.sentences = Sentences.of(revision.pack());
    this.rules = new RuleNames(revision.pack(), sentences);
    this.byTime = new ByTime(sentences);
    this.ofBenefits = new OfBenefits(revision, sentences);
    this.ofReferrals = new OfReferrals(this, sentences);
    this.ofMessages = new OfMessages(revision, sentences, rules);
    this.ceilings = new Ceilings(revision);
  }

  /** A speaker who knows the words for decisions too, in English. */
  public static Speaker english() {
    return Words.english();
  }

  /**
   * A speaker who knows the words for decisions too.
   *
   * @param language a BCP 47 tag, of which only the language counts: {@code en}, {@code zh}
   * @return empty where decisions are not told in that language
   */
  public static Optional<Speaker> speaker(String language) {
    return Words.in(language);
  }

  /** What happened, as one sentence. */
  public Sentence heading(Decision decision) {
    return heading(decision.event());
  }

  /** The same from the event alone. */
  public Sentence heading(Event event) {
    ZonedDateTime at = event.occurredAt().atZone(revision.zone());
    return sentence(
        "told.decision.at",
        new Phrase.Date(at.toLocalDate()),
        new Phrase.Time(at.toLocalTime().withNano(0)),
        what(event.body()),
        new Phrase.Code(event.source() + ":" + event.id()));
  }

  /**
   * Why it came to what it came: a sentence per rule, those that gave nothing included, then what
   * became of points and tiers otherwise.
   */
  public List<Sentence> why(Decision decision) {
    return why(StoredDecision.of(decision), decision.postings());
  }

  /** The same from what is stored of a decision, and its postings in the ledger, in order. */
  public List<Sentence> why(StoredDecision decision, List<Posting> postings) {
    List<Sentence> all = new ArrayList<>();
    decision.refusal().ifPresent(refusal -> all.add(refused(refusal)));
    decider.findings(decision).stream()
        .sorted(Comparator.comparingInt(Explanations::rank))
        .forEach(finding -> all.add(of(finding)));
    all.addAll(moved(decision, postings));
    return all;
  }

  /** What became of points, tiers and metrics beside what rules gave. */
  public List<Sentence> beside(StoredDecision decision, List<Posting> postings) {
    List<Sentence> all = new ArrayList<>();
    for (Finding finding : decision.findings())
      if (finding.isBeside() || finding instanceof Finding.StaysSent) all.add(of(finding));
    all.addAll(moved(decision, postings));
    return all;
  }

  private List<Sentence> moved(StoredDecision decision, List<Posting> postings) {
    List<Sentence> all = new ArrayList<>();
    decision
        .given()
        .bought()
        .filter(_ -> decision.refusal().isEmpty())
        .flatMap(_ -> decision.bought())
        .ifPresent(now ->
            all.add(
                sentence(
                    "told.return",
                    new Phrase.Quoted(now.event()),
                    money(now.amount()),
                    money(now.returned()))));
    if (decision.type().equals("return")
        && decision.refusal().isEmpty()
        && decision.given().bought().isEmpty()) all.add(sentence("told.return.unknown"));
    if (decision.correction().isPresent())
      all.addAll(new Corrected(this, revision).of(decision.correction().get(), postings));
    else
      for (Posting posting : postings)
        if (WITHOUT_RULE.contains(posting.rule())) all.add(of(posting, decision.type()));
    for (PoolShare share : decision.shares()) if (share.taken() != 0) all.add(of(share));
    decision.others().forEach(share -> ofReferrals.of(share, decision).ifPresent(all::add));
    for (Move move : decision.moves()) all.add(of(move));
    return all;
  }

  /** What happened, as a part of a sentence: without when, and without its id. */
  public Phrase happened(Event event) {
    return what(event.body());
  }

  /**
   * What happened by time alone to which rules answer.
   *
   * @param type as a decision's type names it; empty where it names something else
   */
  public Optional<Phrase> byTime(String type) {
    return byTime.what(type);
  }

  /** What a rule is called. */
  Phrase rule(String id) {
    return rules.of(id);
  }

  boolean isTierRule(String id) {
    return rules.isTierRule(id);
  }

  /** What a condition asked for. */
  Phrase asked(Unmet unmet) {
    return sentences.condition(unmet.row(), Feel.parse(unmet.asked()));
  }

  Sentences sentences() {
    return sentences;
  }

  /** Heading and reasons as lines, the reasons indented by two spaces. */
  public List<String> lines(Decision decision, Speaker speaker) {
    List<String> lines = new ArrayList<>();
    lines.add(speaker.say(heading(decision)));
    for (Sentence sentence : why(decision)) lines.add("  " + speaker.say(sentence));
    return lines;
  }

  /** What gave something is said first, then what was cut or beaten, then what did not apply. */
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

  private Phrase what(Body body) {
    return switch (body) {
      case Body.Purchase p -> message("told.event.purchase", money(p.amount()));
      case Body.Return r -> message("told.event.return", money(r.amount()));
      case Body.Redemption r -> spending("redemption", r.kind(), r.units(), r.by());
      case Body.Reservation r -> spending("reservation", r.kind(), r.units(), r.by());
      case Body.Confirmation c -> message("told.event.confirmation", new Phrase.Quoted(c.of()));
      case Body.Cancellation c ->
          message(
              "told.event.cancellation", new Phrase.Quoted(c.of()), new Phrase.Quoted(c.reason()));
      case Body.Enrolment e -> message("told.event.enrolment");
      case Body.Change c -> message("told.event.change");
      case Body.Other o -> message("told.event.other", sentences.name(Thing.EVENT, o.type()));
      case Body.Adjustment a ->
          message(
              "told.event.adjustment", points(a.kind(), a.units()), new Phrase.Quoted(a.reason()));
      case Body.Grant g ->
          message(
              "told.event.grant",
              sentences.name(Thing.TIER, g.tier()),
              new Phrase.Quoted(g.reason()));
      case Body.Transfer t ->
          message("told.event.transfer", points(t.kind(), t.units()), new Phrase.Quoted(t.to()));
      case Body.Use use -> ofBenefits.what(use);
      case Body.Received r ->
          message("told.event.received", points(r.kind(), r.units()), new Phrase.Quoted(r.from()));
      case Body.PoolJoin(var by) -> message("told.event.pool-join", new Phrase.Quoted(by));
      case Body.PoolLeave(var by) -> message("told.event.pool-leave", new Phrase.Quoted(by));
      case Body.PoolJoined(var pool) -> message("told.event.pool-joined", new Phrase.Quoted(pool));
      case Body.PoolLeft(var pool) -> message("told.event.pool-left", new Phrase.Quoted(pool));
      case Body.PoolSpent s ->
          message(
              "told.event.pool-spent", points(s.kind(), s.units()), new Phrase.Quoted(s.pool()));
      case Body.PoolPoints p -> message("told.event.pool-points", new Phrase.Quoted(p.from()));
      case Body.PoolDeclined d -> message("told.event.pool-declined", new Phrase.Quoted(d.by()));
      case Body.ReferralReward r -> ofReferrals.what(r);
      case Body.Due d -> byTime.what(d);
    };
  }

  private Phrase spending(String what, String kind, long units, Optional<String> by) {
    Phrase points = points(kind, units);
    return by.isEmpty()
        ? message("told.event." + what, points)
        : message("told.event." + what + ".of-pool", points, new Phrase.Quoted(by.get()));
  }

  /** Whether a ceiling is on how often rules apply, not on points. */
  boolean isOfTimes(String limit) {
    return ceilings.isOfTimes(limit);
  }

  /**
   * Why it was refused. What is recorded of it is in English; another language says the same by the
   * code, and hands out the record as it is.
   */
  public static Sentence refused(Decision.Refusal refusal) {
    String key = REFUSALS.contains(refusal.code()) ? refusal.code() : "other";
    return sentence("told.refused." + key, new Phrase.Code(refusal.message()));
  }

  private Sentence of(Finding finding) {
    Phrase rule = rules.of(finding.rule());
    return switch (finding) {
      case Finding.Fired(var id, var awards) ->
          awards.isEmpty()
              ? sentence("told.finding.met", rule)
              : sentence(
                  "told.finding.fired", rule, joined(awards.stream().map(this::of).toList()));
      case Finding.Beaten(var id, var by, var contest) ->
          sentence(
              switch (contest) {
                case EXCLUSION -> "told.finding.beaten.exclusion";
                case BEST -> "told.finding.beaten.best";
                case FIRST -> "told.finding.beaten.first";
              },
              rule,
              rules.of(by));
      case Finding.LimitReached limit ->
          Optional.ofNullable(revision.budgets().get(limit.limit()))
              .map(budget -> of(limit, budget))
              .or(() -> ofBenefits.mostHeld(limit, rule))
              .orElseGet(() -> ceilings.of(limit, rule));
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
      case Finding.PassedOver passed ->
          ofMessages.of(passed, joined(passed.rows().stream().map(this::of).toList()));
      case Finding.NotMet(var id, var rows) ->
          sentence(
              rules.isTierRule(id) ? "told.finding.not-met.tier" : "told.finding.not-met",
              rule,
              joined(rows.stream().map(this::of).toList()));
      case Finding.NotInForce(var id, var rows) ->
          sentence("told.finding.not-in-force", rule, joined(rows.stream().map(this::of).toList()));
    };
  }

  /** What conditions ask for, and what was there instead. */
  public Sentence missing(List<Unmet> rows) {
    return sentence("told.missing", joined(rows.stream().map(this::of).toList()));
  }

  /** In which fifths of the population a member is, and where they begin. */
  public Sentence fifths(Having.InFifths in) {
    return new OfFifths(this::money).of(in);
  }

  /** What came of a rule, as its sentence. */
  Sentence told(Finding finding) {
    return of(finding);
  }

  /** What became of a message or an offer; empty of all other findings. */
  public Optional<Sentence> message(Finding finding) {
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
          Finding.HandedOn _,
          Finding.Rewarded _,
          Finding.Settled _,
          Finding.TakenBack _ ->
          Optional.empty();
    };
  }

  /** How far a challenge was brought. */
  Sentence progress(Finding.Progressed progressed) {
    Phrase rule = rules.of(progressed.rule());
    Phrase count = new Phrase.Number(BigDecimal.valueOf(progressed.count()));
    Phrase goal = new Phrase.Number(BigDecimal.valueOf(progressed.goal()));
    return switch (progressed.way()) {
      case FORWARD -> sentence("told.progress.forward", rule, count, goal);
      case ANEW -> sentence("told.progress.anew", rule, goal);
      case COMPLETED -> sentence("told.progress.completed", rule, goal);
      case ALREADY -> sentence("told.progress.already", rule, count, goal);
      case OVER -> sentence("told.progress.over", rule);
    };
  }

  /** What a campaign's budget does not pay for, or a place that is not there. */
  private Sentence of(Finding.LimitReached reached, BudgetPlan budget) {
    Phrase rule = rules.of(reached.rule());
    Phrase campaign = sentences.name(Thing.CAMPAIGN, budget.campaign());
    return switch (budget.of()) {
      case STOCK -> ofBenefits.outOfStock(reached, rule);
      case PLACES ->
          sentence(
              "told.finding.places",
              rule,
              campaign,
              new Phrase.Number(BigDecimal.valueOf(budget.total())));
      case POINTS ->
          reached.given() == 0
              ? sentence("told.finding.budget.nothing", rule, campaign)
              : sentence(
                  "told.finding.budget.points",
                  rule,
                  micros(reached.wanted()),
                  micros(reached.given()),
                  campaign);
      case MONEY ->
          reached.given() == 0
              ? sentence("told.finding.budget.nothing", rule, campaign)
              : sentence(
                  "told.finding.budget.money",
                  rule,
                  worth(reached.wanted()),
                  worth(reached.given()),
                  campaign);
    };
  }

  /** Millionths of the programme's currency. */
  private Phrase worth(long micros) {
    BigDecimal amount = plain(BigDecimal.valueOf(micros, 6));
    int decimals = Math.max(amount.scale(), revision.currencyDecimals());
    return new Phrase.Money(amount.setScale(decimals), revision.pack().programme().currency());
  }

  private Phrase of(Award award) {
    if (award.kind().isEmpty())
      return message(
          "told.award.counter",
          micros(award.units()),
          sentences.name(Thing.COUNTER, award.counter()));
    Phrase own = points(award.kind(), award.units());
    Phrase given =
        award
            .to()
            .<Phrase>map(other -> message("told.award.to", own, new Phrase.Quoted(other)))
            .orElse(own);
    PointKind kind = revision.kind(award.kind());
    if (inPoints(kind, award.units()).toPlainString().equals(award.exact())) return given;
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
    BigDecimal off = inPoints(kind, award.units()).multiply(of).subtract(one);
    return off.abs().compareTo(inPoints(kind, 1).multiply(of.abs())) < 0;
  }

  private Phrase of(Unmet unmet) {
    Phrase asked = asked(unmet);
    if (unmet.exception()) return message("told.unmet.exception", asked, found(unmet));
    return unmet.missing()
        ? message("told.unmet.missing", asked)
        : message("told.unmet.was", asked, found(unmet));
  }

  /** What was there, said as its kind of value is said. */
  Phrase found(Unmet unmet) {
    String actual = unmet.actual();
    String path = path(unmet.operand());
    int slot = revision.layout().slot(path);
    if (path.isEmpty()) return sentences.value(path, Value.of(new BigDecimal(actual)));
    if (path.equals("member.segments")) return segments(actual);
    if (slot < 0 || actual.isEmpty()) return new Phrase.Quoted(actual);
    return switch (revision.layout().word(slot).type()) {
      case MONEY, NUMBER -> sentences.value(path, Value.of(new BigDecimal(actual)));
      case DATE -> sentences.value(path, new Value.Date(LocalDate.parse(actual)));
      case TIME -> sentences.value(path, new Value.Time(LocalTime.parse(actual)));
      case TRUTH -> sentences.value(path, Value.of(actual.equals("true")));
      case TIER, TEXT -> sentences.value(path, Value.of(actual));
      case LIST -> new Phrase.Quoted(actual);
    };
  }

  /** Segments by their titles; ids hold no comma. */
  private Phrase segments(String ids) {
    if (ids.isEmpty()) return message("told.no-segment");
    return new Phrase.Joined(
        Phrase.Join.AND,
        Arrays.stream(ids.split(", ", -1)).map(id -> sentences.name(Thing.SEGMENT, id)).toList());
  }

  /** The path by which values of an operand are said; a count's are plain numbers. */
  private static String path(String operand) {
    if (operand.startsWith("count(")) return "";
    String sum = "sum(purchase.lines.";
    return operand.startsWith(sum)
        ? "line." + operand.substring(sum.length(), operand.length() - 1)
        : operand;
  }

  /** What a pool gives up for goods that came back, or gets back of it by a correction. */
  private Sentence of(PoolShare share) {
    return sentence(
        share.taken() > 0 ? "told.pool.taken" : "told.pool.restored",
        points(share.kind(), Math.abs(share.taken())),
        new Phrase.Quoted(share.pool()));
  }

  /**
   * @param type of the event; to a pool it is told otherwise what goes to whom
   */
  private Sentence of(Posting posting, String type) {
    if (type.equals("pool-points") && posting.from() == Posting.Account.AVAILABLE)
      if (posting.rule().equals("pool"))
        return sentence("told.posting.pool.back", points(posting.kind(), posting.units()));
    String key =
        "told.posting."
            + posting.rule()
            + (BY_ACCOUNT.contains(posting.rule())
                ? "." + posting.from().name().toLowerCase(Locale.ROOT)
                : "");
    return sentence(key, points(posting.kind(), posting.units()));
  }

  private Sentence of(Move move) {
    Phrase until =
        move.until()
            .<Phrase>map(d -> message("told.move.until", new Phrase.Date(lastDay(d))))
            .orElseGet(() -> message("told.move.without-end"));
    return switch (move.way()) {
      case UP ->
          sentence(
              "told.move.up",
              sentences.name(Thing.TIER, move.from()),
              sentences.name(Thing.TIER, move.to()),
              until);
      case DOWN ->
          sentence(
              "told.move.down",
              sentences.name(Thing.TIER, move.from()),
              sentences.name(Thing.TIER, move.to()),
              until);
      case RENEWED -> sentence("told.move.renewed", sentences.name(Thing.TIER, move.to()), until);
      case KEPT -> sentence(kept(move), sentences.name(Thing.TIER, move.to()), until);
      case GRANTED -> sentence("told.move.granted", sentences.name(Thing.TIER, move.to()), until);
      case ENDED ->
          sentence(
              "told.move.ended",
              sentences.name(Thing.TIER, move.from()),
              rules.given(move.rule()).orElseGet(() -> new Phrase.Quoted(move.rule())),
              sentences.name(Thing.TIER, move.to()),
              until);
    };
  }

  /** For want of what a tier is kept for some time yet. */
  private String kept(Move move) {
    if (move.rule().equals(Move.NEXT_REVIEW)) return "told.move.kept.terms";
    LadderPlan plan = revision.ladders().get(revision.ladder(move.ladder()));
    boolean whileMet =
        plan.tiers().get(plan.rank(move.to())).validity() instanceof Ladder.Validity.WhileMet;
    return whileMet ? "told.move.kept.while-met" : "told.move.kept";
  }

  /** A term that ends at the start of a day is held up to and including the day before. */
  private static LocalDate lastDay(LocalDate end) {
    return end.minusDays(1);
  }

  Phrase points(String kind, long units) {
    return sentences.points(inPoints(revision.kind(kind), units), kind);
  }

  static BigDecimal inPoints(PointKind kind, long units) {
    return switch (kind.unit()) {
      case WHOLE -> BigDecimal.valueOf(units);
      case HUNDREDTHS -> plain(BigDecimal.valueOf(units, 2));
    };
  }

  static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private Phrase money(long minor) {
    return new Phrase.Money(
        BigDecimal.valueOf(minor, revision.currencyDecimals()),
        revision.pack().programme().currency());
  }

  static Phrase micros(long micros) {
    return new Phrase.Number(plain(BigDecimal.valueOf(micros, 6)));
  }

  private static Phrase joined(List<Phrase> parts) {
    return new Phrase.Joined(Phrase.Join.SEMICOLON, parts);
  }

  static Phrase message(String key, Phrase... arguments) {
    return new Phrase.Message(key, List.of(arguments));
  }

  static Sentence sentence(String key, Phrase... arguments) {
    return new Sentence("", message(key, arguments));
  }
}
