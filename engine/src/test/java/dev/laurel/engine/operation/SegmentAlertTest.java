package dev.laurel.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.overview.Gathered;
import dev.laurel.engine.overview.Overview;
import dev.laurel.rules.language.Pack;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** When the share of a segment is told to have left its bounds. */
class SegmentAlertTest {
  private static final Pack PACK =
      TestPacks.read(
              """
              pack: {format: 1, id: club, version: 1.0.0, title: Club}
              programme:
                title: Club
                zone: UTC
                currency: EUR
                pointKinds: [{id: points, title: Points}]
              segments:
                - id: lost
                  title: Lost
                  is: {type: lifecycle, stage: lost, newFor: 1 month, activeFor: 1 month, lostAfter: 6 months}
                  alerts:
                    - {id: many, abovePercent: 12.5}
                    - {id: few, belowPercent: 0.01}
              """)
          .pack();

  private static List<String> alerts(long members, Map<String, Long> counted) {
    Gathered gathered =
        new Gathered(new TreeMap<>(counted), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    Overview overview =
        new Overview(
            Instant.parse("2026-05-01T00:00:00Z"),
            "",
            members,
            new TreeMap<>(),
            List.of(),
            gathered);
    return SegmentAlert.of(PACK, overview).stream()
        .map(alert -> "%s %s %s".formatted(alert.alert(), alert.side(), alert.share()))
        .toList();
  }

  @Test
  void just_the_bound_is_no_alert_and_one_member_more_is() {
    assertThat(alerts(10_000_000, Map.of("lost", 1_250_000L))).isEmpty();
    assertThat(alerts(10_000_000, Map.of("lost", 1_250_001L))).containsExactly("many ABOVE 12.50");
    assertThat(alerts(10_000_000, Map.of("lost", 1_000L))).isEmpty();
    assertThat(alerts(10_000_000, Map.of("lost", 999L))).containsExactly("few BELOW 0.01");
    assertThat(alerts(8, Map.of("lost", 0L))).containsExactly("few BELOW 0.00");
  }

  @Test
  void what_was_not_counted_gives_no_alert() {
    assertThat(alerts(0, Map.of("lost", 0L))).isEmpty();
    assertThat(alerts(10, Map.of())).isEmpty();
  }

  @Test
  void the_bound_is_told_as_the_programme_says_it() {
    Gathered gathered =
        new Gathered(
            new TreeMap<>(Map.of("lost", 5L)), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    assertThat(
            SegmentAlert.of(
                PACK, new Overview(Instant.EPOCH, "", 10, new TreeMap<>(), List.of(), gathered)))
        .containsExactly(
            new SegmentAlert(
                "lost", "many", SegmentAlert.Side.ABOVE, new BigDecimal("12.5"), 5, 10));
  }
}
