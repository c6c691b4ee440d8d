package dev.laurel.engine.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.recording.LeaseStore;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.MemberStore;
import dev.laurel.engine.recording.MemoryStores;
import dev.laurel.engine.revision.Revision;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class QuintilePassTest {
  private static final int MANY = 200_000;
  private static final Instant MORNING = Instant.parse("2026-03-01T05:00:00Z");
  private static final Fold FOLD = new Fold(Ranked.REVISION);

  /** One who bought something the day before; what it came to, others are given instead. */
  private static final MemberState BUYER =
      FOLD.fold(
          FOLD.begin("m"),
          Ranked.purchase("m", "1", MORNING.minus(Duration.ofDays(1)), 100),
          _ -> {});

  private final QuintilesInMemory kept = new QuintilesInMemory();
  private final MemoryStores stores = new MemoryStores();
  private final List<String> asked = new ArrayList<>();
  private final List<Integer> notes = new ArrayList<>();
  private Instant now = MORNING;

  /** Members of whom each is made when the page is read on which it stands. */
  private MemberStore members(int count) {
    return (MemberStore)
        Proxy.newProxyInstance(
            MemberStore.class.getClassLoader(),
            new Class<?>[] {MemberStore.class},
            (_, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("page");
              String after = (String) arguments[0];
              int limit = (Integer) arguments[1];
              assertThat(limit).isLessThanOrEqualTo(500);
              asked.add(after);
              List<MemberRecord> page = new ArrayList<>();
              int next = after.isEmpty() ? 0 : Integer.parseInt(after) + 1;
              for (int i = next; i < count && page.size() < limit; i++) page.add(member(i));
              return page;
            });
  }

  /** Each comes to another amount: a number that has no divisor in common stirs them. */
  private static long cents(int number) {
    return Math.floorMod(number * 7_919L, MANY) + 1;
  }

  private static MemberRecord member(int number) {
    String id = "%07d".formatted(number);
    List<Tally> tallies = new ArrayList<>(BUYER.tallies());
    Tally money = tallies.get(1);
    tallies.set(1, Tally.of(new int[] {money.key(0)}, new long[] {cents(number)}, money.lastDay()));
    MemberState state =
        new MemberState(
            id,
            BUYER.version(),
            BUYER.asOf(),
            BUYER.metricSet(),
            BUYER.profile(),
            BUYER.standings(),
            BUYER.purses(),
            tallies,
            BUYER.usages(),
            BUYER.purchases(),
            BUYER.lastPurchase());
    return new MemberRecord(id, 1, state, 1, Optional.empty(), List.of());
  }

  private QuintilePass pass(int members) {
    LeaseStore leases = stores.stores().leases();
    return new QuintilePass(
        members(members),
        new LeaseStore() {
          @Override
          public Optional<String> take(String name, Duration length) {
            return leases.take(name, length);
          }

          @Override
          public boolean note(String name, String progress) {
            notes.add(progress.length());
            return leases.note(name, progress);
          }

          @Override
          public void release(String name) {
            leases.release(name);
          }
        },
        kept,
        new KnownQuintiles(kept, () -> 0),
        () -> Timeline.of(FOLD),
        () -> now);
  }

  private Optional<Quintiles> taken(int members) {
    return pass(members).run(() -> false);
  }

  @Test
  void the_fifths_of_two_hundred_thousand_members_are_found_page_by_page() {
    Quintiles.Bounds found = taken(MANY).orElseThrow().of("30 days").orElseThrow();
    assertThat(found.members()).isEqualTo(MANY);
    // All amounts from 1 to 200,000 cents occur once.
    assertThat(found.money()).isEqualTo(new Quintiles.Starts(40_001, 80_001, 120_001, 160_001));
    // Everybody bought once, on the same day.
    assertThat(found.frequency().of(1)).isEqualTo(1);
    assertThat(found.frequency().second()).isEqualTo(2);
    long day = LocalDate.of(2026, 2, 28).toEpochDay();
    assertThat(found.recency()).isEqualTo(new Quintiles.Starts(day + 1, day + 1, day + 1, day + 1));
    // All that is carried from page to page.
    assertThat(notes).hasSizeGreaterThan(30).allMatch(size -> size < 100_000);
  }

  @Test
  void it_holds_some_minutes_after_it_was_taken_and_one_is_taken_a_day() {
    Quintiles first = taken(7).orElseThrow();
    assertThat(first.day()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(first.from()).isEqualTo(now.plus(KnownQuintiles.NOTICE));
    assertThat(taken(7)).isEmpty();
    // In Vienna the next day begins at eleven in the evening of Greenwich.
    now = Instant.parse("2026-03-01T22:59:59Z");
    assertThat(taken(7)).isEmpty();
    now = Instant.parse("2026-03-01T23:00:00Z");
    assertThat(taken(7).orElseThrow().day()).isEqualTo(LocalDate.of(2026, 3, 2));
    KnownQuintiles known = new KnownQuintiles(kept, () -> 0);
    assertThat(known.at(first.from().minusNanos(1))).isEmpty();
    assertThat(known.at(first.from())).contains(first);
    assertThat(known.at(now.plusSeconds(599))).contains(first);
    assertThat(known.at(now.plusSeconds(600)).orElseThrow().day()).isEqualTo("2026-03-02");
  }

  @Test
  void what_falls_due_of_a_stock_meanwhile_does_not_keep_it_from_being_taken() {
    String cake =
        """
          - id: days
            title: Days
            rules:
              - {id: cake, title: Cake, on: birthday, then: [{type: entitle, benefit: cake}]}
        benefits: [{id: cake, title: A cake, stock: 1}]
        segments:
        """;
    Revision under = Programmes.of(Ranked.TEXT.replace("segments:\n", cake));
    Fold before =
        new Fold(Programmes.of(Ranked.TEXT.substring(0, Ranked.TEXT.indexOf("earning:"))));
    MemberState state =
        before.fold(
            before.begin("ann"),
            new Event(
                "app",
                "1",
                "ann",
                MORNING.minus(Duration.ofDays(9)),
                new Event.Body.Enrolment(Optional.of(MonthDay.of(2, 25)), Map.of())),
            _ -> {});
    MemberStore members = stores.stores().members();
    members.put(new MemberRecord("ann", 1, state, 1, Optional.empty(), List.of()));
    QuintilePass pass =
        new QuintilePass(
            members,
            stores.stores().leases(),
            kept,
            new KnownQuintiles(kept, () -> 0),
            () ->
                Timeline.of(before).with(MORNING.minus(Duration.ofDays(5)), () -> new Fold(under)),
            () -> now);
    assertThat(pass.run(() -> false)).isPresent();
  }

  @Test
  void where_nobody_bought_anything_there_are_no_fifths() {
    assertThat(taken(0).orElseThrow().of("30 days")).isEmpty();
    assertThat(taken(0)).isEmpty();
  }

  /** Ends after so many pages, as a process does that is told to, or that dies. */
  private static BooleanSupplier after(int pages) {
    int[] left = {pages};
    return () -> --left[0] <= 0;
  }

  @Test
  void another_process_goes_on_where_one_broke_off_and_finds_the_same() {
    Quintiles whole = taken(MANY).orElseThrow();
    now = now.plus(Duration.ofDays(1));
    List<String> alone = List.copyOf(asked);
    asked.clear();
    assertThat(pass(MANY).run(after(90))).isEmpty();
    assertThat(pass(MANY).run(after(400))).isEmpty();
    Quintiles parted = taken(MANY).orElseThrow();
    assertThat(parted.of("30 days").orElseThrow().money())
        .isEqualTo(whole.of("30 days").orElseThrow().money());
    assertThat(asked).isEqualTo(alone);
  }

  @Test
  void who_dies_without_a_word_costs_the_pages_since_the_last_note() {
    assertThat(taken(MANY)).isPresent();
    now = now.plus(Duration.ofDays(1));
    int whole = asked.size();
    asked.clear();
    QuintilePass dying = pass(MANY);
    try {
      int[] left = {70};
      dying.run(() -> {
        if (--left[0] == 0) throw new IllegalStateException("killed");
        return false;
      });
    } catch (IllegalStateException killed) {
      assertThat(killed).hasMessage("killed");
    }
    assertThat(taken(MANY)).isPresent();
    assertThat(asked.size()).isBetween(whole + 1, whole + 20);
  }

  @Test
  void while_one_process_takes_it_others_leave_it_alone() {
    QuintilePass other = pass(5_000);
    List<Optional<Quintiles>> others = new ArrayList<>();
    assertThat(
            pass(5_000)
                .run(() -> {
                  others.add(other.run(() -> false));
                  return false;
                }))
        .isPresent();
    assertThat(others).isNotEmpty().allMatch(Optional::isEmpty);
  }
}
