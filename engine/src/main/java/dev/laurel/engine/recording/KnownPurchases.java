package dev.laurel.engine.recording;

import dev.laurel.engine.code.Codes;
import dev.laurel.engine.code.IssuedCode;
import dev.laurel.engine.decision.Bought;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.BudgetPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Grants that know what was decided of a member's purchases: from what lies in the outbox still,
 * and from the decisions. A purchase that was decided when the programme did not say yet what a
 * return takes back is one that is not known. Not thread-safe.
 */
final class KnownPurchases implements Grants {
  private static final int PAGE = 200;
  private static final String PURCHASE = "purchase";
  static final String RETURN = "return";

  /** As {@link Event#ORDER}, of events that are not brought about by time. */
  private static final Comparator<StoredDecision> ORDER =
      Comparator.comparing(StoredDecision::occurredAt)
          .thenComparing(StoredDecision::source)
          .thenComparingInt((StoredDecision each) -> each.event().length())
          .thenComparing(StoredDecision::event);

  private final Grants budgets;
  private final DecisionStore decisions;
  private final Readers readers;
  private final Function<String, Optional<MemberState>> members;
  private final Instant upTo;
  private final Function<String, Optional<IssuedCode>> issued;
  private final Optional<Codes> codes;
  private final Supplier<List<Applied>> newest;

  /**
   * @param members how the member of an id stands now; empty where there is none
   * @param upTo nothing later is known; {@link Instant#MAX} where all is
   * @param issued tells for what and whom a code was given out
   * @param codes gives out codes; empty where what is decided is only tried
   * @param newest the member's last decisions, in their order, which need not be in the store yet
   */
  KnownPurchases(
      Grants budgets,
      DecisionStore decisions,
      Readers readers,
      Function<String, Optional<MemberState>> members,
      Instant upTo,
      Function<String, Optional<IssuedCode>> issued,
      Optional<Codes> codes,
      Supplier<List<Applied>> newest) {
    this.budgets = budgets;
    this.members = members;
    this.decisions = decisions;
    this.readers = readers;
    this.upTo = upTo;
    this.issued = issued;
    this.codes = codes;
    this.newest = newest;
  }

  @Override
  public Grant take(BudgetPlan budget, Event event, long wanted) {
    return budgets.take(budget, event, wanted);
  }

  @Override
  public boolean isMember(String member) {
    return members.apply(member).isPresent();
  }

  @Override
  public List<String> codes(BenefitPlan benefit, Event event, int count) {
    return codes
        .map(all -> all.issue(benefit.benefit(), event.member(), EventKey.of(event), count))
        .orElseGet(() -> Grants.super.codes(benefit, event, count));
  }

  @Override
  public Optional<Given.Code> code(String code, Event event) {
    return issued
        .apply(code)
        .map(found -> new Given.Code(found.benefit(), found.member().equals(event.member())));
  }

  @Override
  public Optional<Given.By> by(String member) {
    return members.apply(member).map(Given.By::of);
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
    SortedMap<String, StoredDecision> latest = new TreeMap<>();
    for (Applied applied : since(found.get(), last)) {
      String first = EventKey.first(applied.key());
      boolean isReturn = DecisionReader.type(applied.decision()).equals(RETURN);
      if (isReturn || first.equals(key)) latest.put(first, readers.read(applied));
    }
    StoredDecision event = latest.remove(key);
    if (event == null || event.occurredAt().isAfter(upTo)) return Optional.empty();
    Optional<Bought> bought = bought(event);
    List<StoredDecision> returns = new ArrayList<>(latest.values());
    returns.sort(ORDER);
    for (StoredDecision each : returns) bought = after(bought, each, returning);
    return bought;
  }

  /** A decision and those that were made after it, in their order. */
  private List<Applied> since(Applied first, List<Applied> last) {
    List<Applied> all = new ArrayList<>();
    long place = first.place() - 1;
    List<Applied> page;
    do {
      page = decisions.ofMember(first.member(), place, PAGE);
      all.addAll(page);
      if (!page.isEmpty()) place = page.getLast().place();
    } while (page.size() == PAGE);
    for (Applied later : last)
      if (later.place() > place && later.place() >= first.place()) all.add(later);
    return all;
  }

  private static Optional<Bought> bought(StoredDecision decided) {
    boolean refused = decided.refusal().isPresent();
    // Where nobody wrote down then what a return has to know, it is not known.
    if (!refused && decided.type().equals(PURCHASE)) return decided.bought();
    return Optional.of(Bought.other(decided.event(), decided.type(), refused));
  }

  /** What is left of it after a return. */
  private Optional<Bought> after(Optional<Bought> bought, StoredDecision back, Event returning) {
    if (back.occurredAt().isAfter(upTo)) return bought;
    return back.bought()
        .filter(_ -> back.source().equals(returning.source()))
        .filter(left -> bought.isPresent() && left.event().equals(bought.get().event()))
        .or(() -> bought);
  }
}
