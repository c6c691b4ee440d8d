package dev.laurel.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Grants.Grant;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Budgets granted in shares: never more than there is, and nothing of it is lost. */
class BudgetsTest {
  private final Processes all = new Processes();

  private static Grant take(Budgets process, String event, long wanted) {
    return Processes.take(process, event, wanted);
  }

  /** Whatever was left behind is given back, and all adds up. */
  private void adds() {
    all.passes(Duration.ofMinutes(7));
    try (Budgets last = all.process()) {
      last.tend();
    }
    assertThat(all.used()).as("used").isLessThanOrEqualTo(1_000);
    assertThat(all.shares()).as("shares").isEmpty();
    assertThat(all.left() + all.used()).as("left and used").isEqualTo(1_000);
  }

  @Test
  void most_grants_do_not_touch_the_budget_itself() {
    Budgets process = all.process();
    for (int i = 0; i < 31; i++) {
      Grant grant = take(process, "e" + i, 1);
      assertThat(grant.amount()).isEqualTo(1);
      all.decides(process, "e" + i, grant, 1);
    }
    assertThat(all.store.find(Processes.PLAN.key()).orElseThrow().version()).isOne();
    assertThat(all.shares()).containsExactly(31L);
    Grant next = take(process, "next", 1);
    assertThat(next.share()).isEqualTo(2);
    process.close();
    assertThat(all.left()).as("the next one is not decided yet").isEqualTo(968);
    all.decides("next", next, 1);
    adds();
  }

  @Test
  void what_was_granted_but_not_used_is_granted_again() {
    Budgets process = all.process();
    Grant grant = take(process, "a", 1_000);
    assertThat(grant.amount()).isEqualTo(1_000);
    assertThat(take(process, "b", 5).amount()).isZero();
    all.decides(process, "a", grant, 400);
    Grant rest = take(process, "c", 5_000);
    assertThat(rest.amount()).isEqualTo(600);
    all.decides(process, "c", rest, 600);
    process.close();
    adds();
    assertThat(all.used()).isEqualTo(1_000);
  }

  @Test
  void an_event_that_is_decided_again_is_granted_from_what_was_set_aside_for_it() {
    Budgets process = all.process();
    assertThat(take(process, "a", 10)).isEqualTo(new Grant(10, 1));
    assertThat(take(process, "a", 7)).isEqualTo(new Grant(7, 1));
    assertThat(take(process, "a", 25)).isEqualTo(new Grant(25, 1));
    Grant more = take(process, "a", 100);
    assertThat(more).isEqualTo(new Grant(100, 2));
    all.decides(process, "a", more, 100);
    process.close();
    assertThat(all.shares()).isEmpty();
    adds();
  }

  @Test
  void a_share_that_is_not_used_is_given_back_and_one_that_is_in_use_is_kept() {
    Budgets idle = all.process();
    Budgets busy = all.process();
    all.decides(idle, "a", take(idle, "a", 1), 1);
    for (int i = 0; i < 5; i++) {
      all.decides(busy, "b" + i, take(busy, "b" + i, 1), 1);
      all.passes(Duration.ofSeconds(25));
      idle.tend();
      busy.tend();
    }
    assertThat(all.shares()).as("that of the busy one").containsExactly(30L);
    busy.close();
    adds();
  }

  @Test
  void what_a_process_leaves_behind_is_given_back_when_its_events_are_decided() {
    Budgets gone = all.process();
    all.decides("a", take(gone, "a", 10), 10);
    Grant open = take(gone, "b", 5);
    Budgets other = all.process();
    all.passes(Duration.ofMinutes(5));
    other.tend();
    assertThat(all.shares()).as("it may live").containsExactly(31L);
    all.passes(Duration.ofMinutes(5));
    other.tend();
    assertThat(all.shares()).as("an event is not decided").containsExactly(31L);
    // The other process decides it, from a share of its own.
    Grant again = take(other, "b", 5);
    assertThat(again.share()).isNotEqualTo(open.share());
    all.decides(other, "b", again, 5);
    other.tend();
    other.close();
    assertThat(all.left()).isEqualTo(985);
    adds();
  }

  @Test
  void a_process_that_stood_still_grants_nothing_from_what_was_taken_for_left_behind() {
    Budgets still = all.process();
    all.decides(still, "a", take(still, "a", 10), 10);
    all.passes(Duration.ofMinutes(10));
    Budgets other = all.process();
    other.tend();
    assertThat(all.shares()).isEmpty();
    Grant all990 = take(other, "b", 990);
    all.decides(other, "b", all990, 990);
    assertThat(take(still, "c", 1).amount()).isZero();
    adds();
  }

  @Test
  void a_note_that_comes_after_the_share_was_given_back_grants_nothing() {
    Budgets other = all.process();
    boolean[] stood = {false};
    Budgets still =
        all.process(store ->
            instead(
                store,
                (name, call) -> {
                  if (name.equals("note") && !stood[0]) {
                    stood[0] = true;
                    all.passes(Duration.ofMinutes(10));
                    other.tend();
                    assertThat(all.shares()).isEmpty();
                    all.decides(other, "b", take(other, "b", 1_000), 1_000);
                  }
                  return call.call();
                }));
    assertThat(take(still, "a", 10).amount()).isZero();
    adds();
  }

  @Test
  void a_later_revision_changes_the_total_once_and_an_earlier_one_never() {
    Budgets process = all.process();
    all.decides(process, "a", take(process, "a", 1_000), 1_000);
    assertThat(take(process, "b", 5).amount()).isZero();
    Grant more = Processes.take(process, Processes.plan(1_500), 2, "c", 2_000);
    assertThat(more.amount()).isEqualTo(500);
    Budgets other = all.process();
    assertThat(Processes.take(other, Processes.plan(1_500), 2, "d", 5).amount()).isZero();
    assertThat(Processes.take(other, Processes.plan(9_000), 1, "e", 5).amount()).isZero();
    all.decides(process, "c", more, 500);
    assertThat(Processes.take(other, Processes.plan(1_200), 3, "f", 5).amount()).isZero();
    assertThat(all.used()).isEqualTo(1_500);
  }

  /** Grants until the budget is used up, whatever the store does. */
  private int spends(Budgets process) {
    int failures = 0;
    for (int i = 0; i < 30; i++) {
      try {
        Grant grant = take(process, "e" + i, 50);
        all.decides(process, "e" + i, grant, Math.min(45, grant.amount()));
      } catch (IllegalStateException unreachable) {
        failures++;
      }
      all.passes(Duration.ofSeconds(10));
      if (i % 5 == 4)
        try {
          process.tend();
        } catch (IllegalStateException unreachable) {
          failures++;
        }
    }
    return failures;
  }

  /** A store whose nth call fails before it is done, or after. */
  private static UnaryOperator<BudgetStore> failing(int nth, boolean done) {
    AtomicInteger calls = new AtomicInteger();
    return store ->
        instead(
            store,
            (name, call) -> {
              if (calls.getAndIncrement() != nth) return call.call();
              if (done) call.call();
              throw new IllegalStateException("unreachable");
            });
  }

  @Test
  void whichever_call_of_the_store_fails_nothing_is_overspent_or_lost() {
    int failures = 1;
    int nth = 0;
    for (; failures > 0; nth++) {
      failures = 0;
      for (boolean done : new boolean[] {false, true}) {
        BudgetsTest fresh = new BudgetsTest();
        failures += fresh.spends(fresh.all.process(failing(nth, done)));
        // An event whose grant failed is decided without one.
        for (int i = 0; i < 30; i++) fresh.all.decides("e" + i, Grant.NOTHING, 0);
        fresh.adds();
      }
    }
    assertThat(nth).as("calls").isGreaterThan(60);
  }

  private void races(UnaryOperator<BudgetStore> flaw) throws Exception {
    List<Budgets> processes = List.of(all.process(flaw), all.process(flaw));
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int own = thread;
        running.add(
            threads.submit(() -> {
              Budgets process = processes.get(own % 2);
              for (int i = 0; i < 60; i++) {
                String event = own + "/" + i;
                Grant grant = take(process, event, 1 + i % 7);
                all.decides(process, event, grant, Math.max(0, grant.amount() - i % 2));
              }
            }));
      }
      for (var each : running) each.get();
    }
    processes.forEach(Budgets::close);
    assertThat(all.shares()).isEmpty();
    adds();
  }

  @Test
  void many_who_grant_at_once_grant_no_more_than_there_is() throws Exception {
    races(store -> store);
    assertThat(all.used()).as("nearly all").isGreaterThan(900);
  }

  private interface Call {
    Object call() throws Throwable;
  }

  private interface Instead {
    Object of(String name, Call call) throws Throwable;
  }

  private static BudgetStore instead(BudgetStore store, Instead instead) {
    return (BudgetStore)
        Proxy.newProxyInstance(
            BudgetStore.class.getClassLoader(),
            new Class<?>[] {BudgetStore.class},
            (_, method, args) ->
                instead.of(
                    method.getName(),
                    () -> {
                      try {
                        return method.invoke(store, args);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      }
                    }));
  }
}
