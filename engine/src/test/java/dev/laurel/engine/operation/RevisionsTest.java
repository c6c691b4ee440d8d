package dev.laurel.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.fold.Population;
import dev.laurel.engine.operation.Revisions.Withdrawal;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.recording.StoreUnavailableException;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.pack.PackResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several processes with one list of revisions. */
class RevisionsTest {
  private static final Instant NOW = Instant.parse("2026-05-01T09:00:00Z");
  private static final PackResult.Read FIRST = TestPacks.read(Shop.TEXT);
  private static final PackResult.Read SECOND = changed("points: 1}", "points: 2}");
  private static final PackResult.Read THIRD = changed("points: 1}", "points: 3}");

  private final MemoryRevisionStore store = new MemoryRevisionStore();
  private long nanos;

  private static PackResult.Read changed(String from, String to) {
    return TestPacks.read(Shop.changedText(from, to));
  }

  private Revisions open() {
    return Revisions.open(store, Population.UNKNOWN, Optional.of(FIRST), NOW, () -> nanos);
  }

  private Revisions join() {
    return Revisions.open(store, Population.UNKNOWN, Optional.empty(), NOW, () -> nanos);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private static StoredRevision published(Publication publication) {
    return ((Publication.Published) publication).revision();
  }

  private static String code(Publication publication) {
    return ((Publication.Refused) publication)
        .faults().stream().map(Fault::code).toList().toString();
  }

  private static String decides(Revisions revisions, Instant at) {
    return revisions.timeline().at(at).decider().revision().digest();
  }

  @Test
  void a_process_knows_a_revision_before_it_decides_anything_by_it() {
    Revisions one = open();
    Revisions other = join();
    StoredRevision next = published(one.publish(SECOND, Optional.empty(), NOW));
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.inForceSince()).isEqualTo(NOW.plus(Revisions.NOTICE));
    assertThat(decides(one, next.inForceSince())).isEqualTo(SECOND.digest());
    assertThat(decides(one, next.inForceSince().minusNanos(1))).isEqualTo(FIRST.digest());
    pass(Revisions.NOTICE);
    assertThat(decides(other, next.inForceSince())).isEqualTo(SECOND.digest());
  }

  @Test
  void within_its_lease_a_process_need_not_ask_and_after_it_must() {
    Revisions one = open();
    store.reachable(false);
    assertThat(decides(one, NOW)).isEqualTo(FIRST.digest());
    pass(Revisions.LEASE.plusNanos(1));
    assertThatThrownBy(one::timeline).isInstanceOf(StoreUnavailableException.class);
    store.reachable(true);
    assertThat(decides(one, NOW)).isEqualTo(FIRST.digest());
  }

  @Test
  void what_is_judged_ahead_of_the_clock_is_judged_by_the_list_as_it_is_now() {
    Revisions one = open();
    Revisions other = join();
    StoredRevision next = published(one.publish(SECOND, Optional.empty(), NOW));
    pass(Duration.ofNanos(1));
    assertThat(decides(other, next.inForceSince())).isEqualTo(FIRST.digest());
    assertThat(other.confirmed().at(next.inForceSince()).decider().revision().digest())
        .isEqualTo(SECOND.digest());
  }

  @Test
  void a_revision_may_be_published_for_a_day_to_come_and_withdrawn_until_then() {
    Revisions one = open();
    Instant later = NOW.plus(Duration.ofDays(3));
    StoredRevision waiting = published(one.publish(SECOND, Optional.of(later), NOW));
    assertThat(waiting.inForceSince()).isEqualTo(later);
    assertThat(code(one.publish(THIRD, Optional.empty(), NOW))).isEqualTo("[later-one-waits]");
    assertThat(one.withdraw(2, later.minus(Revisions.NOTICE))).isEqualTo(Withdrawal.TOO_LATE);
    assertThat(one.withdraw(1, NOW)).isEqualTo(Withdrawal.TOO_LATE);
    assertThat(one.withdraw(7, NOW)).isEqualTo(Withdrawal.UNKNOWN);
    assertThat(one.withdraw(2, NOW)).isEqualTo(Withdrawal.WITHDRAWN);
    assertThat(one.withdraw(2, later)).isEqualTo(Withdrawal.WITHDRAWN);
    assertThat(decides(one, later)).isEqualTo(FIRST.digest());
    assertThat(published(one.publish(THIRD, Optional.empty(), NOW)).number()).isEqualTo(3);
    assertThat(decides(one, later)).isEqualTo(THIRD.digest());
    assertThat(one.all()).extracting(RevisionStore.Head::number).containsExactly(1, 3);
  }

  @Test
  void what_cannot_follow_is_refused_with_all_that_stands_in_the_way() {
    Revisions one = open();
    assertThat(code(one.publish(FIRST, Optional.empty(), NOW))).isEqualTo("[nothing-changed]");
    PackResult.Read elsewhere = changed("currency: EUR", "currency: USD");
    assertThat(code(one.publish(elsewhere, Optional.empty(), NOW))).isEqualTo("[currency-changed]");
    assertThat(store.heads()).hasSize(1);
  }

  @Test
  void of_two_who_publish_at_once_the_second_comes_after_the_first() {
    Revisions one = open();
    Revisions other = join();
    published(one.publish(SECOND, Optional.empty(), NOW));
    StoredRevision third = published(other.publish(THIRD, Optional.empty(), NOW.plusMillis(1)));
    assertThat(third.number()).isEqualTo(3);
    assertThat(decides(other, NOW.plus(Revisions.NOTICE))).isEqualTo(SECOND.digest());
    assertThat(decides(other, third.inForceSince())).isEqualTo(THIRD.digest());
  }

  @Test
  void a_store_with_a_later_revision_goes_on_with_that() {
    published(open().publish(SECOND, Optional.empty(), NOW));
    Instant after = NOW.plus(Duration.ofMinutes(1));
    Revisions again =
        Revisions.open(store, Population.UNKNOWN, Optional.empty(), after, () -> nanos);
    assertThat(again.told(after).revision().digest()).isEqualTo(SECOND.digest());
    assertThatThrownBy(
            () -> Revisions.open(store, Population.UNKNOWN, Optional.of(FIRST), after, () -> nanos))
        .isInstanceOf(NotOpenedException.class)
        .hasMessageContaining("another revision is in force");
  }

  @Test
  void an_empty_store_needs_a_pack() {
    assertThatThrownBy(this::join)
        .isInstanceOf(NotOpenedException.class)
        .hasMessageContaining("no rule pack is named");
  }
}
