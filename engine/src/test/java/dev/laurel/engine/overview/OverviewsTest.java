package dev.laurel.engine.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.operation.SegmentAlert;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.MemberStore;
import dev.laurel.engine.recording.MemoryStores;
import dev.laurel.engine.revision.Revision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OverviewsTest {
  private static final String PACK =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme:
        title: Shop
        zone: UTC
        currency: EUR
        pointKinds:
          - {id: points, title: Points, worth: 0.005, expiry: {type: after, span: 1 month, edge: at-its-start}}
        periods: [{id: year, title: Year, is: {type: rolling, span: 12 months}}]
        metrics: [{id: spend, title: Spend, counts: spend, over: year}]
      ladders:
        - id: status
          title: Status
          tiers:
            - {id: Base, title: Base}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: g, metric: spend, atLeast: 100}
      earning:
        - id: own
          title: Own
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
      """;

  private static final Revision SHOP = Programmes.of(PACK);

  private final MemberStore members = new MemoryStores().stores().members();
  private final Days days = new Days();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-10T12:00:00Z"));
  private final Overviews overviews =
      new Overviews(members, days, () -> Timeline.of(new Fold(SHOP)), now::get, () -> 0);

  /** Overviews in memory. */
  private static final class Days implements OverviewStore {
    private final TreeMap<LocalDate, Overview> all = new TreeMap<>();

    @Override
    public void put(LocalDate day, Overview overview) {
      all.put(day, overview);
    }

    @Override
    public Optional<Overview> latest() {
      return Optional.ofNullable(all.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public Optional<Overview> onOrBefore(LocalDate day) {
      return Optional.ofNullable(all.floorEntry(day))
          .or(() -> Optional.ofNullable(all.firstEntry()))
          .map(Map.Entry::getValue);
    }
  }

  private void buys(String member, long euros) {
    buys(SHOP, member, euros);
  }

  private void buys(Revision under, String member, long euros) {
    Event event =
        new Event(
            "till",
            member,
            member,
            now.get(),
            new Body.Purchase(euros * 100, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of()));
    Fold fold = new Fold(under);
    MemberState state = fold.fold(fold.begin(member), event, _ -> {});
    assertThat(members.put(new MemberRecord(member, 1, state, 1, Optional.empty(), List.of())))
        .isTrue();
  }

  @Test
  void members_are_counted_by_tier_and_their_points_are_summed() {
    for (int member = 0; member < 1_203; member++) buys("m" + member, member < 3 ? 101 : 1);
    Overview counted = overviews.count().orElseThrow();
    assertThat(counted.asOf()).isEqualTo(now.get());
    assertThat(counted.members()).isEqualTo(1_203);
    assertThat(counted.tiers()).isEqualTo(Map.of("status", Map.of("Base", 1_200L, "Gold", 3L)));
    Overview.Sums points = counted.kinds().getFirst();
    assertThat(points.earned()).isEqualTo(3 * 101 + 1_200).isEqualTo(points.outstanding());
    assertThat(points.lapsing()).isEqualTo(Map.of(LocalDate.of(2026, 4, 10), 1_503L));
    assertThat(points.lapsing(LocalDate.of(2026, 4, 11), LocalDate.of(2026, 5, 1))).isZero();
    // 1,503 points at half a cent are 7.515 euros.
    assertThat(counted.liability()).isEqualTo(new BigDecimal("7.52"));
    assertThat(overviews.latest()).contains(counted);
  }

  @Test
  void one_overview_is_kept_for_each_day() {
    buys("ann", 1);
    overviews.count();
    now.set(now.get().plusSeconds(3_600));
    buys("bob", 1);
    overviews.count();
    now.set(now.get().plusSeconds(86_400));
    buys("cid", 1);
    overviews.count();
    assertThat(days.all.values().stream().map(Overview::members)).containsExactly(2L, 3L);
    assertThat(overviews.onOrBefore(LocalDate.of(2026, 3, 10)).map(Overview::members)).contains(2L);
    assertThat(overviews.onOrBefore(LocalDate.of(2020, 1, 1)).map(Overview::members))
        .as("the first where none is older")
        .contains(2L);
  }

  @Test
  void whoever_still_counts_by_other_metrics_is_no_part_of_a_share() {
    Revision before = Programmes.of(PACK.replace("counts: spend", "counts: purchases"));
    Revision now =
        Programmes.of(
            PACK
                + """
                segments:
                  - id: buyers
                    title: Buyers
                    is: {type: meets, when: {some: metrics.spend > 0}}
                    alerts: [{id: few, belowPercent: 90}]
                """);
    buys(now, "ann", 5);
    for (String member : List.of("bob", "cid", "dan")) buys(before, member, 5);
    Overview counted =
        new Overviews(members, days, () -> Timeline.of(new Fold(now)), this.now::get, () -> 0)
            .count()
            .orElseThrow();
    assertThat(counted.members()).isEqualTo(4);
    assertThat(counted.gathered().segments()).containsEntry("buyers", 1L);
    assertThat(counted.lookedAt()).isEqualTo(1);
    assertThat(SegmentAlert.of(now.pack(), counted)).isEmpty();
  }

  @Test
  void what_falls_due_of_a_stock_meanwhile_keeps_nobody_from_being_counted() {
    Revision before = Programmes.of(PACK.replace("counts: spend", "counts: purchases"));
    Revision under =
        Programmes.of(
            PACK
                + """
                  - id: days
                    title: Days
                    rules:
                      - {id: cake, title: Cake, on: birthday, then: [{type: entitle, benefit: cake}]}
                benefits: [{id: cake, title: A cake, stock: 1}]
                """);
    Fold fold = new Fold(before);
    Event enrols =
        new Event(
            "app",
            "1",
            "ann",
            now.get().minus(Duration.ofDays(2)),
            new Body.Enrolment(Optional.of(MonthDay.of(3, 10)), Map.of()));
    MemberState state = fold.fold(fold.begin("ann"), enrols, _ -> {});
    assertThat(members.put(new MemberRecord("ann", 1, state, 1, Optional.empty(), List.of())))
        .isTrue();
    Overview counted =
        new Overviews(
                members,
                days,
                () ->
                    Timeline.of(fold)
                        .with(now.get().minus(Duration.ofDays(1)), () -> new Fold(under)),
                now::get,
                () -> 0)
            .count()
            .orElseThrow();
    assertThat(counted.members()).isEqualTo(1);
  }

  @Test
  void nobody_is_counted_as_nobody() {
    assertThat(overviews.latest()).isEmpty();
    Overview counted = overviews.count().orElseThrow();
    assertThat(counted.members()).isZero();
    assertThat(counted.members("status", "Gold")).isZero();
    assertThat(counted.liability()).isEqualByComparingTo("0");
  }
}
