package dev.laurel.engine.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.rules.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may follow a programme in operation, and what would lose points or history. */
class SuccessionTest {
  private static List<Fault> faults(String from, String to) {
    assertThat(TestPacks.CAFE).contains(from);
    return Succession.faults(
        TestPacks.cafe(), TestPacks.read(TestPacks.CAFE.replace(from, to)).pack());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zone: Europe/Vienna | zone: Europe/Berlin | zone-changed | programme/zone
          currency: EUR | currency: USD | currency-changed | programme/currency
          - {id: stars, title: Stars, unit: hundredths} | - {id: nova, title: Nova} | points-removed | programme/pointKinds/stars
          title: Stars, unit: hundredths | title: Stars | unit-changed | programme/pointKinds/stars/unit
          is: calendar-year | is: calendar-month | not-counted | programme/metrics/spend
          type: spend, base: {netOf: []} | type: purchases | not-counted | programme/metrics/spend
          - {id: since, title: Since, type: date} | - {id: until, title: Until, type: date} | word-removed | vocabulary/member/since
          type: text, personal: true | type: text | attribute-changed | vocabulary/member/email
          values: [all, vegan] | values: [vegan, none] | attribute-changed | vocabulary/member/diet
          title: Tip, type: money | title: Tip, type: number | attribute-changed | vocabulary/purchase/tip
          id: roast, title: Roast | id: bean, title: Bean | word-removed | vocabulary/product/roast
          id: tasting, title: Tasting | id: course, title: Course | word-removed | vocabulary/events/tasting
          """)
  void what_would_lose_points_or_history_may_not_follow(
      String from, String to, String code, String place) {
    assertThat(faults(from, to))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo(code);
          assertThat(fault.place()).isEqualTo(place);
          assertThat(fault.remedy()).isNotBlank();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          atLeast: 100 | atLeast: 250
          - {id: Base, title: Base} | - {id: Base, title: Guest}
          id: Gold, title: Gold | id: Silver, title: Silver
          points: 1, each: 1.00 | points: 3, each: 2.00
          - {id: points, title: Points} | - {id: more, title: More}\\n    - {id: points, title: Points}
          values: [all, vegan] | values: [all, vegan, raw]
          - {id: tasting, title: Tasting} | - {id: tasting, title: Tasting}\\n    - {id: course, title: Course}
          """)
  void tiers_rules_and_whatever_is_added_may_follow(String from, String to) {
    assertThat(faults(from, to.replace("\\n", "\n"))).isEmpty();
  }

  @Test
  void all_that_stands_in_the_way_is_told_at_once() {
    assertThat(
            Succession.faults(
                TestPacks.cafe(),
                TestPacks.read(
                        TestPacks.CAFE
                            .replace("Europe/Vienna", "UTC")
                            .replace("is: calendar-year", "is: lifetime")
                            .replace("title: Tip, type: money", "title: Tip, type: text"))
                    .pack()))
        .extracting(Fault::code)
        .containsExactly("zone-changed", "not-counted", "attribute-changed");
  }
}
