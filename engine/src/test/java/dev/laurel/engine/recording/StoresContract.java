package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.budget.BudgetRecord;
import dev.laurel.engine.budget.BudgetStore;
import dev.laurel.engine.code.CodeStore;
import dev.laurel.engine.code.IssuedCode;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.message.MessageOutcome;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.message.MessageStore;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.message.Quiet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the recorder relies on in its stores, whoever implements them. */
public abstract class StoresContract {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456789Z");
  private static final Fold FOLD = new Fold(Shop.REVISION);

  /** Empty stores; those of a further call share them as another process would. */
  protected abstract Stores stores();

  private static Claim claim(String key, String member, String event) {
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    return new Claim(key, member, NOON, HexFormat.of().formatHex(bytes), bytes, NOON.plusNanos(1));
  }

  private static Applied applied(String key, String member, long place) {
    return new Applied(
        key, member, place, "id-" + key, bytes("{\"ü\":1}"), List.of(bytes("{}"), bytes("[]")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MemberRecord record(String member, long version, Applied... outbox) {
    MemberState state = FOLD.fold(FOLD.begin(member), Shop.purchase(member, "1", NOON, 5), d -> {});
    return new MemberRecord(
        member, version, state, outbox.length, Optional.of(NOON), List.of(outbox));
  }

  private static String told(Claim claim) {
    return claim.key() + claim.member() + claim.occurredAt() + claim.digest() + claim.recordedAt();
  }

  @Test
  void an_event_is_claimed_once_and_whoever_comes_later_learns_what_was_claimed() {
    EventStore events = stores().events();
    assertThat(events.claim(List.of(claim("a:1", "m", "one"), claim("a:2", "m", "two")))).isEmpty();
    Map<String, Claim> before =
        events.claim(List.of(claim("a:2", "m", "other"), claim("a:3", "n", "three")));
    assertThat(before.keySet()).containsExactly("a:2");
    assertThat(told(before.get("a:2"))).isEqualTo(told(claim("a:2", "m", "two")));
    assertThat(events.find("a:3").map(Claim::event)).hasValue(bytes("three"));
    assertThat(events.find("a:4")).isEmpty();
    assertThat(events.ofMember("m", "", 9).stream().map(Claim::key)).containsExactly("a:1", "a:2");
    assertThat(events.ofMember("m", "a:1", 9).stream().map(Claim::key)).containsExactly("a:2");
  }

  @Test
  void of_many_who_claim_the_same_at_once_one_is_first() throws Exception {
    EventStore events = stores().events();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int round = 0; round < 20; round++) {
        String key = "race:" + round;
        List<Callable<Boolean>> claims =
            IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(
                    i -> () -> events.claim(List.of(claim(key, "m", "by " + i))).isEmpty())
                .toList();
        int first = 0;
        for (var claimed : threads.invokeAll(claims)) if (claimed.get()) first++;
        assertThat(first).isOne();
      }
    }
  }

  @Test
  void what_is_not_applied_stays_open_until_it_is_closed() {
    EventStore events = stores().events();
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 10; i++) claims.add(claim("a:" + i, "m", "x"));
    events.claim(claims);
    events.close(List.of("a:0", "a:5", "unknown"));
    events.close(List.of());
    assertThat(events.open("", 3).stream().map(Claim::key)).containsExactly("a:1", "a:2", "a:3");
    assertThat(events.open("a:4", 9).stream().map(Claim::key))
        .containsExactly("a:6", "a:7", "a:8", "a:9");
    events.claim(List.of(claim("a:5", "m", "x")));
    assertThat(events.open("a:4", 1).stream().map(Claim::key)).containsExactly("a:6");
  }

  @Test
  void a_record_is_replaced_only_by_the_next_version() {
    MemberStore members = stores().members();
    assertThat(members.find("m")).isEmpty();
    assertThat(members.put(record("m", 2))).isFalse();
    assertThat(members.put(record("m", 1, applied("a:1", "m", 1)))).isTrue();
    assertThat(members.put(record("m", 1))).isFalse();
    assertThat(members.put(record("m", 3))).isFalse();
    MemberRecord found = members.find("m").orElseThrow();
    assertThat(found.version()).isOne();
    assertThat(found.state()).isEqualTo(record("m", 1).state());
    assertThat(found.places()).isOne();
    Applied kept = found.outbox().getFirst();
    assertThat(kept.key() + kept.member() + kept.place() + kept.id()).isEqualTo("a:1m1id-a:1");
    assertThat(kept.decision()).isEqualTo(bytes("{\"ü\":1}"));
    assertThat(kept.entries()).containsExactly(bytes("{}"), bytes("[]"));
    assertThat(members.put(record("m", 2))).isTrue();
    assertThat(members.find("m").map(r -> r.outbox().size())).hasValue(0);
  }

  @Test
  void records_are_put_together_each_by_itself() {
    MemberStore members = stores().members();
    assertThat(members.putAll(List.of())).isTrue();
    assertThat(members.putAll(List.of(record("a", 1), record("b", 1)))).isTrue();
    assertThat(members.putAll(List.of(record("a", 2), record("b", 2), record("c", 1)))).isTrue();
    assertThat(members.putAll(List.of(record("a", 3), record("b", 2), record("c", 1)))).isFalse();
    assertThat(members.putAll(List.of(record("b", 4), record("c", 2)))).isFalse();
    assertThat(members.putAll(List.of(record("c", 1), record("d", 1)))).isFalse();
    assertThat(members.find(List.of()).keySet()).isEmpty();
    Map<String, MemberRecord> found = members.find(List.of("d", "a", "c", "nobody", "b"));
    Map<String, Long> versions = new TreeMap<>();
    found.forEach((member, record) -> versions.put(member, record.version()));
    assertThat(versions).isEqualTo(Map.of("a", 3L, "b", 2L, "c", 2L, "d", 1L));
  }

  @Test
  void of_many_who_replace_the_same_version_one_does() throws Exception {
    MemberStore members = stores().members();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int version = 1; version < 20; version++) {
        MemberRecord next = record("m", version);
        Callable<Boolean> put = () -> members.put(next);
        int done = 0;
        for (var each : threads.invokeAll(List.of(put, put, put, put, put, put)))
          if (each.get()) done++;
        assertThat(done).isOne();
      }
    }
  }

  @Test
  void an_outbox_is_emptied_of_the_version_named_only() {
    MemberStore members = stores().members();
    members.put(record("a", 1, applied("a:1", "a", 1)));
    members.put(record("b", 1, applied("b:1", "b", 1)));
    members.put(record("b", 2, applied("b:1", "b", 1), applied("b:2", "b", 2)));
    members.put(record("c", 1));
    members.drained(Map.of());
    members.drained(Map.of("a", 1L, "b", 1L, "unknown", 7L));
    assertThat(members.undrained("", 9).stream().map(MemberRecord::member)).containsExactly("b");
    assertThat(members.find("a").orElseThrow().outbox()).isEmpty();
    assertThat(members.find("b").orElseThrow().outbox()).hasSize(2);
    assertThat(members.undrained("b", 9)).isEmpty();
    members.drained(Map.of("b", 2L));
    assertThat(members.undrained("", 9)).isEmpty();
    assertThat(members.put(record("b", 3))).isTrue();
  }

  @Test
  void who_is_due_is_found_by_slice_earliest_first() {
    MemberStore members = stores().members();
    for (int i = 0; i < 200; i++) {
      MemberRecord r = record("m" + i, 1);
      Optional<Instant> due = i % 4 == 3 ? Optional.empty() : Optional.of(NOON.minusSeconds(i));
      members.put(new MemberRecord(r.member(), 1, r.state(), 0, due, List.of()));
    }
    for (int slice = 0; slice < Slices.COUNT; slice++) {
      int own = slice;
      List<String> expected =
          IntStream.range(0, 200)
              .map(i -> 199 - i)
              .filter(i -> i % 4 != 3)
              .mapToObj(i -> "m" + i)
              .filter(member -> Slices.of(member) == own)
              .toList();
      assertThat(expected).hasSizeGreaterThan(2);
      assertThat(members.due(slice, NOON.plusMillis(1), 999)).isEqualTo(expected);
      assertThat(members.due(slice, NOON.plusMillis(1), 2)).isEqualTo(expected.subList(0, 2));
      Instant earlier = NOON.minusMillis(99_500);
      assertThat(members.due(slice, earlier, 999))
          .isEqualTo(
              expected.stream().filter(m -> Integer.parseInt(m.substring(1)) >= 100).toList());
    }
  }

  @Test
  void events_are_found_together() {
    EventStore events = stores().events();
    events.claim(List.of(claim("a:1", "m", "one"), claim("a:2", "n", "two")));
    Map<String, Claim> found = events.find(List.of("a:2", "a:1", "a:3"));
    assertThat(found.keySet()).containsExactlyInAnyOrder("a:1", "a:2");
    assertThat(told(found.get("a:2"))).isEqualTo(told(claim("a:2", "n", "two")));
    assertThat(events.find(List.of())).isEmpty();
  }

  @Test
  void snapshots_are_told_latest_first_and_none_is_replaced() {
    MemberStore members = stores().members();
    MemberState first = record("m", 1).state();
    MemberState other = record("n", 1).state();
    members.keep(
        List.of(
            new Snapshot("m", 64, first),
            new Snapshot("m", 1_000, first),
            new Snapshot("m", 129, first),
            new Snapshot("n", 64, other)));
    members.keep(List.of(new Snapshot("m", 64, first.with(NOON.plusSeconds(9)))));
    assertThat(members.snapshots("m", Long.MAX_VALUE, 2))
        .containsExactly(new Snapshot("m", 1_000, first), new Snapshot("m", 129, first));
    assertThat(members.snapshots("m", 129, 9)).containsExactly(new Snapshot("m", 64, first));
    assertThat(members.snapshots("m", 64, 9)).isEmpty();
  }

  @Test
  void a_record_says_what_is_left_to_be_decided_anew() {
    MemberStore members = stores().members();
    MemberRecord whole = record("m", 1);
    Redo left = new Redo(7, NOON.plusNanos(1), "till:late");
    members.put(whole);
    members.put(
        new MemberRecord(
            "m", 2, whole.state(), 9, Optional.of(NOON), List.of(), Optional.of(left)));
    assertThat(members.find("m").orElseThrow().redo()).hasValue(left);
    assertThat(members.find(List.of("m")).get("m").redo()).hasValue(left);
  }

  @Test
  void members_are_told_in_pages() {
    MemberStore members = stores().members();
    for (int i = 0; i < 5; i++) members.put(record("m" + i, 1));
    assertThat(members.page("m2", 9).stream().map(MemberRecord::member))
        .containsExactly("m3", "m4");
    assertThat(members.page("", 2).stream().map(MemberRecord::member)).containsExactly("m0", "m1");
  }

  private static BudgetRecord budget(String key, long version, long left) {
    BudgetRecord.Share share = new BudgetRecord.Share(7, NOON);
    return new BudgetRecord(
        key, version, 3, Long.MAX_VALUE, left, new TreeMap<>(Map.of(version, share)));
  }

  @Test
  void a_budget_is_replaced_only_by_the_next_version() {
    BudgetStore budgets = stores().budgets();
    assertThat(budgets.find("campaigns/a/points")).isEmpty();
    assertThat(budgets.put(budget("campaigns/a/points", 2, 5))).isFalse();
    assertThat(budgets.put(budget("campaigns/a/points", 1, 5))).isTrue();
    assertThat(budgets.put(budget("campaigns/a/points", 1, 6))).isFalse();
    assertThat(budgets.put(budget("campaigns/a/points", 3, 6))).isFalse();
    assertThat(budgets.find("campaigns/a/points")).hasValue(budget("campaigns/a/points", 1, 5));
    assertThat(budgets.put(budget("campaigns/a/points", 2, -6))).isTrue();
    assertThat(budgets.find("campaigns/a/points")).hasValue(budget("campaigns/a/points", 2, -6));
    budgets.put(budget("campaigns/b/money", 1, 0));
    assertThat(budgets.page("", 9))
        .containsExactly(budget("campaigns/a/points", 2, -6), budget("campaigns/b/money", 1, 0));
    assertThat(budgets.page("campaigns/a/points", 9)).hasSize(1);
    assertThat(budgets.page("", 1)).hasSize(1);
  }

  @Test
  void of_many_who_replace_the_same_version_of_a_budget_one_does() throws Exception {
    BudgetStore budgets = stores().budgets();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int version = 1; version < 20; version++) {
        BudgetRecord next = budget("campaigns/a/points", version, version);
        Callable<Boolean> put = () -> budgets.put(next);
        int done = 0;
        for (var each : threads.invokeAll(List.of(put, put, put, put, put, put)))
          if (each.get()) done++;
        assertThat(done).isOne();
      }
    }
  }

  @Test
  void the_notes_of_a_share_are_its_own() {
    BudgetStore budgets = stores().budgets();
    for (String event : List.of("till:3", "till:1", "till:2", "till:1", "Ü;#:1"))
      budgets.note("campaigns/a/points", 1, event);
    budgets.note("campaigns/a/points", 11, "till:4");
    budgets.note("campaigns/ab/points", 1, "till:5");
    assertThat(budgets.noted("campaigns/a/points", 1, "", 9))
        .containsExactly("till:1", "till:2", "till:3", "Ü;#:1");
    assertThat(budgets.noted("campaigns/a/points", 1, "till:1", 1)).containsExactly("till:2");
    assertThat(budgets.noted("campaigns/a/points", 2, "", 9)).isEmpty();
    budgets.forget("campaigns/a/points", 1);
    budgets.forget("campaigns/a/points", 2);
    assertThat(budgets.noted("campaigns/a/points", 1, "", 9)).isEmpty();
    assertThat(budgets.noted("campaigns/a/points", 11, "", 9)).containsExactly("till:4");
    assertThat(budgets.noted("campaigns/ab/points", 1, "", 9)).containsExactly("till:5");
  }

  private static MessageRecord message(String id, String channel, String from) {
    Instant at = Instant.parse(from);
    Quiet quiet = new Quiet(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneId.of("Europe/Berlin"));
    Outgoing made =
        new Outgoing(
            id,
            "thanks",
            channel,
            "news",
            "rule",
            at,
            Optional.of(quiet),
            new TreeMap<>(Map.of("en", "Thanks, 1 \"ü\".", "zh", "谢谢")));
    return MessageRecord.waiting(made, "ann", "till:1");
  }

  @Test
  void a_message_is_kept_once_and_replaced_only_by_the_next_version() {
    MessageStore messages = stores().messages();
    MessageRecord first = message("m1", "e-mail", "2026-03-10T10:00:00.123456789Z");
    assertThat(messages.put(first)).isFalse();
    messages.add(List.of(first));
    MessageRecord taken = first.handedOver(Instant.parse("2026-03-10T10:05:00Z"));
    assertThat(messages.put(taken)).isTrue();
    messages.add(List.of(first, message("m2", "e-mail", "2026-03-10T10:00:00Z")));
    assertThat(messages.find("m1")).contains(taken);
    assertThat(messages.find("m2")).isPresent();
    assertThat(messages.put(taken)).isFalse();
    MessageRecord done = taken.after(MessageOutcome.OPENED, Instant.parse("2026-03-10T10:04:00Z"));
    assertThat(messages.put(done)).isTrue();
    assertThat(messages.find("m1")).contains(done);
    assertThat(messages.open(10)).containsExactly(done);
    assertThat(messages.put(done.closed())).isTrue();
    assertThat(messages.open(10)).isEmpty();
  }

  @Test
  void messages_of_a_channel_are_due_earliest_first_and_not_before_their_time() {
    MessageStore messages = stores().messages();
    messages.add(
        List.of(
            message("late", "e-mail", "2026-03-10T12:00:00Z"),
            message("early", "e-mail", "2026-03-10T10:00:00Z"),
            message("fine", "e-mail", "2026-03-10T10:00:00.0001Z"),
            message("other", "letter", "2026-03-10T09:00:00Z")));
    assertThat(due(messages, "2026-03-10T09:59:59.999Z")).isEmpty();
    assertThat(due(messages, "2026-03-10T10:00:00Z")).containsExactly("early");
    assertThat(due(messages, "2026-03-10T12:00:00Z")).containsExactly("early", "fine", "late");
    MessageRecord early = messages.find("early").orElseThrow();
    messages.put(early.after(MessageOutcome.DELIVERED, Instant.parse("2026-03-10T10:01:00Z")));
    assertThat(due(messages, "2026-03-10T12:00:00Z")).containsExactly("fine", "late");
    assertThat(messages.ofMember("ann", 2)).extracting(MessageRecord::id).first().isEqualTo("late");
    assertThat(messages.ofMember("ann", 9)).hasSize(4);
    assertThat(messages.ofMember("ben", 9)).isEmpty();
  }

  private static List<String> due(MessageStore messages, String until) {
    return messages.due("e-mail", Instant.parse(until), 10).stream()
        .map(MessageRecord::id)
        .toList();
  }

  @Test
  void a_code_is_kept_for_whoever_was_first_and_for_ever() {
    CodeStore codes = stores().codes();
    IssuedCode ann = new IssuedCode("CAFE2345", "cake", "ann", "app:1");
    IssuedCode ben = new IssuedCode("CAFE2345", "cup", "ben", "app:2");
    IssuedCode other = new IssuedCode("CAFE2346", "cup", "ben", "app:2");
    assertThat(codes.claim(List.of())).isEmpty();
    assertThat(codes.claim(List.of(ann))).isEmpty();
    assertThat(codes.claim(List.of(ben, other))).containsExactly("CAFE2345");
    assertThat(stores().codes().find("CAFE2345")).contains(ann);
    assertThat(stores().codes().find("CAFE2346")).contains(other);
    assertThat(codes.find("CAFE2347")).isEmpty();
  }

  @Test
  void a_lease_has_one_holder_and_keeps_what_was_noted() {
    LeaseStore one = stores().leases();
    LeaseStore other = stores().leases();
    Duration minute = Duration.ofMinutes(1);
    assertThat(one.take("work", minute)).hasValue("");
    assertThat(other.take("work", minute)).isEmpty();
    assertThat(other.take("more", minute)).hasValue("");
    assertThat(other.note("work", "stolen")).isFalse();
    assertThat(one.note("work", "half")).isTrue();
    assertThat(one.take("work", minute)).hasValue("half");
    other.release("work");
    assertThat(other.take("work", minute)).isEmpty();
    one.release("work");
    assertThat(other.take("work", minute)).hasValue("half");
    assertThat(one.note("work", "late")).isFalse();
    assertThat(other.take("work", Duration.ZERO)).hasValue("half");
    assertThat(one.take("work", minute)).hasValue("half");
  }

  @Test
  void a_decision_is_written_once_and_found_with_its_entries() {
    DecisionStore decisions = stores().decisions();
    decisions.write(List.of());
    decisions.write(List.of(applied("a:2", "m", 2), applied("a:1", "m", 1)));
    decisions.write(
        List.of(applied("a:1", "m", 9), applied("a:3", "m", 3), applied("b:1", "n", 1)));
    assertThat(decisions.known(Set.of("a:1", "a:9", "b:1")))
        .containsExactlyInAnyOrder("a:1", "b:1");
    assertThat(decisions.ofMember("m", 0, 9).stream().map(Applied::key))
        .containsExactly("a:1", "a:2", "a:3");
    assertThat(decisions.ofMember("m", 1, 1).stream().map(Applied::key)).containsExactly("a:2");
    assertThat(decisions.find("b:1").map(Applied::entries).orElseThrow()).hasSize(2);
    assertThat(decisions.find("c:1")).isEmpty();
  }
}
