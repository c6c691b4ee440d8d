package dev.laurel.engine.recording;

import dev.laurel.engine.budget.BudgetStore;
import dev.laurel.engine.code.CodeStore;
import dev.laurel.engine.message.MessageStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stores under a process that dies at its nth call of them, either before the call is done or after
 * it was done but before its answer came. Thread-safe.
 */
final class DyingStores {
  /** The process is dead: whatever it still tries does nothing. */
  static final class Dead extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final AtomicInteger callsLeft;
  private final boolean done;

  private DyingStores(int calls, boolean done) {
    this.callsLeft = new AtomicInteger(calls);
    this.done = done;
  }

  /**
   * @param calls how many calls succeed
   * @param done whether the one after them is done
   */
  static Stores of(Stores stores, int calls, boolean done) {
    DyingStores dying = new DyingStores(calls, done);
    return new Stores(
        dying.of(EventStore.class, stores.events()),
        dying.of(MemberStore.class, stores.members()),
        dying.of(DecisionStore.class, stores.decisions()),
        dying.of(LeaseStore.class, stores.leases()),
        dying.of(BudgetStore.class, stores.budgets()),
        dying.of(CodeStore.class, stores.codes()),
        dying.of(MessageStore.class, stores.messages()));
  }

  private <T> T of(Class<T> port, T store) {
    Object dying =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, args) -> {
              int left = callsLeft.getAndDecrement();
              if (left < 0 || left == 0 && !done) throw new Dead();
              try {
                Object answer = method.invoke(store, args);
                if (left == 0) throw new Dead();
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return port.cast(dying);
  }
}
