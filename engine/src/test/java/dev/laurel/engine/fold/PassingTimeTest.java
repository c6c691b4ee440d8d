package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.random.Case;
import dev.laurel.engine.random.RandomCases;
import dev.laurel.engine.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What time alone brings about does not depend on when somebody looks. */
class PassingTimeTest {
  @Property
  void whoever_looks_in_between_changes_nothing(
      @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 5) int looks) {
    RandomCases cases = RandomCases.of(seed);
    Fold fold = new Fold(Revision.of(cases.pack(), "d"));
    Case example = cases.member(0);
    List<Decision> once = new ArrayList<>();
    MemberState after = fold.begin("m");
    BudgetsInMemory budgets = new BudgetsInMemory(example.used());
    Remembered known = new Remembered(budgets, fold.decider().revision());
    for (var event : example.events())
      after = fold.fold(after, event, known, d -> add(d, budgets, known, once));
    after = fold.passTime(after, example.end(), known, d -> add(d, budgets, known, once));

    Random random = new Random(seed);
    List<Decision> looked = new ArrayList<>();
    MemberState state = fold.begin("m");
    BudgetsInMemory again = new BudgetsInMemory(example.used());
    Remembered anew = new Remembered(again, fold.decider().revision());
    for (var event : example.events()) {
      state =
          look(
              fold,
              state,
              event.occurredAt(),
              looks,
              random,
              anew,
              d -> add(d, again, anew, looked));
      state = fold.fold(state, event, anew, d -> add(d, again, anew, looked));
    }
    state = look(fold, state, example.end(), looks, random, anew, d -> add(d, again, anew, looked));
    state = fold.passTime(state, example.end(), anew, d -> add(d, again, anew, looked));

    assertThat(looked.stream().map(PassingTimeTest::told).toList())
        .isEqualTo(once.stream().map(PassingTimeTest::told).toList());
    assertThat(state.purses()).isEqualTo(after.purses());
    assertThat(state.standings()).isEqualTo(after.standings());
    assertThat(state.tallies()).isEqualTo(after.tallies());
  }

  private static void add(
      Decision decision, BudgetsInMemory budgets, Remembered known, List<Decision> to) {
    budgets.add(decision);
    known.add(decision);
    to.add(decision);
  }

  /** Lets time pass to a few instants before this one, one after the other. */
  private static MemberState look(
      Fold fold,
      MemberState from,
      Instant to,
      int looks,
      Random random,
      Remembered known,
      Consumer<Decision> told) {
    MemberState state = from;
    if (state.version() == 0) return state;
    for (int i = 0; i < looks; i++) {
      long left = to.toEpochMilli() - state.asOf().toEpochMilli();
      if (left <= 0) return state;
      Instant at = state.asOf().plusMillis(random.nextLong(left + 1));
      state = fold.passTime(state, at, known, told);
    }
    return state;
  }

  private static String told(Decision decision) {
    return decision.event() + " " + decision.postings() + " " + decision.moves();
  }
}
