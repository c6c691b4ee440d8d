package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.Bought;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.ledger.LedgerInvariants;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.Revision;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Several members and their pools, whose events reach one another at once. After each of them the
 * ledgers hold, and nothing is on its way.
 */
final class Household {
  /** Far more than follows of anything that ends. */
  private static final int MOST_FOLLOWING = 500;

  private final Revision revision;
  private final Fold fold;
  private final Explanations explanations;
  private final Map<String, Account> accounts = new TreeMap<>();
  private int events;

  /** One of them, and all that was decided of it. */
  private final class Account {
    private MemberState state;
    private final LedgerInvariants ledger = new LedgerInvariants();
    private final Remembered remembered;
    private final List<Decision> decisions = new ArrayList<>();

    Account(String id) {
      state = fold.begin(id);
      ledger.begin(revision, state);
      remembered = new Remembered(new BudgetsInMemory(), revision, accounts::containsKey);
    }

    private void decided(Decision decision) {
      ledger.accept(decision);
      remembered.add(decision);
      decisions.add(decision);
    }
  }

  private Household(Revision revision) {
    this.revision = revision;
    this.fold = new Fold(revision);
    this.explanations = new Explanations(revision);
  }

  static Household of(String pack) {
    return new Household(
        Programmes.of("pack: {format: 1, id: club, version: 1.0.0, title: Club}\n" + pack));
  }

  private Account account(String id) {
    return accounts.computeIfAbsent(id, Account::new);
  }

  /** A purchase of so many euros; names the event by its number. */
  Decision buys(String at, String member, long euros) {
    return does(
        at,
        member,
        new Body.Purchase(euros * 100, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of()));
  }

  Decision joins(String at, String member, String pool) {
    return does(at, pool, new Body.PoolJoin(member));
  }

  Decision leaves(String at, String member, String pool) {
    return does(at, pool, new Body.PoolLeave(member));
  }

  Decision spends(String at, String member, String pool, long points) {
    return does(
        at, pool, new Body.Redemption("points", points, Optional.empty(), Optional.of(member)));
  }

  /**
   * Something happens, and all that follows from it; tells what was decided of the event itself.
   */
  Decision does(String at, String account, Body body) {
    return comes(new Event("till", String.valueOf(++events), account, instant(at), body));
  }

  /** The same of an event that has a name. */
  Decision comes(Event event) {
    Deque<Event> left = new ArrayDeque<>(List.of(event));
    Decision first = folded(left.remove(), left);
    for (int i = 0; !left.isEmpty(); i++) {
      assertThat(i).as("what follows of it, and has no end").isLessThan(MOST_FOLLOWING);
      folded(left.remove(), left);
    }
    nothingIsOnItsWay();
    return first;
  }

  private Decision folded(Event event, Deque<Event> left) {
    Account account = account(event.member());
    int before = account.decisions.size();
    account.state = fold.fold(account.state, event, knowing(account), account::decided);
    account
        .decisions
        .subList(before, account.decisions.size())
        .forEach(each -> left.addAll(each.sent()));
    return account.decisions.getLast();
  }

  /** Time passes for everybody up to and at this local time. */
  void passes(String until) {
    Deque<Event> left = new ArrayDeque<>();
    for (Account account : List.copyOf(accounts.values())) {
      int before = account.decisions.size();
      account.state = fold.passTime(account.state, instant(until), account::decided);
      account
          .decisions
          .subList(before, account.decisions.size())
          .forEach(each -> left.addAll(each.sent()));
    }
    while (!left.isEmpty()) folded(left.remove(), left);
    nothingIsOnItsWay();
  }

  private void nothingIsOnItsWay() {
    for (var kind : revision.pack().programme().pointKinds()) {
      long between = 0;
      for (Account account : accounts.values()) {
        Purse purse = account.state.purse(kind.id()).orElseThrow();
        between += purse.exchange().given() - purse.exchange().received();
      }
      assertThat(between).as("%s on their way", kind.id()).isZero();
    }
  }

  private Grants knowing(Account account) {
    return new Grants() {
      @Override
      public Grant take(BudgetPlan budget, Event event, long wanted) {
        return account.remembered.take(budget, event, wanted);
      }

      @Override
      public boolean isMember(String member) {
        return accounts.containsKey(member);
      }

      @Override
      public Optional<Given.By> by(String member) {
        return Optional.ofNullable(accounts.get(member))
            .map(known ->
                new Given.By(
                    known.state.pooling().in(),
                    new TreeSet<>(
                        known.state.standings().stream()
                            .map(MemberState.Standing::tier)
                            .toList())));
      }

      @Override
      public Optional<Bought> bought(Event returning, String of) {
        return account.remembered.bought(returning, of);
      }
    };
  }

  private Instant instant(String at) {
    return LocalDateTime.parse(at).atZone(revision.zone()).toInstant();
  }

  MemberState state(String account) {
    return account(account).state;
  }

  Purse points(String account) {
    return state(account).purse("points").orElseThrow();
  }

  long available(String account) {
    return points(account).available();
  }

  /** What was decided last of a member or a pool. */
  Decision last(String account) {
    return account(account).decisions.getLast();
  }

  List<Decision> decisions(String account) {
    return List.copyOf(account(account).decisions);
  }

  String heading(Decision decision) {
    return Explanations.english().say(explanations.heading(decision));
  }

  List<String> why(Decision decision) {
    return why(decision, "en");
  }

  List<String> why(Decision decision, String language) {
    var speaker = Explanations.speaker(language).orElseThrow();
    return explanations.why(decision).stream().map(speaker::say).toList();
  }
}
