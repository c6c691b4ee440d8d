package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.LedgerEntry;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.Exchange;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.rules.language.PointKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
   * of its decisions; each balance is what the ledger adds up to.
   */
  public void holds(Stores stores, EventForm form, Iterable<Event> events) {
    Map<String, Event> byKey = new HashMap<>();
    for (Event event : events) byKey.put(EventKey.of(event), event);
    assertThat(stores.events().open("", ALL)).as("open events").isEmpty();
    assertThat(stores.members().undrained("", ALL)).as("undrained members").isEmpty();
    Map<String, Long> decided = new HashMap<>();
    for (MemberRecord record : stores.members().page("", ALL)) {
      List<Applied> applied = stores.decisions().ofMember(record.member(), 0, ALL);
      MemberState state = fold.begin(record.member());
      long place = 0;
      for (Applied one : applied) {
        assertThat(one.place()).as("place of %s", one.key()).isEqualTo(++place);
        decided.merge(one.key(), 1L, Long::sum);
        StoredDecision stored = reader.read(one.decision());
        var claim = stores.events().find(one.key());
        state = fold.passTime(state, stored.asOf(), d -> {});
        if (claim.isPresent())
          state = again(state, form.read(claim.get().event()), stored, one.decision());
      }
      state = fold.passTime(state, record.state().asOf(), d -> {});
      assertThat(place).as("places of %s", record.member()).isEqualTo(record.places());
      assertThat(record.state().purses()).as(record.member()).isEqualTo(state.purses());
      assertThat(record.state().standings()).as(record.member()).isEqualTo(state.standings());
      balances(record, applied);
    }
    byKey.keySet().forEach(key -> assertThat(decided).as("decided").containsEntry(key, 1L));
  }

  /** Decides an event once more with what it was given. */
  private MemberState again(MemberState state, Event event, StoredDecision stored, byte[] written) {
    Decision decision = fold.decider().decide(state, event, stored.asOf(), stored.given());
    JsonWriter to = new JsonWriter();
    json.write(decision, to);
    assertThat(to.toBytes()).as("decided again").isEqualTo(written);
    return decision.after();
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
