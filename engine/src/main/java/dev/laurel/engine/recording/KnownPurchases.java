package dev.laurel.engine.recording;

import dev.laurel.engine.decision.Bought;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.Revision;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Grants that know what was decided of a member's purchases: from what lies in the outbox still,
 * and from the decisions. A purchase that was decided when the programme did not say yet what a
 * return takes back is one that is not known. Not thread-safe.
 */
final class KnownPurchases implements Grants {
  private static final int PAGE = 200;
  private static final String PURCHASE = "purchase";
  private static final String RETURN = "return";

  private final Grants budgets;
  private final DecisionStore decisions;
  private final Timeline timeline;
  private final Predicate<String> members;
  private final Supplier<List<Applied>> newest;

  /**
   * @param members tells whether there is a member of an id
   * @param newest the member's last decisions, in their order, which need not be in the store yet
   */
  KnownPurchases(
      Grants budgets,
      DecisionStore decisions,
      Timeline timeline,
      Predicate<String> members,
      Supplier<List<Applied>> newest) {
    this.budgets = budgets;
    this.members = members;
    this.decisions = decisions;
    this.timeline = timeline;
    this.newest = newest;
  }

  @Override
  public Grant take(BudgetPlan budget, Event event, long wanted) {
    return budgets.take(budget, event, wanted);
  }

  @Override
  public boolean isMember(String member) {
    return members.test(member);
  }

  @Override
  public Optional<Bought> bought(Event returning, String of) {
    String key = EventKey.of(returning.source(), of);
    List<Applied> last = newest.get();
    Optional<Applied> found =
        last.stream()
            .filter(applied -> applied.key().equals(key))
            .findFirst()
            .or(() -> decisions.find(key))
            .filter(applied -> applied.member().equals(returning.member()));
    if (found.isEmpty()) return Optional.empty();
    Optional<Bought> bought = bought(found.get());
    long place = found.get().place();
    List<Applied> page;
    do {
      page = decisions.ofMember(returning.member(), place, PAGE);
      for (Applied later : page) {
        bought = after(bought, later, returning);
        place = later.place();
      }
    } while (page.size() == PAGE);
    for (Applied later : last) if (later.place() > place) bought = after(bought, later, returning);
    return bought;
  }

  private Optional<Bought> bought(Applied applied) {
    StoredDecision decided = read(applied);
    boolean refused = decided.refusal().isPresent();
    // Where nobody wrote down then what a return has to know, it is not known.
    if (!refused && decided.type().equals(PURCHASE)) return decided.bought();
    return Optional.of(Bought.other(decided.event(), decided.type(), refused));
  }

  /** What is left of it after a later event of the member. */
  private Optional<Bought> after(Optional<Bought> bought, Applied later, Event returning) {
    if (!DecisionReader.type(later.decision()).equals(RETURN)) return bought;
    StoredDecision decided = read(later);
    return decided
        .bought()
        .filter(_ -> decided.source().equals(returning.source()))
        .filter(left -> bought.isPresent() && left.event().equals(bought.get().event()))
        .or(() -> bought);
  }

  private StoredDecision read(Applied applied) {
    return DecisionReader.of(revision(DecisionReader.revision(applied.decision())))
        .read(applied.decision());
  }

  private Revision revision(String digest) {
    return timeline
        .revision(digest)
        .orElseThrow(
            () -> new IllegalStateException("No revision %s is known here.".formatted(digest)));
  }
}
