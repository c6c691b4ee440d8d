package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.ledger.Story;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** When terms of tiers end. */
class TermsTest {
  private static Story ladder(String terms) {
    return Story.of(
        """
        ladders:
          - id: status
            title: Status
            %s
            tiers:
              - {id: Base, title: Base}
              - id: Gold
                title: Gold
                entry: {type: reaches, id: spend, metric: spend, atLeast: 100}
        """
            .formatted(terms));
  }

  @Test
  void aTermReachedOnTheLastDayOfItsPeriodLastsThroughTheNext() {
    Story story = ladder("validity: {type: rest-of-period, period: year, more: 0}");
    story.buys("2026-12-31T10:00", 10_000);
    assertThat(story.until("status")).contains(LocalDate.of(2027, 12, 31));
  }

  @Test
  void aReviewOnTheLastDayOfAPeriodRenewsForTheNext() {
    Story story = ladder("validity: {type: rest-of-period, period: year, more: 0}");
    story.buys("2026-03-01T10:00", 10_000);
    assertThat(story.until("status")).contains(LocalDate.of(2026, 12, 31));
    story.passes("2027-06-01T00:00");
    assertThat(story.until("status")).contains(LocalDate.of(2027, 12, 31));
    story.passes("2028-06-01T00:00");
    assertThat(story.tier("status")).isEqualTo("Base");
  }

  @Test
  void aTermOfNoLengthEndsAtTheNextMidnight() {
    for (String ends : new String[] {"at-its-start", "to-its-end"}) {
      Story story = ladder("validity: {type: for, span: 0 months}\n    ends: " + ends);
      story.buys("2026-03-01T10:00", 10_000);
      assertThat(story.until("status")).as(ends).contains(LocalDate.of(2026, 3, 2));
    }
  }
}
