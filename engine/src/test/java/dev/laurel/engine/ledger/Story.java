package dev.laurel.engine.ledger;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Move;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.sentence.Speaker;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happens to one member under a small programme, and what came of it. Not thread-safe. */
public final class Story {
  private static final String HEAD =
      """
      pack: {format: 1, id: story, version: 1.0.0, title: Story}
      """;

  private static final String PROGRAMME =
      """
      programme:
        title: Story
        zone: UTC
        currency: EUR
        pointKinds: [{id: points, title: Points}]
        periods:
          - {id: day, title: Day, is: day}
          - {id: month, title: Month, is: calendar-month}
          - {id: year, title: Year, is: calendar-year}
          - {id: thirtyDays, title: Thirty days, is: {type: rolling, span: 30 days}}
          - {id: ever, title: Ever, is: lifetime}
        metrics:
          - {id: spend, title: Spend, counts: spend, over: year}
          - {id: lately, title: Lately, counts: purchases, over: thirtyDays}
        counters:
          - {id: stamps, title: Stamps, over: year}
      """;

  private final LedgerInvariants ledger = new LedgerInvariants();
  private final BudgetsInMemory budgets = new BudgetsInMemory();
  private final Remembered remembered;
  private final List<Decision> decisions = new ArrayList<>();
  private final Fold fold;
  private final Explanations explanations;
  private MemberState state;
  private int events;

  private Story(Revision revision) {
    this.fold = new Fold(revision);
    this.remembered = new Remembered(budgets, revision, id -> !id.startsWith("nobody"));
    this.explanations = new Explanations(revision);
    this.state = fold.begin("ann");
    ledger.begin(revision, state);
  }

  /**
   * A story under a pack of these sections; where none is the programme: one kind of whole points
   * called points, euros in UTC, the metrics spend (a year) and lately (purchases of thirty days),
   * the counter stamps.
   */
  public static Story of(String... sections) {
    String all = String.join("", sections);
    return new Story(Programmes.of(HEAD + (all.contains("programme:") ? "" : PROGRAMME) + all));
  }

  /** A purchase of so many cents. */
  public Decision buys(String at, long cents) {
    return buys(at, cents, Map.of());
  }

  public Decision buys(String at, long cents, Map<String, Datum> attributes, Event.Line... lines) {
    return does(
        at, new Body.Purchase(cents, 0, 0, 0, 0, 0, Event.MICROS, List.of(lines), attributes));
  }

  public static Event.Line line(long cents, Map<String, Datum> attributes) {
    return new Event.Line(cents, Event.MICROS, attributes);
  }

  /** Something of a built-in or declared type. */
  public Decision does(String at, String type, Map<String, Datum> attributes) {
    return does(at, new Body.Other(type, new TreeMap<>(attributes)));
  }

  /**
   * Something happens.
   *
   * @param at local time in the programme's zone, such as {@code 2026-01-31T12:00}
   * @return the decision on it, after those of time
   */
  public Decision does(String at, Body body) {
    Event event = new Event("till", String.valueOf(++events), "ann", instant(at), body);
    state = fold.fold(state, event, remembered, this::decided);
    return decisions.getLast();
  }

  /** What would be decided of something under a pack of other sections; nothing of it is kept. */
  public Decision under(String sections, String at, Body body) {
    Fold other = new Fold(Programmes.of(HEAD + PROGRAMME + sections));
    List<Decision> tried = new ArrayList<>();
    Event event = new Event("till", "tried", "ann", instant(at), body);
    other.fold(state, event, remembered, tried::add);
    return tried.getLast();
  }

  /** Time passes up to and at this local time. */
  public Story passes(String until) {
    state = fold.passTime(state, instant(until), remembered, this::decided);
    return this;
  }

  private void decided(Decision decision) {
    ledger.accept(decision);
    budgets.add(decision);
    remembered.add(decision);
    decisions.add(decision);
    if (decisions.size() > 1_000) throw new AssertionError("Time stands still: " + decision);
  }

  private Instant instant(String at) {
    return LocalDateTime.parse(at).atZone(fold.decider().revision().zone()).toInstant();
  }

  public Revision revision() {
    return fold.decider().revision();
  }

  /** All decisions so far. */
  public List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  public MemberState state() {
    return state;
  }

  public String tier(String ladder) {
    return state.standing(ladder).orElseThrow().tier();
  }

  public Optional<LocalDate> until(String ladder) {
    return state.standing(ladder).orElseThrow().until();
  }

  /** A metric's value up to and including a day. */
  public BigDecimal metric(String id, LocalDate day) {
    return fold.decider().metric(state, id, day);
  }

  public Purse purse(String kind) {
    return state.purse(kind).orElseThrow();
  }

  /** What came of every rule in a decision. */
  public List<Finding> findings(Decision decision) {
    return fold.decider().findings(decision);
  }

  /** What happened, as one sentence. */
  public String heading(Decision decision) {
    return Explanations.english().say(explanations.heading(decision));
  }

  /** Why it came to what it came, as sentences. */
  public List<String> why(Decision decision) {
    return explanations.why(decision).stream().map(Explanations.english()::say).toList();
  }

  /** The same in another language. */
  public List<String> why(Decision decision, String language) {
    Speaker speaker = Explanations.speaker(language).orElseThrow();
    return explanations.why(decision).stream().map(speaker::say).toList();
  }

  /** A metric's value on the day up to which time has been taken into account. */
  public String metric(String id) {
    LocalDate day = state.asOf().atZone(fold.decider().revision().zone()).toLocalDate();
    return fold.decider().metric(state, id, day).stripTrailingZeros().toPlainString();
  }

  /** The units that were issued, by rule. */
  public static Map<String, Long> given(Decision decision) {
    Map<String, Long> given = new TreeMap<>();
    for (Posting posting : decision.postings())
      if (posting.from() == Posting.Account.ISSUED)
        given.merge(posting.rule(), posting.units(), Long::sum);
    return given;
  }

  /** The days on which the member moved on the ladders, in the order of the moves. */
  public List<String> moves() {
    List<String> moves = new ArrayList<>();
    for (Decision decision : decisions)
      for (Move move : decision.moves())
        moves.add(
            decision.event().occurredAt().atZone(fold.decider().revision().zone()).toLocalDate()
                + " "
                + move.to());
    return moves;
  }
}
