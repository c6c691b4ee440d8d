package dev.laurel.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.Bought;
import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Move;
import dev.laurel.engine.decision.OtherShare;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.Calendar;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.oracle.Telling;
import dev.laurel.engine.oracle.Wording;
import dev.laurel.engine.random.Case;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the engine decides, in the words of the oracle. */
final class Decided {
  /** Far more than any case brings about, so that a fold that never ends fails. */
  private static final int MOST_DECISIONS = 10_000;

  private final Fold fold;
  private final Revision revision;
  private final Decider decider;
  private final Map<String, Map<Account, Long>> accounts = new LinkedHashMap<>();
  private final Map<Event, Given> byTime = new HashMap<>();

  private Decided(Fold fold) {
    this.fold = fold;
    this.decider = fold.decider();
    this.revision = decider.revision();
  }

  /** Folds the events of a case, then lets time pass to its end. */
  static List<Telling> of(Fold fold, Case example) {
    Decided decided = new Decided(fold);
    List<Telling> tellings = new ArrayList<>();
    MemberState state = fold.begin(example.events().getFirst().member());
    BudgetsInMemory budgets = new BudgetsInMemory(example.used());
    Remembered remembered =
        new Remembered(budgets, fold.decider().revision(), id -> !id.startsWith("nobody"));
    for (var event : example.events()) {
      MemberState before = state;
      state =
          fold.fold(
              state,
              event,
              knowing(remembered),
              d -> {
                decided.decidesTheSameAgain(before, d);
                budgets.add(d);
                remembered.add(d);
                decided.add(d, tellings);
              });
    }
    fold.passTime(
        state,
        example.end(),
        knowing(remembered),
        d -> {
          budgets.add(d);
          decided.add(d, tellings);
        });
    return tellings;
  }

  /** What a decision tells that it was given is all that it needs to be given. */
  private void decidesTheSameAgain(MemberState before, Decision decision) {
    if (decision.given().equals(Given.NOTHING)) return;
    if (decision.event().body() instanceof Body.Due) {
      byTime.put(decision.event(), decision.given());
      return;
    }
    MemberState at = fold.passTime(before, decision.asOf(), this::again, d -> {});
    Decision again = decider.decide(at, decision.event(), decision.asOf(), decision.given());
    assertThat(written(again)).isEqualTo(written(decision));
    assertThat(again.postings()).isEqualTo(decision.postings());
    assertThat(again.after()).isEqualTo(decision.after());
  }

  /** What time was granted. */
  private Grants.Grant again(BudgetPlan budget, Event event, long wanted) {
    Given given = byTime.getOrDefault(event, Given.NOTHING);
    Boolean place = given.places().get(budget.key());
    long amount = place == null ? given.budgets().getOrDefault(budget.key(), 0L) : place ? 1 : 0;
    return new Grants.Grant(Math.min(amount, wanted), 1);
  }

  private String written(Decision decision) {
    JsonWriter to = new JsonWriter();
    DecisionJson.of(EventTerms.of(revision.pack())).write(decision, to);
    return new String(to.toBytes(), StandardCharsets.UTF_8);
  }

  private void add(Decision decision, List<Telling> tellings) {
    tellings.add(telling(decision));
    if (tellings.size() > MOST_DECISIONS)
      throw new IllegalStateException("Time stands still at " + decision.event());
  }

  private Telling telling(Decision decision) {
    List<String> found = new ArrayList<>();
    decision.refusal().ifPresent(refusal -> found.add(Wording.refused(refusal.code())));
    decider.findings(decision).forEach(finding -> finding(finding, found));
    for (Posting p : decision.postings()) {
      found.add(Wording.posting(p.from().name(), p.to().name(), p.kind(), p.units(), p.rule()));
      move(p.kind(), p.from(), -p.units());
      move(p.kind(), p.to(), p.units());
    }
    decision.moves().forEach(move -> found.add(move(move)));
    decision.given().used().forEach((key, units) -> found.add(Wording.used(key, units)));
    decision.sent().forEach(sent -> sent(sent, found));
    for (OtherShare share : decision.others())
      found.add(
          Wording.onward(
              "%s %s %s %s%s"
                  .formatted(
                      share.member(), share.as(), share.rule(), share.kind(), share.benefit()),
              share.units()));
    List<String> lines = new ArrayList<>(found.stream().sorted().toList());
    MemberState after = decision.after();
    LocalDate day = decision.event().occurredAt().atZone(revision.zone()).toLocalDate();
    lines.add(Wording.member(after.profile().enrolled(), after.purchases()));
    after.holdings().referrer().ifPresent(by -> lines.add(Wording.broughtBy(by)));
    if (!revision.segments().isEmpty()) lines.add(Wording.segments(after.holdings().segments()));
    after.standings().stream()
        .map(s -> Wording.tier(s.ladder(), s.tier(), s.since(), s.until()))
        .sorted()
        .forEach(lines::add);
    lines.addAll(counts(after, day));
    for (PointKind kind : revision.pack().programme().pointKinds())
      lines.addAll(purse(kind.id(), after.purse(kind.id()).orElseThrow()));
    String what =
        decision.event().body() instanceof Body.Due(var due, var of)
            ? due.name()
            : decision.event().type();
    return new Telling(what + " at " + decision.event().occurredAt(), lines);
  }

  private static void sent(Event event, List<String> to) {
    switch (event.body()) {
      case Body.Received received -> lots(event.member(), received.kind(), received.lots(), to);
      case Body.PoolPoints points -> {
        for (Body.PoolPoints.Part part : points.parts()) {
          lots(event.member(), part.kind(), part.lots(), to);
          if (part.taken() != 0)
            to.add(Wording.taken(event.member(), part.kind(), part.taken(), part.earnedOn()));
          part.active().ifPresent(day -> to.add(Wording.kept(event.member(), part.kind(), day)));
        }
      }
      default -> to.add(Wording.told(event.member(), event.type()));
    }
  }

  private static void lots(
      String account, String kind, List<Body.Received.Given> lots, List<String> to) {
    Map<Optional<LocalDate>, Long> byDay = new LinkedHashMap<>();
    lots.forEach(lot -> byDay.merge(lot.lapsesOn(), lot.units(), Long::sum));
    byDay.forEach((day, units) -> to.add(Wording.sent(account, kind, day, units)));
  }

  /** Who is called elsewhere is in another pool. */
  private static Grants knowing(Remembered remembered) {
    return new Grants() {
      @Override
      public Grant take(BudgetPlan budget, Event event, long wanted) {
        return remembered.take(budget, event, wanted);
      }

      @Override
      public boolean isMember(String member) {
        return remembered.isMember(member);
      }

      @Override
      public Optional<Given.By> by(String member) {
        return member.startsWith("elsewhere")
            ? Optional.of(new Given.By(Optional.of("pool:other"), new TreeSet<>()))
            : remembered.by(member);
      }

      @Override
      public Optional<Bought> bought(Event returning, String of) {
        return remembered.bought(returning, of);
      }
    };
  }

  private void move(String kind, Account account, long units) {
    accounts.computeIfAbsent(kind, k -> new LinkedHashMap<>()).merge(account, units, Long::sum);
  }

  private static String move(Move move) {
    String why = move.way() == Move.Way.DOWN ? "" : move.rule();
    return Wording.move(
        move.ladder(), move.from(), move.to(), move.way().name(), move.until(), why);
  }

  private void finding(Finding finding, List<String> found) {
    switch (finding) {
      case Finding.Fired(var rule, var awards) -> {
        found.add(Wording.fired(rule));
        for (Finding.Award award : awards)
          if (!award.exact().equals("0") || award.units() != 0)
            found.add(
                Wording.award(
                        rule,
                        award.kind().isEmpty() ? award.counter() : award.kind(),
                        award.exact(),
                        award.units())
                    + award.to().map(other -> " to " + other).orElse(""));
      }
      case Finding.Beaten(var rule, var by, var contest) ->
          found.add(Wording.beaten(rule, by, contest.name()));
      case Finding.LimitReached(var rule, var limit, var wanted, var given) ->
          found.add(Wording.limited(rule, limit, wanted, given));
      case Finding.HeadStart(var rule, var metric, var units) ->
          found.add(Wording.headStart(rule, metric, units));
      case Finding.RolledOver(var rule, var metric, var tier, var least, var was, var units) ->
          found.add(
              Wording.rolledOver(
                  rule,
                  metric,
                  tier,
                  Stream.of(least, was, units).map(n -> BigDecimal.valueOf(n, 6)).toList()));
      case Finding.Warned(var rule, var message, var tier, var until) ->
          found.add(Wording.warned(rule, message, tier, until));
      case Finding.TierGranted(var rule, var tier, var until, var longer) ->
          found.add(Wording.tierGranted(rule, tier, until, longer));
      case Finding.Progressed(var rule, var way, var count, var goal) ->
          found.add(Wording.progressed(rule, way.name(), count, goal));
      case Finding.Segmented(var rule, var joined) ->
          found.add(Wording.segment(rule.substring("segments/".length()), joined));
      case Finding.HandedOut(var rule, var benefit, var count, var until, var codes) ->
          found.add(
              Wording.handedOut(rule, benefit, count, until, codes.stream().distinct().count()));
      case Finding.Used(var rule, var benefit, var left) -> found.add(Wording.used(benefit, left));
      case Finding.Lapsed(var rule, var benefit, var count) ->
          found.add(Wording.lapsed(benefit, count));
      case Finding.NoOther(var rule, var to, var why) ->
          found.add(Wording.noOther(rule, to.name(), why.name()));
      case Finding.HandedOn(var rule, var benefit, var count, var to) ->
          found.add(Wording.handedOn(rule, benefit, count, to));
      case Finding.TakenBack(var rule, var benefit, var count) ->
          found.add(Wording.takenBack(rule, benefit, count));
      case Finding.Settled(var rule, var kind, var benefit, var units, var how) ->
          found.add(Wording.settled(rule, kind + benefit, units, how.name()));
      case Finding.Rewarded(var rule, var from, var as, var awards) -> {
        for (Finding.Award award : awards)
          found.add(Wording.rewarded(rule, from, as.name(), award.kind(), award.units()));
      }
      case Finding.Sent(var rule, var message, var waits) ->
          found.add(Wording.sent(rule, message, waits));
      case Finding.NoConsent(var rule, var message, var _, var _) ->
          found.add(Wording.noConsent(rule, message));
      case Finding.TooOften(var rule, var message, var limit) ->
          found.add(Wording.tooOften(rule, message, limit));
      case Finding.StaysSent(var _, var message) ->
          throw new IllegalArgumentException("Nothing was sent before: " + message);
      case Finding.Offered(var rule, var offer) -> found.add(Wording.offered(rule, offer));
      case Finding.PassedOver(var rule, var offer, var rows) -> {
        found.add(Wording.passedOver(rule, offer));
        unmet(offer, rows, found);
      }
      case Finding.NoPool(var rule, var kind) -> found.add(Wording.noPool(rule, kind));
      case Finding.NotMet(var rule, var rows) -> {
        found.add(Wording.notMet(rule));
        unmet(rule, rows, found);
      }
      case Finding.NotInForce(var rule, var rows) ->
          rows.stream()
              .map(row -> Wording.notInForce(rule, row.row()))
              .distinct()
              .forEach(found::add);
    }
  }

  private List<String> counts(MemberState state, LocalDate day) {
    List<String> lines = new ArrayList<>();
    for (var metric : revision.metrics())
      lines.add(
          Wording.metric(metric.metric().id(), decider.metric(state, metric.metric().id(), day)));
    LocalDate enrolled = state.profile().enrolled().orElse(day);
    List<Programme.Counter> counters = revision.pack().programme().counters();
    for (int i = 0; i < counters.size(); i++) {
      long units =
          Calendar.upTo(
              state.tallies().get(revision.metrics().size() + i),
              revision.period(counters.get(i).over()),
              day,
              enrolled);
      lines.add(Wording.counter(counters.get(i).id(), BigDecimal.valueOf(units, 6)));
    }
    return lines;
  }

  /** The purse as the postings tell it, and the lots as the state does. */
  private List<String> purse(String kind, Purse purse) {
    Map<Account, Long> balances = accounts.getOrDefault(kind, Map.of());
    List<String> lines = new ArrayList<>();
    lines.add(
        Wording.purse(
            kind,
            java.util.Arrays.stream(Account.values())
                .map(account -> account + " " + balances.getOrDefault(account, 0L))
                .toList()));
    record Terms(Optional<LocalDate> goneOn, Optional<LocalDate> availableOn, boolean waits) {}
    Map<Terms, Long> lots = new LinkedHashMap<>();
    for (Purse.Lot lot : purse.lots())
      lots.merge(
          new Terms(
              lot.lapsesOn() == Purse.NEVER
                  ? Optional.empty()
                  : Optional.of(LocalDate.ofEpochDay(lot.lapsesOn())),
              lot.pending() && !lot.awaitsEvent()
                  ? Optional.of(LocalDate.ofEpochDay(lot.availableOn()))
                  : Optional.empty(),
              lot.awaitsEvent()),
          lot.units(),
          Long::sum);
    lots.forEach((terms, units) ->
        lines.add(Wording.lot(kind, terms.goneOn(), terms.availableOn(), terms.waits(), units)));
    return lines;
  }

  private static void unmet(String rule, List<Unmet> rows, List<String> found) {
    for (Unmet row : rows)
      found.add(
          row.exception()
              ? Wording.excepted(rule, row.row(), row.operand(), row.asked(), row.actual())
              : Wording.unmet(
                  rule, row.row(), row.operand(), row.asked(), row.actual(), row.missing()));
  }
}
