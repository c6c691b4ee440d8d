package dev.laurel.engine.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.overview.Forecast.Count;
import dev.laurel.engine.overview.Forecast.Counted;
import dev.laurel.engine.overview.Forecast.Move;
import dev.laurel.engine.overview.Forecast.Unknown;
import dev.laurel.engine.overview.Forecast.Why;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Ladder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Members of a shop where Silver begins at 100.00 spent in the year and Gold at 250.00. */
class PositionsTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final LocalDate YEAR = LocalDate.parse("2026-01-01");
  private static final String USUAL =
      """
            - {id: Silver, title: Silver, entry: {type: reaches, id: spend, metric: spend, atLeast: 100}}
            - {id: Gold, title: Gold, entry: {type: reaches, id: spend, metric: spend, atLeast: 250}}
      """;
  private static final Revision SHOP = revision(USUAL);

  private final Positions positions = new Positions(SHOP, NOW);

  private static Revision revision(String tiers) {
    return Programmes.of(
        """
        pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
        programme:
          title: Shop
          zone: Europe/Vienna
          currency: EUR
          pointKinds:
            - {id: points, title: Points}
          periods:
            - {id: year, title: Year, is: calendar-year}
          metrics:
            - {id: spend, title: Spend, counts: {type: spend}, over: year}
            - {id: visits, title: Visits, counts: purchases, over: year}
        ladders:
          - id: status
            title: Status
            tiers:
              - {id: Base, title: Base}
        """
            + tiers);
  }

  private static Ladder ladder(String tiers) {
    return revision(tiers).pack().ladders().getFirst();
  }

  private static Ladder from(String silver, String gold) {
    return ladder(USUAL.replace("atLeast: 100", "atLeast: " + silver).replace("250", gold));
  }

  private void member(String tier, String spent) {
    positions.add(state(SHOP, tier, spent));
  }

  private static MemberState state(Revision revision, String tier, String spent) {
    MemberState fresh = new Decider(revision).begin("somebody");
    Tally none = Tally.EMPTY;
    long cents = new BigDecimal(spent).movePointRight(2).longValueExact();
    int year = (int) YEAR.toEpochDay();
    return new MemberState(
        fresh.member(),
        1,
        NOW,
        fresh.metricSet(),
        fresh.profile(),
        List.of(new MemberState.Standing("status", tier, YEAR, Optional.empty(), "")),
        fresh.purses(),
        List.of(Tally.of(new int[] {year}, new long[] {cents}, year), none),
        fresh.usages(),
        1,
        Optional.empty());
  }

  private Counted forecast(Ladder other) {
    return (Counted) positions.forecast(other);
  }

  @Test
  void nobody_moves_where_nothing_is_changed() {
    member("Base", "99.99");
    member("Silver", "100");
    member("Gold", "0");
    Counted counted = forecast(from("100", "250"));
    assertThat(counted.moves()).isEmpty();
    assertThat(counted.tiers())
        .containsExactly(
            new Count("Base", 1, 1), new Count("Silver", 1, 1), new Count("Gold", 1, 1));
    assertThat(counted.asOf()).isEqualTo(NOW);
  }

  @Test
  void whoever_meets_a_lower_threshold_rises_to_the_cent() {
    member("Silver", "199.99");
    member("Silver", "200.00");
    member("Silver", "249.99");
    Counted counted = forecast(from("100", "200"));
    assertThat(counted.moves()).containsExactly(new Move("Silver", "Gold", 2));
    assertThat(counted.tiers())
        .containsExactly(
            new Count("Base", 0, 0), new Count("Silver", 3, 1), new Count("Gold", 0, 2));
  }

  @Test
  void whoever_misses_a_higher_threshold_falls_but_not_whoever_holds_the_tier_by_its_term() {
    member("Gold", "260");
    member("Gold", "300");
    member("Gold", "20");
    Counted counted = forecast(from("100", "300"));
    assertThat(counted.moves()).containsExactly(new Move("Gold", "Silver", 1));
  }

  @Test
  void a_tier_between_takes_from_the_one_below() {
    member("Silver", "150");
    member("Silver", "199");
    Counted counted =
        forecast(
            ladder(
                USUAL.replace(
                    "      - {id: Gold",
                    "      - {id: Pearl, title: Pearl, entry: {type: reaches, id: p, metric: spend, atLeast: 180}}\n"
                        + "      - {id: Gold")));
    assertThat(counted.moves()).containsExactly(new Move("Silver", "Pearl", 1));
  }

  @Test
  void who_stands_on_a_tier_that_goes_stands_on_the_next_lower_one() {
    member("Silver", "150");
    member("Gold", "260");
    Counted counted = forecast(ladder(USUAL.lines().skip(1).toList().getFirst() + "\n"));
    assertThat(counted.moves()).containsExactly(new Move("Silver", "Base", 1));
    assertThat(counted.tiers())
        .containsExactly(
            new Count("Base", 0, 1), new Count("Gold", 1, 1), new Count("Silver", 1, 0));
  }

  @Test
  void who_counts_by_other_metrics_is_skipped_and_told() {
    member("Base", "1");
    positions.add(
        state(
            Programmes.of(
                """
                pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
                programme:
                  title: Shop
                  zone: Europe/Vienna
                  currency: EUR
                """),
            "Base",
            "1"));
    Counted counted = forecast(from("1", "250"));
    assertThat(counted.members()).isEqualTo(2);
    assertThat(counted.skipped()).isEqualTo(1);
    assertThat(counted.moves()).containsExactly(new Move("Base", "Silver", 1));
  }

  @Test
  void what_cannot_be_counted_is_said() {
    member("Base", "1");
    assertThat(
            positions.forecast(
                ladder(USUAL.replace("metric: spend, atLeast: 250", "metric: visits, atLeast: 5"))))
        .isEqualTo(new Unknown(Why.ASKS_MORE, "Gold"));
    Ladder usual = from("100", "250");
    assertThat(positions.forecast(renamed(usual, "other", usual.tiers())))
        .isEqualTo(new Unknown(Why.NEW_LADDER, ""));
    assertThat(positions.forecast(renamed(usual, "status", List.of())))
        .isEqualTo(new Unknown(Why.NO_TIERS, ""));
  }

  private static Ladder renamed(Ladder of, String id, List<Ladder.Tier> tiers) {
    return new Ladder(
        id,
        of.title(),
        of.upgrade(),
        of.renewal(),
        of.validity(),
        of.ends(),
        of.descent(),
        of.grace(),
        tiers,
        of.milestones());
  }

  @Test
  void members_are_spread_over_a_metric() {
    member("Base", "0");
    member("Base", "9.99");
    member("Base", "10");
    member("Gold", "1000");
    assertThat(
            positions.spread(
                "spend", List.of(BigDecimal.ZERO, BigDecimal.TEN, new BigDecimal("50"))))
        .containsExactly(2L, 1L, 1L);
    assertThat(positions.most("spend"))
        .hasValueSatisfying(most -> assertThat(most).isEqualByComparingTo("1000"));
    assertThat(positions.spread("visits", List.of(BigDecimal.ZERO))).isEmpty();
  }

  private static String cents(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  @Test
  void a_fifth_of_a_million_members_are_told_in_far_less_than_a_second() {
    SplittableRandom random = new SplittableRandom(7);
    List<MemberState> some =
        IntStream.range(0, 1_000)
            .mapToObj(_ -> state(SHOP, "Base", cents(random.nextLong(40_000))))
            .toList();
    for (int i = 0; i < 200_000; i++) positions.add(some.get(i % some.size()));
    long began = System.nanoTime();
    Counted counted = forecast(from("90", "200"));
    assertThat(System.nanoTime() - began).isLessThan(1_000_000_000L);
    assertThat(counted.tiers().stream().mapToLong(Count::would).sum()).isEqualTo(200_000);
    assertThat(counted.moving()).isPositive();
  }
}
