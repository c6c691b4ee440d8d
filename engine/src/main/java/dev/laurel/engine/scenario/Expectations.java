package dev.laurel.engine.scenario;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.scenario.ScenarioResult.Difference;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Edge;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.language.Scenario.Expected;
import dev.laurel.rules.language.Scenario.Why;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds what a step expects against what came. */
final class Expectations {
  private final Fold fold;
  private final Revision revision;
  private final int step;
  private final LocalDate day;
  private final MemberState state;
  private final Optional<Decision> decision;
  private final List<String> messages;
  private final List<Difference> differences = new ArrayList<>();

  /**
   * @param messages made in the step: by what happens in it, and by time since the one before
   */
  Expectations(
      Fold fold,
      int step,
      LocalDate day,
      MemberState state,
      Optional<Decision> decision,
      List<String> messages) {
    this.messages = messages;
    this.fold = fold;
    this.revision = fold.decider().revision();
    this.step = step;
    this.day = day;
    this.state = state;
    this.decision = decision;
  }

  List<Difference> check(Expected expected) {
    points("earned", expected.earned(), this::earned);
    points("available", expected.available(), kind -> purse(kind).available());
    points("pending", expected.pending(), kind -> purse(kind).pending());
    points("expired", expected.expired(), kind -> purse(kind).expired());
    points("received", expected.received(), this::received);
    expected.tiers().forEach((ladder, tier) -> same("tiers/" + ladder, tier, tier(ladder)));
    expected
        .tiersUntil()
        .forEach((ladder, until) -> same("tiersUntil/" + ladder, until.toString(), until(ladder)));
    expected
        .metrics()
        .forEach((metric, value) ->
            number("metrics/" + metric, value, fold.decider().metric(state, metric, day)));
    expected
        .expiring()
        .forEach((kind, days) -> same("expiring/" + kind, plain(days).toString(), expiring(kind)));
    fired(expected.fired());
    expected.notFired().forEach(this::notFired);
    expected.refused().ifPresent(code -> same("refused", code, refusal()));
    if (expected.refused().isEmpty() && decision.flatMap(Decision::refusal).isPresent())
      same("refused", "carried out", refusal());
    Set<String> sent = new TreeSet<>(messages);
    for (String message : expected.messages())
      if (!sent.contains(message))
        differences.add(new Difference(step, "messages", message, String.join(", ", sent)));
    Set<String> handedOut = handedOut();
    for (String benefit : expected.entitled())
      if (!handedOut.contains(benefit))
        differences.add(new Difference(step, "entitled", benefit, String.join(", ", handedOut)));
    return differences;
  }

  private void points(String what, Map<String, BigDecimal> expected, Function<String, Long> units) {
    expected.forEach((kind, points) ->
        number(
            what + "/" + kind, points, Happenings.points(revision.kind(kind), units.apply(kind))));
  }

  private long earned(String kind) {
    return decision.stream()
        .flatMap(d -> d.postings().stream())
        .filter(p -> p.from() == Account.ISSUED && p.kind().equals(kind))
        .mapToLong(p -> p.units())
        .sum();
  }

  /** What another member or the member's pool gets by it, less what they give up. */
  private long received(String kind) {
    return decision.stream()
        .flatMap(made -> made.sent().stream())
        .map(Event::body)
        .mapToLong(body -> received(body, kind))
        .sum();
  }

  private static long received(Body body, String kind) {
    if (body instanceof Body.Received gift) return gift.kind().equals(kind) ? gift.units() : 0;
    if (body instanceof Body.ReferralReward reward) return reward.units(kind);
    if (!(body instanceof Body.PoolPoints passed)) return 0;
    return passed.parts().stream()
        .filter(part -> part.kind().equals(kind))
        .mapToLong(part -> part.units() - part.taken())
        .sum();
  }

  private Purse purse(String kind) {
    return state.purse(kind).orElseGet(() -> Purse.empty(kind));
  }

  private String tier(String ladder) {
    return state.standing(ladder).map(MemberState.Standing::tier).orElse("no such ladder");
  }

  /** The last day of a term that runs to the end of a day, else the day at whose start it ends. */
  private String until(String ladder) {
    Optional<LocalDate> until = state.standing(ladder).flatMap(MemberState.Standing::until);
    boolean toItsEnd =
        revision.pack().ladders().stream()
            .filter(l -> l.id().equals(ladder))
            .map(Ladder::ends)
            .anyMatch(Edge.TO_ITS_END::equals);
    return until.map(d -> toItsEnd ? d.minusDays(1) : d).map(LocalDate::toString).orElse("never");
  }

  private String expiring(String id) {
    PointKind kind = revision.kind(id);
    boolean toItsEnd = toItsEnd(kind.expiry());
    Map<LocalDate, BigDecimal> days = new TreeMap<>();
    for (Purse.Lot lot : purse(id).lots())
      if (lot.lapsesOn() != Purse.NEVER)
        days.merge(
            LocalDate.ofEpochDay(toItsEnd ? lot.lapsesOn() - 1 : lot.lapsesOn()),
            Happenings.points(kind, lot.units()),
            BigDecimal::add);
    return plain(days).toString();
  }

  /** Whether points lapse at the end of the day that the programme names. */
  private boolean toItsEnd(Expiry expiry) {
    return switch (expiry) {
      case Expiry.After after -> after.edge() == Edge.TO_ITS_END;
      case Expiry.On on -> on.edge() == Edge.TO_ITS_END;
      case Expiry.Inactivity inactivity -> inactivity.edge() == Edge.TO_ITS_END;
      case Expiry.Never never -> false;
      case Expiry.ByTier byTier ->
          toItsEnd(
              byTier.heldWith(
                  state.standings().stream()
                      .map(MemberState.Standing::tier)
                      .collect(Collectors.toSet())));
    };
  }

  private static Map<LocalDate, String> plain(Map<LocalDate, BigDecimal> days) {
    Map<LocalDate, String> plain = new TreeMap<>();
    days.forEach((d, points) -> plain.put(d, plain(points)));
    return plain;
  }

  private void fired(List<String> expected) {
    Set<String> fired = new TreeSet<>();
    for (Finding finding : decision.map(Decision::findings).orElse(List.of()))
      if (finding instanceof Finding.Fired) fired.add(finding.rule());
    for (String id : expected) {
      Set<String> either = new TreeSet<>(rulesOfCampaign(id));
      either.add(id);
      if (either.stream().noneMatch(fired::contains))
        differences.add(new Difference(step, "fired", id, String.join(", ", fired)));
    }
  }

  private List<String> rulesOfCampaign(String id) {
    return revision.pack().campaigns().stream()
        .filter(c -> c.id().equals(id))
        .map(Campaign::allRules)
        .flatMap(List::stream)
        .map(EarningRule::id)
        .toList();
  }

  private void notFired(String rule, Why why) {
    Set<Why> reasons =
        decision.map(fold.decider()::findings).orElse(List.of()).stream()
            .filter(f -> f.rule().equals(rule))
            .flatMap(f -> reasons(f).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!reasons.contains(why))
      differences.add(new Difference(step, "notFired/" + rule, why.name(), reasons.toString()));
  }

  private static List<Why> reasons(Finding finding) {
    return switch (finding) {
      case Finding.Fired f -> List.of();
      case Finding.HeadStart h -> List.of();
      case Finding.RolledOver r -> List.of();
      case Finding.TierGranted g -> List.of();
      case Finding.Warned w -> List.of();
      case Finding.Progressed p -> List.of();
      case Finding.Segmented s -> List.of();
      case Finding.HandedOut h -> List.of();
      case Finding.Used u -> List.of();
      case Finding.Lapsed l -> List.of();
      case Finding.NoPool n -> List.of();
      case Finding.NoOther n -> List.of();
      case Finding.HandedOn h -> List.of();
      case Finding.Rewarded r -> List.of();
      case Finding.TakenBack t -> List.of();
      case Finding.Settled s -> List.of();
      case Finding.Sent _,
          Finding.NoConsent _,
          Finding.StaysSent _,
          Finding.Offered _,
          Finding.PassedOver _ ->
          List.of();
      case Finding.TooOften _ -> List.of(Why.LIMIT_REACHED);
      case Finding.Beaten b -> List.of(Why.BEATEN);
      case Finding.LimitReached l -> List.of(Why.LIMIT_REACHED);
      case Finding.NotInForce n -> List.of(Why.NOT_IN_FORCE);
      case Finding.NotMet(var rule, var rows) ->
          rows.stream().allMatch(r -> r.missing())
              ? List.of(Why.MISSING)
              : List.of(Why.CONDITION_NOT_MET);
    };
  }

  private Set<String> handedOut() {
    Set<String> benefits = new TreeSet<>();
    for (Finding finding : decision.map(Decision::findings).orElse(List.of()))
      if (finding instanceof Finding.HandedOut handed) benefits.add(handed.benefit());
      else if (finding instanceof Finding.HandedOn handed) benefits.add(handed.benefit());
    return benefits;
  }

  private String refusal() {
    return decision.flatMap(Decision::refusal).map(Decision.Refusal::code).orElse("carried out");
  }

  private void number(String what, BigDecimal expected, BigDecimal actual) {
    if (expected.compareTo(actual) != 0)
      differences.add(new Difference(step, what, plain(expected), plain(actual)));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void same(String what, String expected, String actual) {
    if (!expected.equals(actual)) differences.add(new Difference(step, what, expected, actual));
  }
}
