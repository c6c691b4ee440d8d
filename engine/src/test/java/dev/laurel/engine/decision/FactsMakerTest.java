package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rules see of an event and of the member. */
class FactsMakerTest {
  private static final String BIG =
      """
      earning:
        - id: own
          title: Own
          rules:
            - id: big
              title: Big
              when: purchase.amount >= 100
              then: [{type: points, kind: points, points: 5}]
      """;

  @Test
  void anAttributeCalledLikeAnAmountIsNotTheAmount() {
    Map<String, Datum> forged = Map.of("amount", Datum.of(Value.of(new BigDecimal("1000.00"))));
    assertThat(Story.given(Story.of(BIG).buys("2026-03-01T10:00", 100, forged))).isEmpty();
  }

  @Test
  void anAttributeCalledTypeDoesNotMakeAnEventAPurchase() {
    Story story =
        Story.of(
            """
            earning:
              - id: own
                title: Own
                rules:
                  - {id: any, title: Any, then: [{type: points, kind: points, points: 5}]}
            """);
    Map<String, Datum> forged = Map.of("type", Datum.of(Value.of("purchase")));
    assertThat(Story.given(story.does("2026-03-01T10:00", "checkIn", forged))).isEmpty();
  }

  @Test
  void aRedemptionSeesTheBalanceBeforeIt() {
    Story story =
        Story.of(
            """
            earning:
              - id: own
                title: Own
                rules:
                  - id: all
                    title: All
                    on: redemption
                    when: points.points = 100
                    then: [{type: points, kind: points, points: 1}]
            """);
    story.does("2026-03-01T10:00", new Body.Adjustment("points", 100, "goodwill"));
    Decision decision =
        story.does("2026-03-02T10:00", new Body.Redemption("points", 40, Optional.empty()));
    assertThat(Story.given(decision)).isEqualTo(Map.of("all", 1L));
  }

  @Test
  void anEnrolmentSeesWhatItTells() {
    Story story =
        Story.of(
            """
            vocabulary:
              member: [{id: staff, title: Staff, type: truth}]
            earning:
              - id: own
                title: Own
                rules:
                  - id: staff
                    title: Staff
                    on: enrolment
                    when: {staff: member.staff = true, born: member.onBirthday = true}
                    then: [{type: points, kind: points, points: 1}]
            """);
    Decision decision =
        story.does(
            "2026-03-01T10:00",
            new Body.Enrolment(
                Optional.of(java.time.MonthDay.of(3, 1)),
                Map.of("staff", Datum.of(Value.of(true)))));
    assertThat(Story.given(decision)).isEqualTo(Map.of("staff", 1L));
  }
}
