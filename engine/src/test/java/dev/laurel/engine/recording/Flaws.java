package dev.laurel.engine.recording;

import dev.laurel.engine.budget.BudgetRecord;
import dev.laurel.engine.budget.BudgetStore;
import dev.laurel.engine.code.CodeStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stores that lack one of the means by which an event counts once. */
final class Flaws {
  private Flaws() {}

  /** Whatever comes is taken for new, and nothing is kept of it. */
  static Stores withoutClaims(Stores stores) {
    EventStore events =
        replaced(
            EventStore.class,
            stores.events(),
            (name, args, real) -> name.equals("claim") ? Map.of() : real.call());
    return new Stores(
        events,
        stores.members(),
        stores.decisions(),
        stores.leases(),
        stores.budgets(),
        stores.codes(),
        stores.messages());
  }

  /** An outbox is emptied before it is written. */
  static Stores drainingBackwards(Stores stores) {
    DecisionStore decisions =
        replaced(
            DecisionStore.class,
            stores.decisions(),
            (name, args, real) -> {
              if (name.equals("write"))
                for (Object one : (Iterable<?>) args[0]) {
                  String member = ((Applied) one).member();
                  stores
                      .members()
                      .find(member)
                      .ifPresent(r -> stores.members().drained(Map.of(member, r.version())));
                }
              return real.call();
            });
    return new Stores(
        stores.events(),
        stores.members(),
        decisions,
        stores.leases(),
        stores.budgets(),
        stores.codes(),
        stores.messages());
  }

  /** Whether an event was decided before is not asked. */
  static Stores forgettingWhatIsKnown(Stores stores) {
    DecisionStore decisions =
        replaced(
            DecisionStore.class,
            stores.decisions(),
            (name, args, real) -> name.equals("known") ? Set.of() : real.call());
    return new Stores(
        stores.events(),
        stores.members(),
        decisions,
        stores.leases(),
        stores.budgets(),
        stores.codes(),
        stores.messages());
  }

  /** The first decision is not written, for a reason that nobody foresaw. */
  static Stores failingOnce(Stores stores) {
    AtomicBoolean failed = new AtomicBoolean();
    DecisionStore decisions =
        replaced(
            DecisionStore.class,
            stores.decisions(),
            (name, args, real) -> {
              if (name.equals("write") && !failed.getAndSet(true))
                throw new IllegalStateException("unforeseen");
              return real.call();
            });
    return new Stores(
        stores.events(),
        stores.members(),
        decisions,
        stores.leases(),
        stores.budgets(),
        stores.codes(),
        stores.messages());
  }

  /** A record takes the place of whatever is there. */
  static Stores withoutCompareAndSet(Stores stores) {
    MemberStore members =
        replaced(
            MemberStore.class,
            stores.members(),
            (name, args, real) -> {
              switch (name) {
                case "put" -> putBlindly(stores.members(), (MemberRecord) args[0]);
                case "putAll" -> {
                  for (Object record : (Collection<?>) args[0])
                    putBlindly(stores.members(), (MemberRecord) record);
                }
                default -> {
                  return real.call();
                }
              }
              return true;
            });
    return new Stores(
        stores.events(),
        members,
        stores.decisions(),
        stores.leases(),
        stores.budgets(),
        stores.codes(),
        stores.messages());
  }

  private static void putBlindly(MemberStore members, MemberRecord record) {
    long version = record.version();
    while (!members.put(
        new MemberRecord(
            record.member(),
            version,
            record.state(),
            record.places(),
            record.dueAt(),
            record.outbox(),
            record.redo()))) version = members.find(record.member()).orElseThrow().version() + 1;
  }

  /** It is not noted which events may use a share. */
  static Stores withoutNotes(Stores stores) {
    BudgetStore budgets =
        replaced(
            BudgetStore.class,
            stores.budgets(),
            (name, args, real) -> name.equals("note") ? null : real.call());
    return new Stores(
        stores.events(),
        stores.members(),
        stores.decisions(),
        stores.leases(),
        budgets,
        stores.codes(),
        stores.messages());
  }

  /** A budget takes the place of whatever is there. */
  static Stores takingSharesBlindly(Stores stores) {
    BudgetStore budgets =
        replaced(
            BudgetStore.class,
            stores.budgets(),
            (name, args, real) -> {
              if (!name.equals("put")) return real.call();
              while (!(boolean) real.call()) {
                BudgetRecord record = (BudgetRecord) args[0];
                args[0] =
                    new BudgetRecord(
                        record.key(),
                        stores.budgets().find(record.key()).orElseThrow().version() + 1,
                        record.revision(),
                        record.total(),
                        record.left(),
                        record.shares());
              }
              return true;
            });
    return new Stores(
        stores.events(),
        stores.members(),
        stores.decisions(),
        stores.leases(),
        budgets,
        stores.codes(),
        stores.messages());
  }

  private interface Call {
    Object call() throws Throwable;
  }

  private interface Instead {
    Object of(String name, Object[] args, Call real) throws Throwable;
  }

  private static <T> T replaced(Class<T> port, T store, Instead instead) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, args) ->
                instead.of(
                    method.getName(),
                    args,
                    () -> {
                      try {
                        return method.invoke(store, args);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      }
                    })));
  }

  /** Before anything that has this source is claimed, all outboxes are emptied. */
  static Stores emptyingBeforeClaiming(Stores stores, String source) {
    EventStore events =
        EventStore.class.cast(
            Proxy.newProxyInstance(
                EventStore.class.getClassLoader(),
                new Class<?>[] {EventStore.class},
                (_, method, args) -> {
                  if (method.getName().equals("claim")
                      && ((Iterable<?>) args[0]).iterator().hasNext()
                      && ((Claim) ((Iterable<?>) args[0]).iterator().next())
                          .key()
                          .startsWith(source))
                    for (MemberRecord record : stores.members().undrained("", 10_000))
                      stores.members().drained(Map.of(record.member(), record.version()));
                  try {
                    return method.invoke(stores.events(), args);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }));
    return new Stores(
        events,
        stores.members(),
        stores.decisions(),
        stores.leases(),
        stores.budgets(),
        stores.codes(),
        stores.messages());
  }

  /** The same with another store of codes. */
  static Stores withCodes(Stores stores, CodeStore codes) {
    return new Stores(
        stores.events(),
        stores.members(),
        stores.decisions(),
        stores.leases(),
        stores.budgets(),
        codes,
        stores.messages());
  }
}
