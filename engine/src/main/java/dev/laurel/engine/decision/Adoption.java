package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.MemberState.Standing;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.LadderPlan;
import dev.laurel.engine.revision.MetricPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Availability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a state over from one revision to another: what both know by id stays, what is new begins
 * empty, a metric that is gone is forgotten. Points stay in any case, since no revision may follow
 * that lacks a point kind ({@link dev.laurel.engine.revision.Succession}). A tier that is gone
 * stays written down until the review that follows at once says where the member goes instead;
 * points keep their terms unless the revision says that they follow the new ones.
 */
final class Adoption {
  private final Revision to;
  private final List<Lapses> following;

  Adoption(Revision to, List<Lapses> following) {
    this.to = to;
    this.following = following;
  }

  /** Whether the state is laid out as the revision wants it. */
  boolean fits(MemberState state) {
    return state.metricSet().equals(to.metricSet()) && ladders(state) && kinds(state);
  }

  private boolean ladders(MemberState state) {
    List<Standing> standings = state.standings();
    List<LadderPlan> plans = Event.isPool(state.member()) ? List.of() : to.ladders();
    if (standings.size() != plans.size()) return false;
    for (int i = 0; i < plans.size(); i++)
      if (!standings.get(i).ladder().equals(plans.get(i).ladder().id())) return false;
    return true;
  }

  private boolean kinds(MemberState state) {
    List<Purse> purses = state.purses();
    List<PointKind> kinds = to.pack().programme().pointKinds();
    if (purses.size() != kinds.size()) return false;
    for (int i = 0; i < kinds.size(); i++)
      if (!purses.get(i).kind().equals(kinds.get(i).id())) return false;
    return true;
  }

  /**
   * @param from the revision by whose metrics the state counts
   * @param before the one under whose terms the member stood and earned, where it is known
   * @param at from when on the other one holds
   */
  MemberState adopt(MemberState state, Revision from, Optional<Revision> before, Instant at) {
    Instant asOf = at.isAfter(state.asOf()) ? at : state.asOf();
    MemberState now =
        fits(state)
            ? state.with(asOf)
            : laidOut(state, Working.begin(to, state.member()), from, asOf);
    if (before.isPresent()) now = new GoneTiers(before.get(), to).leave(now);
    now = arrived(asked(now));
    return before.isPresent() ? new NewTerms(before.get(), to, following).of(now) : now;
  }

  /** What waited for an event falls due, where this revision has such points wait for none. */
  private MemberState arrived(MemberState state) {
    long today = state.asOf().atZone(to.zone()).toLocalDate().toEpochDay();
    boolean changed = false;
    List<Purse> purses = new ArrayList<>(state.purses());
    for (int i = 0; i < purses.size(); i++) {
      Purse purse = purses.get(i);
      if (purse.awaiting() == 0
          || to.kind(purse.kind()).available() instanceof Availability.AtEvent) continue;
      purses.set(i, purse.arrive(today));
      changed = true;
    }
    return changed ? state.with(purses) : state;
  }

  private MemberState laidOut(MemberState state, MemberState empty, Revision from, Instant asOf) {
    return new MemberState(
        state.member(),
        state.version(),
        asOf,
        to.metricSet(),
        state.profile(),
        empty.standings().stream().map(s -> state.standing(s.ladder()).orElse(s)).toList(),
        empty.purses().stream().map(p -> state.purse(p.kind()).orElse(p)).toList(),
        tallies(state, from),
        state.usages(),
        state.purchases(),
        state.lastPurchase(),
        state.holdings(),
        state.pooling());
  }

  /** With what activity was done, where this revision asks for what the one before did not. */
  private MemberState asked(MemberState state) {
    if (following.isEmpty() || state.version() == 0) return state;
    LocalDate today = state.asOf().atZone(to.zone()).toLocalDate();
    LocalDate enrolled = state.profile().enrolled().orElse(today);
    List<Purse> purses = new ArrayList<>(state.purses());
    for (Lapses each : following)
      purses.replaceAll(
          purse -> purse.kind().equals(each.kind()) ? each.adopt(purse, today, enrolled) : purse);
    return state.with(purses);
  }

  private List<Tally> tallies(MemberState state, Revision from) {
    if (from.metricSet().equals(to.metricSet())) return state.tallies();
    List<String> before = tallied(from);
    List<Tally> tallies = new ArrayList<>();
    for (String id : tallied(to)) {
      int index = before.indexOf(id);
      if (index < 0 && tallies.size() < to.metrics().size())
        index = same(from, to.metrics().get(tallies.size()));
      tallies.add(index < 0 ? Tally.EMPTY : state.tallies().get(index));
    }
    return tallies;
  }

  /**
   * What segments need was counted already where the pack has a metric that counts the same; -1
   * where it has none.
   */
  private int same(Revision from, MetricPlan plan) {
    if (to.declared().contains(plan)) return -1;
    for (int i = 0; i < from.metrics().size(); i++) {
      MetricPlan other = from.metrics().get(i);
      if (other.period().equals(plan.period()) && counts(other).equals(counts(plan))) return i;
    }
    return -1;
  }

  /** What it counts, with what is usual where nothing is said. */
  private static Count counts(MetricPlan plan) {
    return plan.metric().counts() instanceof Count.Spend(var _, var when)
        ? new Count.Spend(Optional.of(plan.base()), when)
        : plan.metric().counts();
  }

  private static List<String> tallied(Revision revision) {
    List<String> ids = new ArrayList<>();
    revision.metrics().forEach(plan -> ids.add("metrics/" + plan.metric().id()));
    revision.pack().programme().counters().forEach(c -> ids.add("counters/" + c.id()));
    return ids;
  }
}
