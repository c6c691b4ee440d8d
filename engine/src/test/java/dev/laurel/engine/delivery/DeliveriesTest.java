package dev.laurel.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NotPermittedException;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Holdings;
import dev.laurel.engine.message.MessageOutcome;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.message.MessageRecord.State;
import dev.laurel.engine.message.MessageStore;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.message.Quiet;
import dev.laurel.engine.recording.MemoryStores;
import dev.laurel.engine.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Messages are handed over to one deliverer at a time, and what became of them is kept once. */
class DeliveriesTest {
  private static final Actor DELIVERER = new Actor("key:mail", Set.of(Role.INTEGRATOR));
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final MessageStore store = new MemoryStores().stores().messages();
  private final List<Event> recorded = new ArrayList<>();
  private final Set<String> erased = new HashSet<>();
  private final Set<String> decidedAnew = new HashSet<>();
  private Set<String> consents =
      Set.of(Holdings.consent("e-mail", "news"), Holdings.consent("letter", "news"));
  private final Set<String> unrecordable = new HashSet<>();
  private boolean busy;
  private Instant now = Instant.parse("2026-03-10T10:00:00Z");
  private final Deliveries deliveries =
      new Deliveries(
          store,
          this::record,
          new Recipients() {
            @Override
            public Set<String> erased(Collection<String> members) {
              return members.stream().filter(erased::contains).collect(Collectors.toSet());
            }

            @Override
            public Map<String, Set<String>> consents(Collection<String> members) {
              return members.stream()
                  .filter(member -> !decidedAnew.contains(member))
                  .collect(Collectors.toMap(member -> member, member -> consents));
            }
          },
          () -> now);

  private List<Recording> record(List<Event> events) {
    if (busy) return List.of(new Recording.Busy(Duration.ofSeconds(1)));
    events.forEach(event -> {
      if (unrecordable.stream().anyMatch(id -> event.id().startsWith(id + ":")))
        throw new IllegalStateException("The member's events cannot be decided.");
      if (recorded.stream().noneMatch(before -> before.id().equals(event.id())))
        recorded.add(event);
    });
    return List.of();
  }

  private void made(String id, String from) {
    Quiet quiet = new Quiet(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneId.of("UTC"));
    Outgoing message =
        new Outgoing(
            id,
            "thanks",
            "e-mail",
            "news",
            "rule",
            Instant.parse(from),
            Optional.of(quiet),
            new TreeMap<>(Map.of("en", "Thanks.")));
    store.add(List.of(MessageRecord.waiting(message, "ann", "till:1")));
  }

  private List<String> take() {
    return deliveries.take(DELIVERER, "e-mail", 10, LEASE).stream().map(MessageRecord::id).toList();
  }

  @Test
  void what_is_due_is_handed_over_once_and_again_when_nobody_says_what_became_of_it() {
    made("a", "2026-03-10T09:00:00Z");
    made("b", "2026-03-10T10:30:00Z");
    assertThat(take()).containsExactly("a");
    assertThat(take()).isEmpty();
    now = now.plus(LEASE).minusSeconds(1);
    assertThat(take()).isEmpty();
    now = now.plusSeconds(1);
    assertThat(take()).containsExactly("a");
    assertThat(store.find("a").orElseThrow().handedOver()).isEqualTo(2);
  }

  @Test
  void whoever_comes_in_quiet_hours_gets_nothing_before_they_end() {
    made("a", "2026-03-10T09:00:00Z");
    now = Instant.parse("2026-03-10T23:00:00Z");
    assertThat(take()).isEmpty();
    now = Instant.parse("2026-03-11T07:59:59Z");
    assertThat(take()).isEmpty();
    now = Instant.parse("2026-03-11T08:00:00Z");
    assertThat(take()).containsExactly("a");
  }

  @Test
  void what_became_of_it_is_one_event_however_often_it_is_told() {
    made("a", "2026-03-10T09:00:00Z");
    take();
    now = now.plusSeconds(30);
    Optional<Instant> at = Optional.of(Instant.parse("2026-03-10T10:00:10Z"));
    MessageRecord told =
        deliveries.report(DELIVERER, "a", MessageOutcome.DELIVERED, at).orElseThrow();
    assertThat(told.state()).isEqualTo(State.DELIVERED);
    assertThat(told.open()).isFalse();
    now = now.plusSeconds(30);
    deliveries.report(DELIVERER, "a", MessageOutcome.DELIVERED, Optional.empty());
    assertThat(recorded)
        .extracting(Event::id, Event::occurredAt)
        .containsExactly(tuple("a:delivered", at.get()));
    assertThat(recorded.getFirst().type()).isEqualTo("messageOutcome");
    now = now.plus(Duration.ofHours(2));
    assertThat(take()).isEmpty();
  }

  @Test
  void what_was_opened_was_delivered_whatever_is_told_last() {
    made("a", "2026-03-10T09:00:00Z");
    deliveries.report(DELIVERER, "a", MessageOutcome.OPENED, Optional.empty());
    MessageRecord last =
        deliveries.report(DELIVERER, "a", MessageOutcome.DELIVERED, Optional.empty()).orElseThrow();
    assertThat(last.state()).isEqualTo(State.OPENED);
    assertThat(recorded).hasSize(2);
  }

  @Test
  void what_could_not_be_recorded_is_recorded_later_with_the_same_time() {
    made("a", "2026-03-10T09:00:00Z");
    busy = true;
    deliveries.report(DELIVERER, "a", MessageOutcome.FAILED, Optional.empty());
    assertThat(recorded).isEmpty();
    Instant told = now;
    now = now.plus(Duration.ofHours(1));
    busy = false;
    deliveries.settle();
    assertThat(recorded).extracting(Event::occurredAt).containsExactly(told);
    assertThat(store.find("a").orElseThrow().open()).isFalse();
  }

  @Test
  void nothing_becomes_of_a_message_before_it_may_be_delivered() {
    made("a", "2026-03-10T09:00:00Z");
    made("b", "2026-03-10T11:00:00Z");
    // Clocks that were never set tell the first instant, or one beyond the years that are kept.
    for (Instant told : List.of(Instant.EPOCH, Instant.MIN))
      deliveries.report(DELIVERER, "a", MessageOutcome.DELIVERED, Optional.of(told));
    deliveries.report(DELIVERER, "a", MessageOutcome.OPENED, Optional.of(Instant.MAX));
    deliveries.report(DELIVERER, "b", MessageOutcome.FAILED, Optional.of(Instant.EPOCH));
    assertThat(recorded)
        .extracting(Event::id, Event::occurredAt)
        .containsExactly(
            tuple("a:delivered", Instant.parse("2026-03-10T09:00:00Z")),
            tuple("a:opened", now),
            tuple("b:failed", now));
  }

  @Test
  void what_cannot_be_recorded_of_one_does_not_keep_what_became_of_others_open() {
    for (String id : List.of("a", "b", "c")) made(id, "2026-03-10T09:00:00Z");
    busy = true;
    for (String id : List.of("a", "b", "c"))
      deliveries.report(DELIVERER, id, MessageOutcome.OPENED, Optional.empty());
    busy = false;
    unrecordable.add("b");
    deliveries.settle();
    assertThat(recorded).extracting(Event::id).containsExactlyInAnyOrder("a:opened", "c:opened");
    assertThat(store.find("b").orElseThrow().open()).isTrue();
    unrecordable.clear();
    deliveries.settle();
    assertThat(recorded).extracting(Event::id).contains("b:opened");
  }

  @Test
  void nothing_goes_to_whoever_was_erased() {
    made("a", "2026-03-10T09:00:00Z");
    erased.add("ann");
    assertThat(take()).isEmpty();
    assertThat(store.find("a").orElseThrow().state()).isEqualTo(State.DROPPED);
  }

  @Test
  void what_a_member_does_not_want_any_more_is_not_handed_over() {
    made("a", "2026-03-10T09:00:00Z");
    consents = Set.of(Holdings.consent("letter", "news"));
    assertThat(take()).isEmpty();
    assertThat(store.find("a").orElseThrow().state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void while_it_is_not_known_to_what_a_member_consents_a_message_waits() {
    made("a", "2026-03-10T09:00:00Z");
    decidedAnew.add("ann");
    assertThat(take()).isEmpty();
    assertThat(store.find("a").orElseThrow().state()).isEqualTo(State.WAITING);
    decidedAnew.clear();
    assertThat(take()).isEmpty();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(take()).containsExactly("a");
  }

  @Test
  void of_many_deliverers_at_once_each_message_has_one() throws Exception {
    for (int i = 0; i < 100; i++) made("m%03d".formatted(i), "2026-03-10T09:00:00Z");
    List<Future<List<String>>> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) all.add(threads.submit(this::take));
    }
    List<String> taken = new ArrayList<>();
    for (Future<List<String>> each : all) taken.addAll(each.get());
    assertThat(taken).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void a_message_that_nobody_made_is_not_there() {
    assertThat(deliveries.report(DELIVERER, "x", MessageOutcome.OPENED, Optional.empty()))
        .isEmpty();
  }

  @Test
  void each_way_in_asks_what_the_actor_may() {
    Actor marketer = new Actor("mia", Set.of(Role.MARKETER));
    assertThatThrownBy(() -> deliveries.take(marketer, "e-mail", 1, LEASE))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageContaining(Permission.DELIVER_MESSAGES.words());
    assertThatThrownBy(
            () -> deliveries.report(marketer, "a", MessageOutcome.OPENED, Optional.empty()))
        .isInstanceOf(NotPermittedException.class);
    assertThat(deliveries.ofMember(marketer, "ann")).isEmpty();
    assertThatThrownBy(() -> deliveries.ofMember(new Actor("nobody", Set.of()), "ann"))
        .isInstanceOf(NotPermittedException.class);
  }
}
