package dev.laurel.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.StateJson;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.recording.EventForm;
import dev.laurel.engine.recording.InForce;
import dev.laurel.engine.recording.JsonEvents;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.MemoryStores;
import dev.laurel.engine.recording.Recorder;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members whom gifts and pools connect are evaluated as a store would have them in the end. */
class EvaluationOfGroupsTest {
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final Revision SHOP =
      Programmes.of(Shop.TEXT.replace("transfer: {", "pooling: {members: 5}\n      transfer: {"));
  private static final EventForm FORM = JsonEvents.of(EventTerms.of(SHOP.pack()));
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final LocalDate END = LocalDate.of(2026, 9, 1);

  @TempDir Path directory;

  private Path written(List<Event> events) throws Exception {
    StringBuilder rows = new StringBuilder();
    for (Event event : events)
      rows.append(new String(FORM.write(event), StandardCharsets.UTF_8)).append('\n');
    return Files.writeString(directory.resolve("events.jsonl"), rows);
  }

  private Path evaluated(List<Event> events, int threads) throws Exception {
    Path out = directory.resolve("out" + threads);
    Evaluation.run(
        new EvaluationRequest(
            SHOP,
            written(events),
            Optional.empty(),
            Optional.empty(),
            Optional.of(END),
            Optional.of(out),
            Optional.empty(),
            threads,
            1 << 12),
        STILL,
        (stage, done, all) -> {});
    return out;
  }

  /** Some give to others, some pool what they have, and the pool is spent and left. */
  private static List<Event> history(long seed) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Instant at = START.plus(Duration.ofMinutes(i * 600L + random.nextInt(500)));
      String member = "m" + random.nextInt(9);
      String pool = "pool:" + random.nextInt(2);
      events.add(
          new Event(
              "till",
              "e" + i,
              random.nextInt(3) == 0 && i > 20 ? pool : member,
              at,
              Body.Purchase.of(100L * random.nextInt(90), List.of())));
      Event last = events.removeLast();
      events.add(new Event("till", "e" + i, last.member(), at, body(random, last, member)));
    }
    return events;
  }

  private static Body body(Random random, Event of, String by) {
    if (Event.isPool(of.member()))
      return switch (random.nextInt(4)) {
        case 0 -> new Body.PoolLeave(by);
        case 1 -> new Body.Redemption("points", 3, Optional.empty(), Optional.of(by));
        default -> new Body.PoolJoin(by);
      };
    return random.nextInt(3) == 0
        ? new Body.Transfer("points", 1 + random.nextInt(20), "m" + random.nextInt(10))
        : of.body();
  }

  /** How a store stands that was told the same in the order of its time. */
  private static List<String> recorded(List<Event> events) {
    Stores stores = new MemoryStores().stores();
    Instant end = END.atStartOfDay(SHOP.zone()).toInstant();
    try (Recorder recorder =
        new Recorder(
            stores,
            InForce.always(Timeline.of(new Fold(SHOP))),
            FORM,
            () -> end.plusSeconds(1),
            Shop.leases())) {
      for (Event event : events.stream().sorted(Event.ORDER).toList()) {
        recorder.passTime(event.occurredAt());
        recorder.recover();
        recorder.record(List.of(event, event));
        recorder.recover();
      }
      for (int i = 0; i < 3; i++) {
        recorder.passTime(end);
        recorder.recover();
      }
    }
    return stores.members().page("", 1_000).stream()
        .filter(record -> record.state().version() > 0)
        .map(EvaluationOfGroupsTest::line)
        .toList();
  }

  private static String line(MemberRecord record) {
    JsonWriter to = new JsonWriter();
    StateJson.of(EventTerms.of(SHOP.pack())).write(record.state(), to);
    return new String(to.toBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void they_stand_as_in_a_store_that_was_told_the_same() throws Exception {
    for (long seed = 0; seed < 8; seed++) {
      List<Event> history = history(seed);
      Path out = evaluated(history, 2);
      assertThat(Files.readAllLines(out.resolve("members.jsonl")).stream().sorted().toList())
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(recorded(history));
      assertThat(Files.readString(out.resolve("ledger.jsonl")))
          .contains("TRANSFERRED".toLowerCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void neither_the_order_of_rows_nor_the_threads_change_anything_and_all_rows_are_accounted_for()
      throws Exception {
    List<Event> history = history(3);
    Path one = evaluated(history, 1);
    List<Event> shuffled = new ArrayList<>(history);
    Collections.shuffle(shuffled, new Random(1));
    Path other = evaluated(shuffled, 4);
    for (String file : List.of("members.jsonl", "ledger.jsonl", "decisions.jsonl"))
      assertThat(other.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    String summary = Files.readString(one.resolve("summary.json"));
    long refused = Files.readAllLines(one.resolve("refused.jsonl")).size();
    assertThat(summary).contains("\"read\":200,\"evaluated\":" + (200 - refused) + ",");
  }

  @Test
  void what_was_received_can_be_given_on_at_once_by_whoever_received_it() throws Exception {
    List<Event> chain = new ArrayList<>();
    chain.add(Shop.purchase("ann", "1", START, 100));
    chain.add(Shop.purchase("ben", "2", START, 1));
    chain.add(Shop.purchase("cid", "3", START, 1));
    Instant later = START.plus(Duration.ofDays(5));
    chain.add(new Event("till", "4", "cid", later.plusSeconds(2), give(30, "ann")));
    chain.add(new Event("till", "5", "ben", later.plusSeconds(1), give(40, "cid")));
    chain.add(new Event("till", "6", "ann", later, give(60, "ben")));
    Path out = evaluated(chain, 2);
    assertThat(Files.readString(out.resolve("refused.jsonl"))).isEmpty();
    assertThat(Files.readAllLines(out.resolve("members.jsonl")).stream().sorted().toList())
        .isEqualTo(recorded(chain).stream().sorted().toList());
    assertThat(
            Files.readAllLines(out.resolve("members.jsonl")).stream().collect(Collectors.joining()))
        .contains("\"ann\"", "\"ben\"", "\"cid\"");
  }

  /** Only an offer gives to the other side. */
  private static final Revision REFERRED =
      Programmes.of(
          """
          pack: {format: 1, id: friends, version: 1.0.0, title: Friends}
          programme:
            title: Friends
            zone: Europe/Vienna
            currency: EUR
            pointKinds: [{id: points, title: Points}]
          earning:
            - id: usual
              title: Usual
              rules: [{id: spring, title: Spring, then: [{type: offer, offer: spring}]}]
          offers:
            - id: spring
              title: Spring
              of:
                - id: both
                  title: For both
                  then:
                    - {type: points, kind: points, points: 1}
                    - {type: points, kind: points, points: 10, to: referrer}
          """);

  @Test
  void whom_offers_reward_stands_alone_as_among_all() throws Exception {
    EventTerms terms = EventTerms.of(REFERRED.pack());
    EventForm form = JsonEvents.of(terms);
    StringBuilder rows = new StringBuilder();
    for (Event event :
        List.of(
            new Event("app", "1", "ann", START, new Body.Enrolment(Optional.empty(), Map.of())),
            new Event("app", "2", "ben", START, new Body.Enrolment(Optional.empty(), Map.of())),
            new Event(
                "app",
                "3",
                "ann",
                START.plusSeconds(1),
                new Body.Other("referral", Map.of("referred", Datum.of(Value.of("ben"))))),
            Shop.purchase("ben", "4", START.plusSeconds(2), 20)))
      rows.append(new String(form.write(event), StandardCharsets.UTF_8)).append('\n');
    Path events = Files.writeString(directory.resolve("events.jsonl"), rows);
    List<String> alone = told(events, Optional.empty());
    assertThat(alone).isEqualTo(told(events, Optional.of(directory.resolve("all"))));
    assertThat(String.join(" ", alone)).contains("10");
  }

  private static List<String> told(Path events, Optional<Path> out) throws Exception {
    List<String> told = new ArrayList<>();
    Evaluation.run(
        new EvaluationRequest(
            REFERRED,
            events,
            Optional.empty(),
            Optional.empty(),
            Optional.of(END),
            out,
            Optional.of(
                new EvaluationRequest.Explain(
                    "ann",
                    decision -> List.of(decision.event().type() + " " + decision.postings()),
                    told::add)),
            1,
            1 << 12),
        STILL,
        (stage, done, all) -> {});
    return told;
  }

  private static Body give(long points, String to) {
    return new Body.Transfer("points", points, to);
  }
}
