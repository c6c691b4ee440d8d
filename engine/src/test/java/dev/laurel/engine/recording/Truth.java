package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Bought;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.LedgerEntry;
import dev.laurel.engine.decision.OtherShare;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.decision.Remembered;
import dev.laurel.engine.decision.Stood;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.Exchange;
import dev.laurel.engine.member.Holdings.Entitlement;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.rules.language.PointKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds stores to what must be true of them once all is recorded and drained. */
public final class Truth {
  private static final int ALL = 1_000_000;

  private final Fold fold;
  private final DecisionReader reader;
  private final DecisionJson json;

  public Truth(Fold fold) {
    this.fold = fold;
    this.reader = DecisionReader.of(fold.decider().revision());
    this.json = DecisionJson.of(EventTerms.of(fold.decider().revision().pack()));
  }

  /**
   * All of these events are recorded, each once; each member is the fold of its events in the order
   * of their time, whatever the order in which they came; what stands of each event is what that
   * fold says; each balance is what the ledger adds up to.
   */
  public void holds(Stores stores, EventForm form, Iterable<Event> events) {
    assertThat(stores.events().open("", ALL)).as("open events").isEmpty();
    assertThat(stores.members().undrained("", ALL)).as("undrained members").isEmpty();
    Map<String, Long> decided = new HashMap<>();
    for (MemberRecord record : stores.members().page("", ALL)) {
      List<Applied> applied = stores.decisions().ofMember(record.member(), 0, ALL);
      assertThat(record.redo()).as("left to be decided anew").isEmpty();
      long place = 0;
      for (Applied one : applied) {
        assertThat(one.place()).as("place of %s", one.key()).isEqualTo(++place);
        decided.merge(one.key(), 1L, Long::sum);
      }
      assertThat(place).as("places of %s", record.member()).isEqualTo(record.places());
      MemberState state = folded(stores, form, applied, record.member(), record.state().asOf());
      assertThat(record.state()).as(record.member()).isEqualTo(state);
      balances(record, applied);
    }
    for (Event event : events)
      assertThat(decided).as("decided").containsEntry(EventKey.of(event), 1L);
  }

  /** All events in the order of their time; what was told outside stays told. */
  private MemberState folded(
      Stores stores, EventForm form, List<Applied> applied, String member, Instant until) {
    Map<String, Stood> stood = new LinkedHashMap<>();
    Map<String, byte[]> written = new HashMap<>();
    List<Event> events = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    for (Applied one : applied) {
      StoredDecision decision = reader.read(one.decision());
      List<Posting> postings = entries(one).stream().map(LedgerEntry::posting).toList();
      String key = EventKey.first(one.key());
      if (key.equals(one.key())) {
        times.add(decision.occurredAt());
        stood.put(key, Stood.of(decision, postings));
        written.put(key, one.decision());
        stores.events().find(key).map(claim -> form.read(claim.event())).ifPresent(events::add);
      } else stood.computeIfPresent(key, (_, before) -> before.then(decision, postings));
    }
    // What falls due has its place in that order too: an event before it that came later is late.
    boolean inOrder =
        events.equals(events.stream().sorted(Event.ORDER).toList())
            && times.equals(times.stream().sorted().toList());
    events.sort(Event.ORDER);
    Remembered remembered = new Remembered();
    Map<String, Stood> left = new LinkedHashMap<>(stood);
    MemberState state = fold.begin(member);
    for (Event event : events) {
      Optional<Stood> before = Optional.ofNullable(stood.get(EventKey.of(event)));
      Grants own = new Again(before, Grants.NONE, remembered);
      Grants grants = byEvent(event, own, ofTime(stood, remembered), !inOrder);
      state =
          fold.fold(
              state,
              event,
              grants,
              decision -> {
                remembered.add(decision);
                String key = EventKey.of(decision.event());
                Stood stands = left.remove(key);
                assertThat(stands).as("what stands of %s", key).isNotNull();
                assertThat(stands.corrected(decision, "")).as(key).isEmpty();
                if (inOrder) assertThat(bytes(decision)).isEqualTo(written.get(key));
              });
    }
    state =
        fold.passTime(
            state, until, ofTime(stood, remembered), d -> left.remove(EventKey.of(d.event())));
    left.values().removeIf(each -> each.isUndone());
    left.values().removeIf(each -> Event.Body.Due.isType(each.latest().type()));
    assertThat(left).as("what stands of nothing").isEmpty();
    return state;
  }

  private static Grants ofTime(Map<String, Stood> stood, Remembered remembered) {
    return Grants.each(event ->
        new Again(Optional.ofNullable(stood.get(EventKey.of(event))), Grants.NONE, remembered));
  }

  /**
   * What an event was given, and what time before it was.
   *
   * @param anew whether anything was decided anew
   */
  private static Grants byEvent(Event of, Grants own, Grants time, boolean anew) {
    return new Grants() {
      private Grants to(Event event) {
        return event.equals(of) ? own : time;
      }

      @Override
      public Grant take(BudgetPlan budget, Event event, long wanted) {
        return to(event).take(budget, event, wanted);
      }

      @Override
      public List<String> codes(BenefitPlan benefit, Event event, int count) {
        return to(event).codes(benefit, event, count);
      }

      @Override
      public Optional<Given.Code> code(String code, Event event) {
        return to(event).code(code, event);
      }

      @Override
      public boolean isMember(String member) {
        return own.isMember(member);
      }

      @Override
      public Optional<Given.By> by(String member) {
        return own.by(member);
      }

      @Override
      public Optional<Bought> bought(Event returning, String name) {
        return own.bought(returning, name);
      }

      @Override
      public Optional<Given.Effect> effect(Event event) {
        return anew ? own.effect(event) : Optional.empty();
      }
    };
  }

  private byte[] bytes(Decision decision) {
    JsonWriter to = new JsonWriter();
    json.write(decision, to);
    return to.toBytes();
  }

  /** What members gave has arrived, each gift once, and nothing of it is on its way. */
  public void holdsOfGifts(Stores stores) {
    for (PointKind kind : fold.decider().revision().pack().programme().pointKinds()) {
      long given = 0;
      long received = 0;
      for (MemberRecord record : stores.members().page("", ALL)) {
        Exchange exchange = record.state().purse(kind.id()).orElseThrow().exchange();
        given += exchange.given();
        received += exchange.received();
      }
      assertThat(received).as("received of %s", kind.id()).isEqualTo(given).isPositive();
    }
  }

  /** What members gave the other side of referrals is what came there, each part once. */
  public void holdsOfReferrals(Stores stores, EventForm form) {
    Map<String, Long> given = new HashMap<>();
    Map<String, Long> came = new HashMap<>();
    for (MemberRecord record : stores.members().page("", ALL))
      for (Applied one : stores.decisions().ofMember(record.member(), 0, ALL)) {
        for (OtherShare share : reader.read(one.decision()).others())
          given.merge(
              share.member() + share.rule() + share.kind() + share.benefit(),
              share.units(),
              Long::sum);
        if (!one.key().equals(EventKey.first(one.key()))) continue;
        stores
            .events()
            .find(one.key())
            .map(claim -> form.read(claim.event()).body())
            .filter(Event.Body.ReferralReward.class::isInstance)
            .map(Event.Body.ReferralReward.class::cast)
            .ifPresent(reward ->
                reward
                    .parts()
                    .forEach(part ->
                        came.merge(
                            record.member() + part.rule() + part.kind() + part.benefit(),
                            part.units(),
                            Long::sum)));
      }
    given.values().removeIf(units -> units == 0);
    came.values().removeIf(units -> units == 0);
    assertThat(came).as("what came by referrals").isEqualTo(given).isNotEmpty();
  }

  /** No two of all that members have or had are the same, and each one is kept as given out. */
  public void holdsOfCodes(Stores of) {
    Map<String, String> owners = new HashMap<>();
    for (MemberRecord record : of.members().page("", ALL))
      for (Applied one : of.decisions().ofMember(record.member(), 0, ALL))
        DecisionReader.givenOf(one.decision())
            .codes()
            .values()
            .forEach(codes -> {
              for (String code : codes) {
                assertThat(owners.put(code, one.key())).as(code).isNull();
                assertThat(of.codes().find(code).orElseThrow().member()).isEqualTo(record.member());
              }
            });
    for (MemberRecord record : of.members().page("", ALL))
      for (Entitlement each : record.state().holdings().entitlements())
        assertThat(owners).containsKey(each.code().orElseThrow());
    assertThat(owners).isNotEmpty();
  }

  /**
   * Whoever a pool has knows it, and the other way round; no pool has more members than it may, and
   * no member of one anything to spend.
   */
  public void holdsOfPools(Stores stores, int most) {
    Map<String, MemberState> states = new HashMap<>();
    for (MemberRecord record : stores.members().page("", ALL))
      states.put(record.member(), record.state());
    assertThat(states.values()).anyMatch(state -> !state.pooling().members().isEmpty());
    for (MemberState state : states.values()) {
      assertThat(state.pooling().members()).as(state.member()).hasSizeLessThanOrEqualTo(most);
      for (String member : state.pooling().members().keySet())
        assertThat(states.get(member).pooling().in()).as(member).contains(state.member());
      if (state.pooling().in().isEmpty()) continue;
      String pool = state.pooling().in().get();
      assertThat(states.get(pool).pooling().members()).as(pool).containsKey(state.member());
      for (Purse purse : state.purses())
        assertThat(purse.available()).as("of %s", state.member()).isNotPositive();
    }
  }

  /** Each message that a decision made is kept, once, and no other. */
  public void holdsOfMessages(Stores stores) {
    long all = 0;
    for (MemberRecord record : stores.members().page("", ALL)) {
      List<String> made =
          stores.decisions().ofMember(record.member(), 0, ALL).stream()
              .flatMap(one -> reader.read(one.decision()).messages().stream())
              .map(Outgoing::id)
              .toList();
      assertThat(made).as("messages to %s", record.member()).doesNotHaveDuplicates();
      assertThat(stores.messages().ofMember(record.member(), ALL))
          .as("kept for %s", record.member())
          .extracting(MessageRecord::id)
          .containsExactlyInAnyOrderElementsOf(made);
      all += made.size();
    }
    assertThat(all).as("messages").isPositive();
  }

  /** Of each budget no more is used than there is, and nothing of it is lost. */
  public void holdsOfBudgets(Stores stores) {
    for (BudgetPlan plan : fold.decider().revision().budgets().values()) {
      long used = used(stores, plan.key());
      assertThat(used).as("used of %s", plan.key()).isLessThanOrEqualTo(plan.total());
      long left =
          stores
              .budgets()
              .find(plan.key())
              .map(record -> {
                assertThat(record.shares()).as("shares of %s", plan.key()).isEmpty();
                return record.left();
              })
              .orElse(plan.total());
      assertThat(left + used).as("all of %s", plan.key()).isEqualTo(plan.total());
    }
  }

  /** What all decisions together have used of a budget. */
  public static long used(Stores stores, String key) {
    return stores.members().page("", ALL).stream()
        .flatMap(record -> stores.decisions().ofMember(record.member(), 0, ALL).stream())
        .mapToLong(one -> DecisionReader.givenOf(one.decision()).used().getOrDefault(key, 0L))
        .sum();
  }

  private void balances(MemberRecord record, List<Applied> applied) {
    Map<String, Map<Account, Long>> accounts = new HashMap<>();
    for (Applied one : applied)
      for (LedgerEntry entry : entries(one)) {
        Map<Account, Long> of =
            accounts.computeIfAbsent(entry.posting().kind(), k -> new HashMap<>());
        of.merge(entry.posting().from(), -entry.posting().units(), Long::sum);
        of.merge(entry.posting().to(), entry.posting().units(), Long::sum);
      }
    for (Purse purse : record.state().purses()) {
      Map<Account, Long> of = accounts.getOrDefault(purse.kind(), Map.of());
      assertThat(of.getOrDefault(Account.AVAILABLE, 0L)).isEqualTo(purse.available());
      assertThat(of.getOrDefault(Account.PENDING, 0L)).isEqualTo(purse.pending());
      assertThat(of.getOrDefault(Account.RESERVED, 0L)).isEqualTo(purse.reservedUnits());
      assertThat(of.getOrDefault(Account.REDEEMED, 0L)).isEqualTo(purse.redeemed());
      assertThat(of.getOrDefault(Account.EXPIRED, 0L)).isEqualTo(purse.expired());
      assertThat(of.getOrDefault(Account.FEE, 0L)).isEqualTo(purse.exchange().fees());
      assertThat(of.getOrDefault(Account.TRANSFERRED, 0L))
          .isEqualTo(purse.exchange().given() - purse.exchange().received());
    }
  }

  private List<LedgerEntry> entries(Applied applied) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (byte[] entry : applied.entries()) entries.add(reader.readEntry(entry));
    return entries;
  }
}
