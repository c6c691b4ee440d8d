package dev.laurel.engine.evaluate;

import dev.laurel.engine.decision.Given;
import dev.laurel.engine.event.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Members and pools that something connects while their events come, in the order of time: what
 * happens to one by what happened to another, and what falls due of any of them, has its place
 * between. At one instant what falls due goes first, then what was sent before, then the next row.
 * Not thread-safe.
 */
final class GroupFold implements Company {
  private record Due(Instant at, String member) {}

  private static final Comparator<Due> SOONEST =
      Comparator.comparing(Due::at).thenComparing(Due::member);

  private final FoldPlan plan;
  private final SortedMap<String, MemberFold> members = new TreeMap<>();
  private final TreeSet<Due> due = new TreeSet<>(SOONEST);
  private final SortedMap<String, Due> dueOf = new TreeMap<>();
  private final TreeSet<Event> sent = new TreeSet<>(Event.ORDER.thenComparing(Event::member));

  GroupFold(FoldPlan plan) {
    this.plan = plan;
  }

  @Override
  public Optional<Given.By> by(String member) {
    // As in a store: of whom anything came, though it was refused, there is something to find.
    return Optional.ofNullable(members.get(member)).map(MemberFold::state).map(Given.By::of);
  }

  @Override
  public void send(List<Event> events) {
    sent.addAll(events);
  }

  /** The next row of any of them; what comes of it goes to {@code to}. */
  void add(StoredRow row, Folded to) {
    Event event = row.event();
    pass(event.occurredAt(), to);
    MemberFold member = member(event.member());
    member.add(row, to);
    noteDue(member);
    arrive(event.occurredAt(), to);
  }

  /** Time goes on to the end, and all are written, in the order of their ids. */
  void end(Folded to) {
    plan.until().ifPresent(until -> pass(until, to));
    for (MemberFold member : List.copyOf(members.values())) member.end(to);
  }

  private MemberFold member(String id) {
    return members.computeIfAbsent(id, each -> new MemberFold(plan, each, this));
  }

  /** Does what falls due up to an instant, and what comes of it. */
  private void pass(Instant until, Folded to) {
    while (!due.isEmpty() && !due.getFirst().at().isAfter(until)) {
      Instant at = due.getFirst().at();
      arriveBefore(at, to);
      while (!due.isEmpty() && due.getFirst().at().equals(at)) {
        MemberFold member = member(due.getFirst().member());
        member.pass(at, to);
        noteDue(member);
      }
      arrive(at, to);
    }
    arrive(until, to);
  }

  /** What was sent by then happens to whom it was sent to. */
  private void arrive(Instant by, Folded to) {
    while (!sent.isEmpty() && !sent.getFirst().occurredAt().isAfter(by)) {
      Event next = sent.removeFirst();
      MemberFold member = member(next.member());
      member.receive(next, to);
      noteDue(member);
    }
  }

  private void arriveBefore(Instant at, Folded to) {
    arrive(at.minusNanos(1), to);
  }

  private void noteDue(MemberFold of) {
    Optional<Due> next = of.nextDue().map(at -> new Due(at, of.member()));
    Optional.ofNullable(dueOf.remove(of.member())).ifPresent(due::remove);
    next.ifPresent(each -> {
      due.add(each);
      dueOf.put(of.member(), each);
    });
  }
}
