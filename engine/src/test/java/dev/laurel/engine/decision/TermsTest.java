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
  void pointsThatShouldHaveLapsedBeforeTheyWereEarnedLapseAtTheNextMidnight() {
    Story story =
        Story.of(
            """
            programme:
              title: Story
              zone: UTC
              currency: EUR
              pointKinds:
                - id: points
                  title: Points
                  expiry: {type: on, day: 2026-01-31}
            earning:
              - id: own
                title: Own
                rules:
                  - {id: base, title: Base, then: [{type: points, kind: points, points: 5}]}
            """);
    story.buys("2026-03-01T10:00", 100);
    story.buys("2026-03-01T11:00", 100);
    assertThat(story.purse("points").available()).isEqualTo(10);
    story.passes("2026-03-02T00:00");
    assertThat(story.purse("points").expired()).isEqualTo(10);
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
