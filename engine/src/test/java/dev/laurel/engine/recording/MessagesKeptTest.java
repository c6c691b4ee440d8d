package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.revision.Revision;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A message that was made is kept once, whatever dies when and whatever comes late. */
class MessagesKeptTest {
  private static final Revision REVISION =
      Programmes.of(
          Shop.changedText(
                      "metrics:", "returns: {from: [newest-lots, debt], metrics: true}\n  metrics:")
                  .replace(
                      "periods: [",
                      "periods: [{id: thisMonth, title: This month, is: calendar-month}, ")
              + """
                - id: words
                  title: Words
                  rules:
                    - id: thanks
                      title: Thanks
                      when: purchase.amount >= 10
                      then: [{type: send, message: thanks}]
                    - id: party
                      title: Party
                      on: birthday
                      when: metrics.spend < 500
                      then: [{type: send, message: party}]
                    - id: grand
                      title: Grand
                      when: purchase.amount >= 1000
                      then: [{type: send, message: party}]
                    - id: sorry
                      title: Sorry
                      on: return
                      then: [{type: send, message: party}]
              vocabulary:
                channels: [{id: e-mail, title: E-mail}]
                purposes: [{id: news, title: News}]
              messages:
                - id: thanks
                  title: Thanks
                  template: 'Thanks; you have {points}.'
                  channel: e-mail
                  purpose: news
                  limits: [{id: monthly, of: times, atMost: 2, over: month}]
                - id: party
                  title: Party
                  template: Hooray
                  channel: e-mail
                  purpose: news
                  limits: [{id: once, of: times, atMost: 1, over: thisMonth}]
              """);

  private static final Fold FOLD = new Fold(REVISION);
  private static final EventForm FORM = JsonEvents.of(EventTerms.of(REVISION.pack()));
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-04-01T09:00:00Z");

  private static Recorder recorder(Stores on) {
    return new Recorder(on, InForce.always(Timeline.of(FOLD)), FORM, () -> LATER, Shop.leases());
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private static Event purchase(String member, String id, int day, long euros) {
    return Shop.purchase(member, id, day(day), euros);
  }

  private static Event consents(String member, String id, int day) {
    return Shop.consent(member, id, day(day));
  }

  private static Event enrols(String member, String id) {
    return new Event(
        "app", id, member, START, new Body.Enrolment(Optional.of(MonthDay.of(3, 20)), Map.of()));
  }

  /** Two members who consent and buy. */
  private static List<Event> story() {
    List<Event> story = new ArrayList<>();
    for (String member : List.of("ann", "ben")) {
      story.add(enrols(member, member + 0));
      story.add(consents(member, member + 1, 1));
      for (int i = 2; i < 6; i++) story.add(purchase(member, member + i, i, 5 * i));
    }
    return story;
  }

  private static boolean send(Stores on, List<Event> story) {
    Recorder recorder = recorder(on);
    try {
      recorder.recover();
      for (int i = 0; i < story.size(); i += 3) recorder.record(story.subList(i, i + 3));
      recorder.passTime(LATER);
      recorder.recover();
      return true;
    } catch (DyingStores.Dead | IllegalStateException dead) {
      return false;
    }
  }

  private static List<String> kept(Stores of, String member) {
    return of.messages().ofMember(member, 100).stream()
        .map(each -> each.message().message() + " of " + each.event())
        .sorted()
        .toList();
  }

  private static List<String> due(String member) {
    return List.of(
        "party of time:%s:birthday:2026-03-20".formatted(member),
        "thanks of till:" + member + "2",
        "thanks of till:" + member + "3");
  }

  private static void sendThroughDeath(
      int calls, boolean done, UnaryOperator<Stores> flaw, Stores kept) {
    send(flaw.apply(DyingStores.of(kept, calls, done)), story());
    send(flaw.apply(DyingStores.of(kept, calls / 2, !done)), story());
    assertThat(send(flaw.apply(kept), story())).isTrue();
    for (String member : List.of("ann", "ben"))
      assertThat(kept(kept, member)).as("%s after %d", member, calls).isEqualTo(due(member));
  }

  private static int calls(UnaryOperator<Stores> flaw) {
    int calls = 1;
    while (!send(flaw.apply(DyingStores.of(new MemoryStores().stores(), calls, false)), story()))
      calls++;
    return calls;
  }

  @Test
  void wherever_a_process_dies_each_message_is_kept_once() {
    int calls = calls(UnaryOperator.identity());
    assertThat(calls).isGreaterThan(20);
    for (int at = 0; at < calls; at++)
      for (boolean done : new boolean[] {false, true})
        sendThroughDeath(at, done, UnaryOperator.identity(), new MemoryStores().stores());
  }

  /** That the test above can fail: where an outbox is emptied before, it does. */
  @Test
  void without_the_drains_order_a_message_would_be_lost() {
    UnaryOperator<Stores> flaw = MessagesKeptTest::emptyingBefore;
    int calls = calls(flaw);
    assertThatThrownBy(
            () -> {
              for (int at = 0; at < calls; at++)
                for (boolean done : new boolean[] {false, true})
                  sendThroughDeath(at, done, flaw, new MemoryStores().stores());
            })
        .isInstanceOf(AssertionError.class);
  }

  private static Stores emptyingBefore(Stores stores) {
    var messages = dev.laurel.engine.message.MessageStore.class;
    return new Stores(
        stores.events(),
        stores.members(),
        stores.decisions(),
        stores.leases(),
        stores.budgets(),
        stores.codes(),
        messages.cast(
            Proxy.newProxyInstance(
                messages.getClassLoader(),
                new Class<?>[] {messages},
                (_, method, args) -> {
                  if (method.getName().equals("add"))
                    for (MemberRecord record : stores.members().undrained("", 100))
                      stores.members().drained(Map.of(record.member(), record.version()));
                  try {
                    return method.invoke(stores.messages(), args);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                })));
  }

  private final Stores stores = new MemoryStores().stores();

  private List<StoredDecision> decisions(String member) {
    DecisionReader reader = DecisionReader.of(REVISION);
    return stores.decisions().ofMember(member, 0, 100).stream()
        .map(applied -> reader.read(applied.decision()))
        .toList();
  }

  @Test
  void what_a_late_event_changes_neither_unmakes_a_message_nor_makes_it_twice() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(List.of(enrols("ann", "0"), consents("ann", "1", 1)));
      recorder.passTime(LATER);
      recorder.recover();
      assertThat(kept(stores, "ann")).containsExactly("party of time:ann:birthday:2026-03-20");
      MessageRecord party = stores.messages().ofMember("ann", 1).getFirst();
      recorder.record(purchase("ann", "2", 18, 600));
      recorder.recover();
      assertThat(stores.messages().find(party.id())).contains(party);
      assertThat(kept(stores, "ann"))
          .containsExactly("party of time:ann:birthday:2026-03-20", "thanks of till:2");
    }
    StoredDecision corrected =
        decisions("ann").stream()
            .filter(each -> each.correction().isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(corrected.event()).isEqualTo("birthday:2026-03-20");
    assertThat(corrected.messages()).isEmpty();
    assertThat(corrected.given().messages()).containsExactly("party");
    assertThat(corrected.findings()).contains(new Finding.StaysSent("messages/party", "party"));
  }

  @Test
  void a_consent_that_comes_late_makes_what_was_not_made_and_nothing_else() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(List.of(enrols("ann", "0"), purchase("ann", "2", 5, 20)));
      recorder.recover();
      assertThat(kept(stores, "ann")).isEmpty();
      recorder.record(consents("ann", "1", 1));
      recorder.recover();
      assertThat(kept(stores, "ann")).containsExactly("thanks of till:2");
      recorder.record(purchase("ann", "3", 3, 1));
      recorder.recover();
      assertThat(kept(stores, "ann")).containsExactly("thanks of till:2");
    }
  }

  @Test
  void what_comes_late_makes_no_more_than_is_left_of_a_limit() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(
          List.of(
              enrols("ann", "0"),
              consents("ann", "1", 1),
              purchase("ann", "5", 8, 20),
              purchase("ann", "6", 15, 20)));
      recorder.recover();
      assertThat(kept(stores, "ann")).containsExactly("thanks of till:5", "thanks of till:6");
      recorder.record(purchase("ann", "4", 7, 20));
      recorder.recover();
      assertThat(kept(stores, "ann")).containsExactly("thanks of till:5", "thanks of till:6");
      assertThat(
              decisions("ann").stream()
                  .filter(each -> each.event().equals("4"))
                  .findFirst()
                  .orElseThrow()
                  .findings())
          .contains(new Finding.TooOften("thanks", "thanks", "monthly"));
      assertThat(decisions("ann")).noneMatch(each -> each.correction().isPresent());
    }
  }

  @Test
  void a_message_of_what_turns_out_not_to_be_due_stays_sent_and_it_is_said() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(List.of(enrols("ann", "0"), consents("ann", "1", 1)));
      recorder.passTime(LATER);
      recorder.record(
          new Event(
              "app",
              "9",
              "ann",
              day(2),
              new Body.Enrolment(Optional.of(MonthDay.of(6, 1)), Map.of())));
      recorder.recover();
      assertThat(kept(stores, "ann")).containsExactly("party of time:ann:birthday:2026-03-20");
    }
    StoredDecision undone = decisions("ann").getLast();
    assertThat(undone.refusal()).map(each -> each.code()).hasValue("not-due");
    assertThat(undone.findings()).containsExactly(new Finding.StaysSent("messages/party", "party"));
  }

  private static final String BIRTHDAY = "party of time:ann:birthday:2026-03-20";

  /** The 20th of March was written of, and then turned out to be no birthday. */
  private void writesOfNoBirthday(Recorder recorder) {
    recorder.record(List.of(enrols("ann", "0"), consents("ann", "1", 1)));
    recorder.passTime(day(20));
    recorder.record(
        new Event(
            "app",
            "9",
            "ann",
            day(2),
            new Body.Enrolment(Optional.of(MonthDay.of(6, 1)), Map.of())));
    recorder.recover();
    assertThat(parties()).containsExactly(BIRTHDAY);
  }

  private List<String> parties() {
    return kept(stores, "ann").stream().filter(each -> each.startsWith("party")).toList();
  }

  private List<Finding> findings(String event) {
    return decisions("ann").stream()
        .filter(each -> each.event().equals(event) && each.correction().isEmpty())
        .flatMap(each -> each.findings().stream())
        .toList();
  }

  @Test
  void a_message_of_what_turned_out_not_to_be_due_is_counted_in_its_month() {
    Finding tooOften = new Finding.TooOften("grand", "party", "once");
    try (Recorder recorder = recorder(stores)) {
      writesOfNoBirthday(recorder);
      recorder.record(purchase("ann", "5", 24, 1000));
      recorder.recover();
      assertThat(findings("5")).contains(tooOften);
      // It is counted once more when all is decided anew, as it has been undone before.
      recorder.record(purchase("ann", "3", 3, 1000));
      recorder.record(purchase("ann", "4", 22, 1000));
      recorder.recover();
      assertThat(findings("3")).contains(tooOften);
      assertThat(findings("4")).contains(tooOften);
      recorder.record(purchase("ann", "6", 31, 1000));
      recorder.recover();
      assertThat(parties()).containsExactly("party of till:6", BIRTHDAY);
    }
  }

  @Test
  void a_message_of_what_turned_out_not_to_be_due_is_not_counted_in_later_months() {
    try (Recorder recorder = recorder(stores)) {
      writesOfNoBirthday(recorder);
      recorder.record(purchase("ann", "7", 31, 1));
      recorder.record(Shop.purchase("ann", "6", day(31).minus(Duration.ofHours(5)), 1000));
      recorder.recover();
      assertThat(parties()).containsExactly("party of till:6", BIRTHDAY);
    }
  }

  @Test
  void a_message_of_what_is_refused_when_decided_anew_is_counted_in_its_month() {
    try (Recorder recorder = recorder(stores)) {
      recorder.record(
          List.of(
              enrols("ann", "0"),
              consents("ann", "1", 1),
              purchase("ann", "2", 2, 100),
              bringsBack("late", 10)));
      recorder.record(bringsBack("early", 9));
      recorder.recover();
      assertThat(parties()).containsExactly("party of till:late");
      assertThat(decisions("ann").getLast().refusal())
          .map(each -> each.code())
          .hasValue("more-than-bought");
      recorder.record(purchase("ann", "5", 24, 1000));
      recorder.recover();
      assertThat(findings("5")).contains(new Finding.TooOften("grand", "party", "once"));
      assertThat(parties()).containsExactly("party of till:late");
    }
  }

  private static Event bringsBack(String id, int day) {
    return new Event(
        "till", id, "ann", day(day), new Body.Return(Optional.of("2"), 10_000, List.of()));
  }
}
