package dev.laurel.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.code.CodeStore;
import dev.laurel.engine.code.Codes;
import dev.laurel.engine.code.IssuedCode;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.Holdings.Entitlement;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.fault.Faults;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Each code is given out once, whoever asks, whatever dies when and comes late. */
class CodesKeptTest {
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-04-01T09:00:00Z");
  private static final int ALL = 10_000;

  private static final Revision REVISION =
      Programmes.of(
          Shop.changedText("available: {type: after, span: 3 days}", "pooling: {members: 2}")
                  .replace(
                      "entry: {type: reaches, id: spend, metric: spend, atLeast: 100}",
                      "entry: {type: reaches, id: spend, metric: spend, atLeast: 100}\n"
                          + "        onUpgrade: [{type: entitle, benefit: cake}]")
              + """
                - id: treats
                  title: Treats
                  rules:
                    - id: treat
                      title: Treat
                      on: check-in
                      then: [{type: entitle, benefit: cake, count: 2}]
                    - id: party
                      title: Party
                      on: birthday
                      then: [{type: entitle, benefit: cake}]
              benefits:
                - id: cake
                  title: A cake
                  entitlement: {validFor: 30 days}
                  codes: {prefix: CAKE-, length: 12}
                - id: voucher
                  title: A voucher
                  price: {type: fixed, kind: points, points: 10}
                  codes: {prefix: "V", length: 11}
              """);

  private static final Fold FOLD = new Fold(REVISION);
  private static final EventForm FORM = JsonEvents.of(EventTerms.of(REVISION.pack()));

  private final Stores stores = new MemoryStores().stores();

  private static Recorder recorder(Stores on) {
    return new Recorder(on, InForce.always(Timeline.of(FOLD)), FORM, () -> LATER, Shop.leases());
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private static Event visit(String member, String id, int day) {
    return new Event("app", id, member, day(day), new Body.Other("checkIn", Map.of()));
  }

  private static Event redeem(String member, String id, int day) {
    return new Event(
        "app", id, member, day(day), new Body.Redemption("points", 10, Optional.of("voucher")));
  }

  private static Event use(String member, String id, int day, String benefit, String code) {
    return new Event("till", id, member, day(day), new Body.Use(benefit, Optional.of(code)));
  }

  private static MemberState state(Stores of, String member) {
    return of.members().find(member).orElseThrow().state();
  }

  private static List<String> codes(Stores of, String member) {
    return state(of, member).holdings().entitlements().stream()
        .map(Entitlement::code)
        .map(Optional::orElseThrow)
        .toList();
  }

  private void inTurn(Event... events) {
    try (Recorder recorder = recorder(stores)) {
      for (Event event : events) {
        recorder.record(event);
        recorder.recover();
      }
    }
  }

  private String came(String key) {
    return DecisionReader.refusalOf(stores.decisions().find(key).orElseThrow().decision())
        .map(refusal -> refusal.code())
        .orElse("carried out");
  }

  private static void allDiffer(Stores of) {
    new Truth(FOLD).holdsOfCodes(of);
  }

  @Test
  void what_is_handed_out_or_redeemed_has_a_code_and_is_used_by_it_once() {
    inTurn(
        Shop.purchase("ann", "1", day(0), 50),
        visit("ann", "2", 1),
        redeem("ann", "3", 2),
        visit("ben", "4", 2));
    List<String> all = codes(stores, "ann");
    assertThat(all).hasSize(3);
    assertThat(all.subList(0, 2)).allMatch(code -> code.matches("CAKE-[2-9A-HJKMNP-TV-Z]{7}"));
    assertThat(all.get(2)).matches("V[2-9A-HJKMNP-TV-Z]{10}");
    inTurn(
        use("ann", "5", 3, "", all.get(1)),
        use("ann", "6", 4, "", all.get(1)),
        use("ann", "7", 4, "", "CAKE-2222222"),
        use("ann", "8", 4, "", codes(stores, "ben").getFirst()),
        use("ann", "9", 4, "cake", all.get(2)),
        use("ann", "10", 5, "voucher", all.get(2)));
    assertThat(List.of("till:5", "till:6", "till:7", "till:8", "till:9", "till:10"))
        .extracting(this::came)
        .containsExactly(
            "carried out",
            "code-used",
            "unknown-code",
            "code-of-another",
            "code-of-another-benefit",
            "carried out");
    assertThat(codes(stores, "ann")).containsExactly(all.getFirst());
    allDiffer(stores);
  }

  @Test
  void a_code_is_typed_as_it_is_read() {
    inTurn(visit("ann", "2", 1));
    String code = codes(stores, "ann").getFirst();
    String typed = code.substring(0, 6).toLowerCase(Locale.ROOT) + " " + code.substring(6);
    byte[] row =
        "{\"source\":\"till\",\"id\":\"5\",\"member\":\"ann\",\"occurredAt\":\"2026-03-04T09:00:00Z\",\"type\":\"use\",\"code\":\"%s\"}"
            .formatted(typed)
            .getBytes(StandardCharsets.UTF_8);
    var faults = new Faults();
    Event read =
        EventJson.of(EventTerms.of(REVISION.pack())).read(row, 0, row.length, faults).orElseThrow();
    inTurn(read);
    assertThat(came("till:5")).isEqualTo("carried out");
  }

  @Test
  void what_ladders_and_time_alone_hand_out_has_codes_too() {
    inTurn(
        new Event(
            "app",
            "1",
            "ann",
            day(0),
            new Body.Enrolment(Optional.of(MonthDay.of(3, 5)), Map.of())),
        Shop.purchase("ann", "2", day(1), 150),
        visit("ann", "3", 9));
    assertThat(codes(stores, "ann")).hasSize(4).allMatch(code -> code.startsWith("CAKE-"));
    allDiffer(stores);
    // What comes late before all of it changes no code that somebody may have been shown.
    List<String> before = codes(stores, "ann");
    inTurn(Shop.purchase("ann", "4", day(0).plusSeconds(60), 5));
    assertThat(codes(stores, "ann")).isEqualTo(before);
    allDiffer(stores);
    new Truth(FOLD).holds(stores, FORM, List.of());
  }

  private static List<Event> story() {
    return List.of(
        Shop.purchase("ann", "1", day(0), 50),
        visit("ann", "2", 1),
        visit("ben", "3", 1),
        redeem("ann", "4", 2),
        visit("ann", "5", 1),
        redeem("ann", "6", 3));
  }

  private static boolean send(Stores on, List<Event> story) {
    Recorder recorder = recorder(on);
    try {
      recorder.recover();
      for (int i = 0; i < story.size(); i += 3) recorder.record(story.subList(i, i + 3));
      recorder.recover();
      return true;
    } catch (DyingStores.Dead | IllegalStateException dead) {
      return false;
    }
  }

  @Test
  void wherever_a_process_dies_no_code_that_was_shown_is_lost_or_given_twice() {
    List<Event> story = story();
    int calls = 1;
    while (!send(DyingStores.of(new MemoryStores().stores(), calls, false), story)) calls++;
    assertThat(calls).isGreaterThan(20);
    for (int at = 0; at < calls; at++)
      for (boolean done : new boolean[] {false, true}) {
        Stores kept = new MemoryStores().stores();
        send(DyingStores.of(kept, at, done), story);
        Set<String> shown = new HashSet<>();
        for (MemberRecord record : kept.members().page("", ALL))
          shown.addAll(codes(kept, record.member()));
        assertThat(send(kept, story)).isTrue();
        Set<String> now = new HashSet<>(codes(kept, "ann"));
        now.addAll(codes(kept, "ben"));
        assertThat(now).as("after death at %d", at).containsAll(shown).hasSize(8);
        allDiffer(kept);
        new Truth(FOLD).holds(kept, FORM, story);
      }
  }

  @Test
  void two_processes_never_give_out_the_same() throws Exception {
    // Chances that are the same in both would give the same, were it not for the store.
    Codes one = new Codes(stores.codes(), new Random(7));
    Codes two = new Codes(stores.codes(), new Random(7));
    var benefit = REVISION.pack().benefits().getFirst();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<String>>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        Codes codes = i % 2 == 0 ? one : two;
        String event = "app:" + i;
        all.add(threads.submit(() -> codes.issue(benefit, "ann", event, 3)));
      }
      List<String> issued = new ArrayList<>();
      for (var each : all) issued.addAll(each.get());
      assertThat(issued).hasSize(600).doesNotHaveDuplicates();
    }
  }

  @Test
  void whoever_would_give_out_what_is_given_out_already_is_told_so() {
    Codes codes = new Codes(stores.codes(), () -> 0L);
    var benefit = REVISION.pack().benefits().getFirst();
    List<String> first = codes.issue(benefit, "ann", "app:1", 1);
    assertThat(first).hasSize(1);
    assertThatThrownBy(() -> codes.issue(benefit, "ben", "app:2", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Make those of the benefit cake longer");
    assertThat(stores.codes().find(first.getFirst()).orElseThrow().member()).isEqualTo("ann");
  }

  /** That the tests above can fail: a store that takes every code for new gives some out twice. */
  @Test
  void without_the_stores_word_the_same_would_be_given_out_twice() {
    Stores blind =
        Flaws.withCodes(
            stores,
            new CodeStore() {
              @Override
              public Set<String> claim(Collection<IssuedCode> codes) {
                stores.codes().claim(codes);
                return Set.of();
              }

              @Override
              public Optional<IssuedCode> find(String code) {
                return stores.codes().find(code);
              }
            });
    var benefit = REVISION.pack().benefits().getFirst();
    List<String> one = new Codes(blind.codes(), new Random(7)).issue(benefit, "ann", "app:1", 3);
    List<String> two = new Codes(blind.codes(), new Random(7)).issue(benefit, "ben", "app:2", 3);
    assertThat(two).isEqualTo(one);
  }
}
