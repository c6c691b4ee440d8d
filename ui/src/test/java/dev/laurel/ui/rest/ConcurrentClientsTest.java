package dev.laurel.ui.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.recording.EventKey;
import dev.laurel.engine.revision.BudgetPlan;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.pack.PackResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Many clients at once: each event counts once, whoever sends it how often. */
class ConcurrentClientsTest {
  private static final int CLIENTS = 8;

  /** How far events come out of their order, in events. */
  private static final int APART = 100;

  private static final int EVENTS = 8_000;
  private static final int A_DAY = EVENTS / 54 + 1;
  private static final int DUPLICATES = 1_900;
  private static final int CONFLICTS = 100;
  private static final int MEMBERS = 500;
  private static final int AT_ONCE = 50;

  @TempDir private Path directory;

  /** By its key, what the server says it recorded. */
  private final Map<String, String> recorded = new ConcurrentHashMap<>();

  private final AtomicInteger firstTime = new AtomicInteger();
  private final AtomicInteger conflicts = new AtomicInteger();

  /** An event as it is sent, and its key. */
  private record Sent(String key, String json) {}

  @Test
  void of_ten_thousand_events_each_counts_once_and_each_member_is_the_fold_of_its_own()
      throws Exception {
    List<Sent> all = events(new Random(20260310));
    try (Served served = Served.open(directory);
        var clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Boolean>> work = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        List<Sent> own = new ArrayList<>();
        for (int i = client; i < all.size(); i += CLIENTS) own.add(all.get(i));
        work.add(clients.submit(client(served, own)));
      }
      for (Future<Boolean> each : work) assertThat(each.get()).isTrue();
      assertThat(firstTime).hasValue(EVENTS);
      assertThat(recorded).hasSize(EVENTS);
      assertThat(conflicts.get()).isGreaterThanOrEqualTo(CONFLICTS);
      PackResult.Read shop = Served.shop();
      checkMembers(served, Revision.of(shop.pack(), shop.digest()));
    }
  }

  /**
   * Purchases and redemptions of some days, out of order; a fifth twice or more, some with another
   * amount.
   */
  private static List<Sent> events(Random random) {
    List<Sent> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) events.add(event(random, i));
    Map<Sent, Integer> ranks = new IdentityHashMap<>();
    for (int i = 0; i < EVENTS; i++) ranks.put(events.get(i), i + random.nextInt(APART));
    for (int i = 0; i < DUPLICATES; i++) {
      int of = random.nextInt(EVENTS);
      Sent again = new Sent(events.get(of).key(), events.get(of).json());
      ranks.put(again, of + random.nextInt(4 * APART));
    }
    for (int i = 0; i < CONFLICTS; i++) {
      int of = i * (EVENTS / CONFLICTS);
      Sent twin = new Sent(events.get(of).key(), events.get(of).json().replace("T0", "T1"));
      ranks.put(twin, of + random.nextInt(APART));
    }
    return ranks.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Sent event(Random random, int i) {
    String member = "m" + random.nextInt(MEMBERS);
    int day = i / A_DAY;
    int minute = i % A_DAY * 600 / A_DAY;
    String at =
        "2026-0%d-%02dT0%d:%02d:00Z"
            .formatted(1 + day / 27, 1 + day % 27, minute / 60, minute % 60);
    String what =
        i % 5 == 4
            ? "\"type\":\"redemption\",\"kind\":\"points\",\"points\":" + (1 + random.nextInt(30))
            : "\"type\":\"purchase\",\"amount\":" + (1 + random.nextInt(90));
    return new Sent(
        "till:" + i,
        "{\"source\":\"till\",\"id\":\"%d\",\"member\":\"%s\",\"occurredAt\":\"%s\",%s}"
            .formatted(i, member, at, what));
  }

  private Callable<Boolean> client(Served served, List<Sent> own) {
    return () -> {
      for (int from = 0; from < own.size(); from += AT_ONCE)
        send(served, own.subList(from, Math.min(own.size(), from + AT_ONCE)));
      return true;
    };
  }

  private void send(Served served, List<Sent> events) throws Exception {
    List<Sent> left = events;
    while (!left.isEmpty()) {
      String body = String.join("\n", left.stream().map(Sent::json).toList());
      JsonNode items =
          served.post("/api/v1/events", body, "application/x-ndjson").body().get("items");
      List<Sent> again = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        Sent event = left.get(i);
        switch (items.get(i).get("status").asString()) {
          case "recorded" -> {
            firstTime.incrementAndGet();
            isRecorded(event);
          }
          case "replayed" -> isRecorded(event);
          case "conflict" -> conflicts.incrementAndGet();
          case "busy" -> again.add(event);
          default -> throw new AssertionError(items.get(i));
        }
      }
      left = again;
    }
  }

  private void isRecorded(Sent event) {
    String other = recorded.putIfAbsent(event.key(), event.json());
    if (other != null) assertThat(other).isEqualTo(event.json());
  }

  private void checkMembers(Served served, Revision revision) throws Exception {
    served.now.set(Served.NOON.plus(Duration.ofDays(30)));
    served.server.operation().passTime();
    EventJson json = EventJson.of(EventTerms.of(revision.pack()));
    Fold fold = new Fold(revision);
    Set<String> seen = new HashSet<>();
    for (int m = 0; m < MEMBERS; m++) {
      String member = "m" + m;
      Map<String, byte[]> first = firstDecisions(served, member);
      List<Event> events = new ArrayList<>();
      for (String key : first.keySet()) {
        assertThat(seen.add(key)).as("%s counts once", key).isTrue();
        byte[] event = Objects.requireNonNull(recorded.get(key)).getBytes(UTF_8);
        events.add(json.read(event, 0, event.length, new Faults()).orElseThrow());
      }
      events.sort(Event.ORDER);
      MemberState state = fold.begin(member);
      for (Event event : events) state = fold.fold(state, event, new Told(first), decision -> {});
      state = fold.passTime(state, served.now.get(), decision -> {});
      assertThat(served.server.operation().member(Actor.operator(), member).orElseThrow().state())
          .isEqualTo(state);
    }
    assertThat(seen).isEqualTo(recorded.keySet());
  }

  /** What a till was told stays so, whatever was known later. */
  private record Told(Map<String, byte[]> decisions) implements Grants {
    @Override
    public Grant take(BudgetPlan budget, Event event, long wanted) {
      throw new AssertionError("The programme has no budgets.");
    }

    @Override
    public Optional<Given.Effect> effect(Event event) {
      byte[] decision = decisions.get(EventKey.of(event));
      return event.body() instanceof Event.Body.Redemption && decision != null
          ? Optional.of(new Given.Effect(DecisionReader.refusalOf(decision)))
          : Optional.empty();
    }
  }

  /** What was decided first of each of a member's events; corrections and time are left out. */
  private static Map<String, byte[]> firstDecisions(Served served, String member) throws Exception {
    Map<String, byte[]> first = new HashMap<>();
    String path = "/api/v1/members/" + member + "/decisions?limit=1000&after=";
    JsonNode page = served.get(path + 0).body();
    while (true) {
      page.get("decisions")
          .valueStream()
          .filter(each ->
              EventKey.first(each.get("event").asString()).equals(each.get("event").asString()))
          .filter(each -> !each.get("event").asString().startsWith("time:"))
          .forEach(each ->
              first.put(
                  each.get("event").asString(), each.get("decision").toString().getBytes(UTF_8)));
      if (!page.has("next")) return first;
      page = served.get(path + page.get("next").asLong()).body();
    }
  }
}
