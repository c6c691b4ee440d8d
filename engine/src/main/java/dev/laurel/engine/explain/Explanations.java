package dev.laurel.engine.explain;

import static dev.laurel.engine.explain.Phrases.sentence;

import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.decision.Move;
import dev.laurel.engine.decision.PoolShare;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains decisions of one revision. Immutable and thread-safe. */
public final class Explanations {
  private final Revision revision;
  private final Decider decider;
  private final Sentences sentences;
  private final Amounts amounts;
  private final RuleNames rules;
  private final ByTime byTime;
  private final OfConditions ofConditions;
  private final OfReferrals ofReferrals;
  private final OfEvents ofEvents;
  private final OfFindings ofFindings;
  private final OfPostings ofPostings;
  private final OfMoves ofMoves;
  private final Ceilings ceilings;

  public Explanations(Revision revision) {
    this.revision = revision;
    this.decider = new Decider(revision);
    this.sentences = Sentences.of(revision.pack());
    this.amounts = new Amounts(revision, sentences);
    this.rules = new RuleNames(revision.pack(), sentences);
    this.byTime = new ByTime(sentences);
    this.ofConditions = new OfConditions(revision, sentences);
    OfBenefits ofBenefits = new OfBenefits(revision, sentences);
    this.ofReferrals = new OfReferrals(amounts, sentences);
    this.ofEvents = new OfEvents(sentences, amounts, byTime, ofBenefits, ofReferrals);
    this.ceilings = new Ceilings(revision, sentences, amounts, ofBenefits);
    this.ofFindings =
        new OfFindings(
            revision,
            sentences,
            rules,
            amounts,
            ofConditions,
            byTime,
            ofBenefits,
            ofReferrals,
            ceilings);
    this.ofPostings = new OfPostings(amounts);
    this.ofMoves = new OfMoves(revision, sentences, rules);
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
        ofEvents.of(event.body()),
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
        .sorted(OfFindings.AS_TOLD)
        .forEach(finding -> all.add(ofFindings.of(finding)));
    all.addAll(moved(decision, postings));
    return all;
  }

  /** What became of points, tiers and metrics beside what rules gave. */
  public List<Sentence> beside(StoredDecision decision, List<Posting> postings) {
    List<Sentence> all = new ArrayList<>();
    for (Finding finding : decision.findings())
      if (finding.isBeside() || finding instanceof Finding.StaysSent)
        all.add(ofFindings.of(finding));
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
                    amounts.money(now.amount()),
                    amounts.money(now.returned()))));
    if (decision.type().equals("return")
        && decision.refusal().isEmpty()
        && decision.given().bought().isEmpty()) all.add(sentence("told.return.unknown"));
    if (decision.correction().isPresent())
      all.addAll(new Corrected(amounts, revision).of(decision.correction().get(), postings));
    else
      for (Posting posting : postings)
        if (OfPostings.isWithoutRule(posting)) all.add(ofPostings.of(posting, decision.type()));
    for (PoolShare share : decision.shares()) if (share.taken() != 0) all.add(ofPostings.of(share));
    decision.others().forEach(share -> ofReferrals.of(share, decision).ifPresent(all::add));
    for (Move move : decision.moves()) all.add(ofMoves.of(move));
    return all;
  }

  /** What happened, as a part of a sentence: without when, and without its id. */
  public Phrase happened(Event event) {
    return ofEvents.of(event.body());
  }

  /**
   * What happened by time alone to which rules answer.
   *
   * @param type as a decision's type names it; empty where it names something else
   */
  public Optional<Phrase> byTime(String type) {
    return byTime.what(type);
  }

  /** What conditions ask for, and what was there instead. */
  public Sentence missing(List<Unmet> rows) {
    return sentence("told.missing", ofConditions.of(rows));
  }

  /** In which fifths of the population a member is, and where they begin. */
  public Sentence fifths(Having.InFifths in) {
    return new OfFifths(amounts).of(in);
  }

  /**
   * Why it was refused. What is recorded of it is in English; another language says the same by the
   * code, and hands out the record as it is.
   */
  public static Sentence refused(Decision.Refusal refusal) {
    return OfRefusals.of(refusal);
  }

  /** Heading and reasons as lines, the reasons indented by two spaces. */
  public List<String> lines(Decision decision, Speaker speaker) {
    List<String> lines = new ArrayList<>();
    lines.add(speaker.say(heading(decision)));
    for (Sentence sentence : why(decision)) lines.add("  " + speaker.say(sentence));
    return lines;
  }

  Sentences sentences() {
    return sentences;
  }

  Amounts amounts() {
    return amounts;
  }

  RuleNames rules() {
    return rules;
  }

  OfConditions conditions() {
    return ofConditions;
  }

  OfFindings findings() {
    return ofFindings;
  }

  Ceilings ceilings() {
    return ceilings;
  }
}
