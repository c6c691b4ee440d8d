package dev.laurel.ui.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.pack.PackResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private static final int EVENTS = 8_000;
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

  /** Purchases and redemptions of some days; a fifth twice or more, some with another amount. */
  private static List<Sent> events(Random random) {
    List<Sent> all = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) all.add(event(random, i));
    for (int i = 0; i < DUPLICATES; i++) all.add(all.get(random.nextInt(EVENTS)));
    for (int i = 0; i < CONFLICTS; i++) {
      Sent twin = all.get(i * (EVENTS / CONFLICTS));
      all.add(new Sent(twin.key(), twin.json().replace("T0", "T1")));
    }
    Collections.shuffle(all, random);
    return all;
  }

  private static Sent event(Random random, int i) {
    String member = "m" + random.nextInt(MEMBERS);
    String at = "2026-0%d-%02dT0%d:00:00Z".formatted(1 + i % 2, 1 + i % 27, i % 10);
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
      MemberState state = fold.begin(member);
      for (String key : inOrder(served, member)) {
        if (key.startsWith("time:")) continue;
        assertThat(seen.add(key)).as("%s counts once", key).isTrue();
        byte[] event = recorded.get(key).getBytes(UTF_8);
        Event read = json.read(event, 0, event.length, new Faults()).orElseThrow();
        state = fold.fold(state, read, decision -> {});
      }
      state = fold.passTime(state, served.now.get(), decision -> {});
      assertThat(served.server.operation().member(Actor.operator(), member).orElseThrow().state())
          .isEqualTo(state);
    }
    assertThat(seen).isEqualTo(recorded.keySet());
  }

  /** The keys of a member's events in the order in which they were decided. */
  private static List<String> inOrder(Served served, String member) throws Exception {
    JsonNode page = served.get("/api/v1/members/" + member + "/decisions?limit=1000").body();
    assertThat(page.has("next")).isFalse();
    return page.get("decisions").valueStream().map(d -> d.get("event").asString()).toList();
  }
}
