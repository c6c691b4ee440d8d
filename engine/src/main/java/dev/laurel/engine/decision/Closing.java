package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.decision.FactsMaker.Reading;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.revision.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Closes a decision: what follows from all that was done, for the member and for other accounts,
 * and what is kept of it. Immutable and thread-safe.
 */
final class Closing {
  private final Revision revision;
  private final FactsMaker factsMaker;
  private final List<Lapses> following;
  private final DecisionIds ids;
  private final Sending sending;

  Closing(Revision revision, FactsMaker factsMaker, List<Lapses> following) {
    this.revision = revision;
    this.factsMaker = factsMaker;
    this.following = following;
    this.ids = new DecisionIds(revision.digest());
    this.sending = new Sending(revision, factsMaker);
  }

  Decision refused(Matter matter, Refusal refusal) {
    if (matter.event().body() instanceof Body.PoolJoined joined)
      matter.sent().add(PoolMember.declined(matter.event(), joined, matter.asOf()));
    // It came to nothing, but happened: what comes before it now comes late.
    MemberState after =
        sending.counted(
            matter.untouched().with(matter.asOf()), matter.given().messages(), matter.day());
    return decision(
        matter, Optional.of(refusal), Saw.nothing(revision.layout()), List.of(), List.of(), after);
  }

  Decision made(Matter matter, Saw saw) {
    Working working = matter.working();
    if (matter.event().body() instanceof Body.Purchase purchase) working.bought(purchase.amount());
    if (!matter.isDue()) new Points(working).arrive(matter.event());
    if (!matter.isDueUnanswered() || !working.moves.isEmpty())
      new Points(working).follow(following);
    others(matter);
    List<PoolShare> shares = passOn(matter);
    if (!factsMaker.segmenting().areNone() && !matter.isOfPool() && isTold(matter))
      factsMaker
          .segmenting()
          .settle(working, factsMaker.standing(working.state(), matter.day(), Reading.UP_TO));
    List<Outgoing> messages = sending.make(working, matter.event(), matter.asOf(), matter.given());
    working.findings.sort(Comparator.comparing(Finding::rule));
    return decision(matter, Optional.empty(), saw, shares, messages, working.state());
  }

  /** What the other side of a referral gets; who was brought is told so in any case. */
  private static void others(Matter matter) {
    Working working = matter.working();
    Optional<String> brought = working.sides().brought();
    if (brought.isEmpty() && working.others().areNone()) return;
    matter
        .sent()
        .addAll(
            OtherShares.sent(
                matter.event(),
                matter.asOf(),
                1,
                working.others().all(),
                brought,
                matter.given().bought().stream().toList()));
  }

  /** What goes on to the pool in which the member is. */
  private static List<PoolShare> passOn(Matter matter) {
    Optional<PoolMember.Passed> passed = matter.pooled().passOn(matter.asOf());
    passed.map(PoolMember.Passed::sent).ifPresent(matter.sent()::add);
    return passed.map(PoolMember.Passed::shares).orElse(List.of());
  }

  /** Of what brings nothing about nothing is kept, so that whoever looks changes nothing. */
  private static boolean isTold(Matter matter) {
    Working working = matter.working();
    return !matter.isDueUnanswered()
        || Decision.bringsAbout(
            working.postings, working.moves, working.others().all(), working.findings);
  }

  /** What must be given first; what is refused hands nothing out. */
  private static List<Ask> asks(Matter matter, Optional<Refusal> refusal) {
    List<Ask> codes = matter.working().codes().asks();
    if (codes.isEmpty() || refusal.isPresent()) return matter.budgets().asks();
    List<Ask> all = new ArrayList<>(matter.budgets().asks());
    all.addAll(codes);
    return List.copyOf(all);
  }

  /** What the next return of the same purchase will have to know. */
  private Optional<Bought> bought(Matter matter, boolean refused) {
    if (refused || revision.pack().programme().returns().isEmpty()) return Optional.empty();
    if (matter.event().body() instanceof Body.Return back)
      return matter.given().bought().map(before -> before.less(back.amount()));
    if (!(matter.event().body() instanceof Body.Purchase purchase)) return Optional.empty();
    Working working = matter.working();
    SortedMap<String, Long> earned = new TreeMap<>();
    for (Posting posting : working.postings)
      if (Challenges.isBought(posting)) earned.merge(posting.kind(), posting.units(), Long::sum);
    return Optional.of(
        new Bought(
            matter.event().id(),
            matter.event().type(),
            matter.day(),
            purchase.amount(),
            earned,
            working.counted(),
            working.others().all().stream().filter(Challenges::isBought).toList(),
            0));
  }

  private Decision decision(
      Matter matter,
      Optional<Refusal> refusal,
      Saw saw,
      List<PoolShare> shares,
      List<Outgoing> messages,
      MemberState after) {
    Working working = matter.working();
    Given used = matter.budgets().used();
    return new Decision(
        ids.of(matter.event()),
        revision.digest(),
        matter.event(),
        matter.asOf(),
        used.withCodes(refusal.isPresent() ? new TreeMap<>() : working.codes().used()),
        asks(matter, refusal),
        refusal,
        saw,
        List.copyOf(working.findings),
        List.copyOf(working.postings),
        List.copyOf(working.moves),
        bought(matter, refusal.isPresent()),
        Optional.empty(),
        matter.sent().isEmpty() ? List.of() : List.copyOf(matter.sent()),
        shares,
        refusal.isPresent() ? List.of() : working.others().all(),
        messages,
        matter.given().quintiles().isEmpty() ? after : after.seenBy(Optional.empty()));
  }
}
