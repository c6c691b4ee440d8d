package dev.laurel.engine.evaluate;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One member while the events come, in order. Holds the names of the member's events so far, so
 * that none counts twice. Handed from thread to thread with its chunk; not thread-safe.
 */
final class MemberFold {
  private static final String OUT_OF_RANGE = "out-of-range";

  private record Name(String source, String id) {}

  private final FoldPlan plan;
  private final String member;
  private final boolean explained;
  private final Set<Name> names = new HashSet<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final Remembered remembered;
  private final Grants grants;
  private final Company company;
  private MemberState state;
  private Optional<Event> last = Optional.empty();

  /** Of a member whom nothing connects with anybody. */
  MemberFold(FoldPlan plan, String member) {
    this(plan, member, Company.NOBODY);
  }

  MemberFold(FoldPlan plan, String member, Company company) {
    this.company = company;
    this.plan = plan;
    this.member = member;
    this.explained = plan.explain().filter(e -> e.member().equals(member)).isPresent();
    this.remembered = new Remembered(plan.budgets(), plan.fold().decider().revision());
    this.grants = new WithCompany(remembered, company);
    this.state = plan.fold().begin(member);
  }

  String member() {
    return member;
  }

  MemberState state() {
    return state;
  }

  /** When something next falls due of the member; empty where nothing ever does. */
  Optional<Instant> nextDue() {
    return plan.fold().nextDue(state).stream().findFirst().map(Event::occurredAt);
  }

  /** Time goes on to an instant. */
  void pass(Instant until, Folded to) {
    state = plan.fold().passTime(state, until, grants, this::decided);
    write(to);
  }

  /** What happens to the member by what happened to another; it is no row. */
  void receive(Event event, Folded to) {
    if (fold(event, to).filter(refusal -> refusal.code().equals(OUT_OF_RANGE)).isEmpty()) return;
    Decision refused =
        plan.fold().refuse(state, event, Decision.Refusal.beyondRange(event), Set.of());
    state = refused.after();
    decided(refused);
    write(to);
  }

  /** The next row; what comes of it goes to {@code to}. */
  void add(StoredRow row, Folded to) {
    Event event = row.event();
    RowCount rows = to.rows.get(row.file());
    if (!names.add(new Name(event.source(), event.id()))) {
      again(row, rows, to);
      return;
    }
    last = Optional.of(event);
    Optional<Decision.Refusal> refusal = fold(event, to);
    if (refusal.isEmpty()) rows.evaluated += row.lines().size();
    else refuse(row, refusal.get().code(), refusal.get().message(), to);
    to.count.events++;
  }

  /**
   * Time goes on to the end, and the member is written; of whom nothing was carried out is none.
   */
  void end(Folded to) {
    plan.until()
        .ifPresent(until -> state = plan.fold().passTime(state, until, grants, this::decided));
    write(to);
    if (state.version() == 0) return;
    to.count.add(state);
    if (!plan.writes()) return;
    plan.states().write(state, to.members);
    to.members.endLine();
  }

  /** The same event once more has the same place in the order, so it follows the first at once. */
  private void again(StoredRow row, RowCount rows, Folded to) {
    if (last.equals(Optional.of(row.event()))) rows.replayed += row.lines().size();
    else
      refuse(
          row,
          "duplicate-id",
          "Another event of this member has the same source and id. Give each an id of its own.",
          to);
  }

  private Optional<Decision.Refusal> fold(Event event, Folded to) {
    MemberState after;
    try {
      after = plan.fold().fold(state, event, grants, this::decided);
    } catch (ArithmeticException e) {
      // What fell due before the event is done again with the next one: nothing of it was written.
      decisions.forEach(plan.budgets()::takeBack);
      decisions.clear();
      return Optional.of(
          new Decision.Refusal(
              OUT_OF_RANGE,
              "The event leads to a number that is too large to be counted exactly."));
    }
    state = after;
    remembered.add(decisions.getLast());
    Optional<Decision.Refusal> refusal = decisions.getLast().refusal();
    write(to);
    return refusal;
  }

  private void decided(Decision decision) {
    decisions.add(decision);
    plan.budgets().add(decision);
  }

  private void write(Folded to) {
    long start = plan.watch().nanos();
    for (Decision decision : decisions) {
      company.send(decision.sent());
      to.count.add(decision);
      if (explained)
        plan.explain().ifPresent(e -> to.explained.addAll(e.sentences().apply(decision)));
      if (plan.writes()) {
        plan.json().write(decision, to.decisions);
        to.decisions.endLine();
        plan.json().writeLedger(decision, to.ledger);
      }
    }
    decisions.clear();
    to.count.writingNanos += plan.watch().nanos() - start;
  }

  /** Refuses a row. */
  void refuse(StoredRow row, String code, String reason, Folded to) {
    to.rows.get(row.file()).refused(code, row.lines().size());
    if (!plan.writes()) return;
    String file = plan.files().get(row.file());
    for (long line : row.lines()) Refusals.write(file, line, row.event(), code, reason, to.refused);
  }
}
