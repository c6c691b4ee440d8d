package dev.laurel.engine.rehearsal;

import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.revision.Revision;
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
   * there were no other members.
   */
  List<Given> by(Revision revision) {
    Fold fold = new Fold(revision);
    BudgetsInMemory budgets = new BudgetsInMemory();
    List<Given> all = new ArrayList<>();
    for (List<Event> history : histories) all.add(given(fold, budgets, history));
    return all;
  }

  private static Given given(Fold fold, BudgetsInMemory budgets, List<Event> history) {
    List<Given.One> all = new ArrayList<>();
    if (history.isEmpty()) return new Given(all);
    MemberState state = fold.begin(history.getFirst().member());
    Remembered known = new Remembered(budgets, fold.decider().revision(), _ -> true);
    for (Event event : history) {
      List<Decision> decisions = new ArrayList<>();
      try {
        state = fold.fold(state, event, known, decisions::add);
        budgets.add(decisions.getLast());
        known.add(decisions.getLast());
      } catch (ArithmeticException beyond) {
        // Then it is refused, and gives nothing.
        decisions.clear();
      }
      for (Decision decision : decisions) add(fold, decision, all);
    }
    return new Given(all);
  }

  private static void add(Fold fold, Decision decision, List<Given.One> to) {
    LocalDate day = decision.asOf().atZone(fold.decider().revision().zone()).toLocalDate();
    for (Posting posting : decision.postings())
      if (posting.from() == Posting.Account.ISSUED)
        to.add(new Given.One(day, posting.kind(), posting.units()));
    for (Outgoing message : decision.messages())
      to.add(new Given.One(day, MESSAGES + message.message(), 1));
  }
}
