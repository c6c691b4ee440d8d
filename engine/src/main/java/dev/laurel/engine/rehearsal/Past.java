package dev.laurel.engine.rehearsal;

import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.OtherShare;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Population;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.population.CountedMonths;
import dev.laurel.engine.revision.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What some members did, and what rules give for it. Immutable and thread-safe.
 *
 * @param histories what each did, in the order of its time
 */
record Past(List<List<Event>> histories) {
  /** Begins the names of messages among the kinds of points, whose names hold no slash. */
  static final String MESSAGES = "messages/";

  Past {
    histories = List.copyOf(histories);
  }

  /** What one member was given: points by kind, in the kind's unit, and messages by their names. */
  record Given(List<One> all) {
    record One(LocalDate day, String kind, long units) {}

    SortedMap<String, Long> from(LocalDate day) {
      SortedMap<String, Long> sums = new TreeMap<>();
      for (One one : all)
        if (!one.day().isBefore(day)) sums.merge(one.kind(), one.units(), Math::addExact);
      return sums;
    }
  }

  /**
   * What each member would have been given by a revision from the beginning on. Budgets count as if
   * there were no other members; where segments ask for fifths of the population, that is these
   * members, counted at the start of each month.
   */
  List<Given> by(Revision revision) {
    Fold fold = new Fold(revision);
    if (!revision.rfm().isEmpty()) fold = fold.under(population(fold));
    BudgetsInMemory budgets = new BudgetsInMemory();
    List<Given> all = new ArrayList<>();
    for (List<Event> history : histories) all.add(given(fold, budgets, history));
    return all;
  }

  private Population population(Fold fold) {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (List<Event> history : histories)
      if (!history.isEmpty()) {
        if (history.getFirst().occurredAt().isBefore(first))
          first = history.getFirst().occurredAt();
        if (history.getLast().occurredAt().isAfter(last)) last = history.getLast().occurredAt();
      }
    if (last.isBefore(first)) return Population.UNKNOWN;
    CountedMonths months = new CountedMonths(fold.decider().revision(), first, last);
    do
      for (List<Event> history : histories)
        if (!history.isEmpty()) count(fold, history, months.member());
    while (months.endPass());
    return months;
  }

  /** What is given and used of budgets has no part in what a member bought. */
  private static void count(Fold fold, List<Event> history, CountedMonths.Member member) {
    MemberState state = fold.begin(history.getFirst().member());
    BudgetsInMemory budgets = new BudgetsInMemory();
    Remembered known = new Remembered(budgets, fold.decider().revision(), _ -> true);
    for (Event event : history) {
      member.upTo(event.occurredAt(), state);
      try {
        state = fold.fold(state, event, known, known::add);
      } catch (ArithmeticException beyond) {
        // Then it is refused, and counts nothing.
      }
    }
    member.end(state);
  }

  private static Given given(Fold fold, BudgetsInMemory budgets, List<Event> history) {
    List<Given.One> all = new ArrayList<>();
    if (history.isEmpty()) return new Given(all);
    MemberState state = fold.begin(history.getFirst().member());
    Remembered known = new Remembered(budgets, fold.decider().revision(), _ -> true);
    for (Event event : history) {
      List<Decision> decisions = new ArrayList<>();
      try {
        state =
            fold.fold(
                state,
                event,
                known,
                decision -> {
                  decisions.add(decision);
                  budgets.add(decision);
                });
        known.add(decisions.getLast());
      } catch (ArithmeticException beyond) {
        // Then it is refused, and gives nothing.
        decisions.forEach(budgets::takeBack);
        decisions.clear();
      }
      for (Decision decision : decisions) add(fold, decision, all);
    }
    return new Given(all);
  }

  private static void add(Fold fold, Decision decision, List<Given.One> to) {
    LocalDate day = decision.asOf().atZone(fold.decider().revision().zone()).toLocalDate();
    // What another got by a referral counts with what gave it, as it would have been given then.
    for (OtherShare share : decision.others())
      if (share.isOfPoints()) to.add(new Given.One(day, share.kind(), share.units()));
    if (decision.event().body() instanceof Event.Body.ReferralReward) return;
    for (Posting posting : decision.postings())
      if (posting.from() == Posting.Account.ISSUED)
        to.add(new Given.One(day, posting.kind(), posting.units()));
    for (Outgoing message : decision.messages())
      to.add(new Given.One(day, MESSAGES + message.message(), 1));
  }
}
