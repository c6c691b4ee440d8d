package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.BenefitPlan;
import dev.laurel.engine.revision.Revision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is only tried shows as many codes as would be given out. */
class SampleCodesTest {
  private static final Revision REVISION =
      Programmes.of(
          """
          pack: {format: 1, id: none, version: 1.0.0, title: None}
          programme: {title: None, zone: UTC, currency: EUR}
          benefits:
            - {id: cake, title: Cake, codes: {prefix: C-, length: 8}, entitlement: {uses: 1}}
          """);

  private static final BenefitPlan CAKE = REVISION.benefits().getFirst();

  private static Event bought(String id) {
    return new Event(
        "till",
        id,
        "ann",
        Instant.parse("2026-03-01T09:00:00Z"),
        Body.Purchase.of(1_00, List.of()));
  }

  @Test
  void a_thousand_of_the_shortest_are_all_different() {
    List<String> codes = SampleCodes.of(CAKE, bought("1"), 0, 1_000);
    assertThat(codes)
        .doesNotHaveDuplicates()
        .hasSize(1_000)
        .allMatch(c -> c.matches("C-[01ILOU]{6}"));
  }

  @Test
  void those_that_come_later_of_one_event_are_others_and_again_they_are_the_same() {
    List<String> all = SampleCodes.of(CAKE, bought("1"), 0, 5);
    assertThat(SampleCodes.of(CAKE, bought("1"), 2, 3)).isEqualTo(all.subList(2, 5));
    assertThat(SampleCodes.of(CAKE, bought("2"), 0, 5)).doesNotContainAnyElementsOf(all);
  }
}
