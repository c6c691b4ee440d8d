package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Members give points away. In a story everybody is a member but those who are called nobody. */
class GivingTest {
  private static final String RULES =
      """
      earning:
        - id: own
          title: Own
          rules:
            - {id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}
      """;

  private static Story club(String more) {
    return Story.of(
        """
        programme:
          title: Club
          zone: Europe/Berlin
          currency: EUR
          pointKinds:
            - id: points
              title: Points
              expiry: {type: after, span: 12 months, edge: at-its-start}
              %s
          periods: [{id: month, title: Month, is: calendar-month}]
          metrics: [{id: earned, title: Earned, counts: {type: points-earned, kind: points}, over: month}]
        """
            .formatted(more),
        RULES);
  }

  private static Story club() {
    return club("transfer: {least: 10, atMost: 50, over: month, feePercent: 12.5}");
  }

  private static Decision gives(Story story, String at, long units, String to) {
    return story.does(at, new Body.Transfer("points", units, to));
  }

  private static String code(Decision decision) {
    return decision.refusal().map(Decision.Refusal::code).orElse("carried out");
  }

  @Test
  void the_oldest_go_first_and_keep_the_day_on_which_they_lapse() {
    Story story = club();
    story.buys("2026-03-01T12:00", 20_00);
    story.buys("2026-03-05T12:00", 30_00);
    Decision given = gives(story, "2026-04-01T12:00", 40, "ben");
    assertThat(given.postings())
        .containsExactly(
            new Posting(Account.AVAILABLE, Account.TRANSFERRED, "points", 35, "transfer"),
            new Posting(Account.AVAILABLE, Account.FEE, "points", 5, "fee"));
    Event sent = given.sent().getFirst();
    assertThat(sent.member()).isEqualTo("ben");
    assertThat(sent.source()).isEqualTo("transfer");
    assertThat(sent.id()).isEqualTo("till:3");
    assertThat(((Body.Received) sent.body()).lots())
        .containsExactly(
            new Body.Received.Given(
                LocalDate.of(2026, 3, 1), Optional.of(LocalDate.of(2027, 3, 1)), false, 20),
            new Body.Received.Given(
                LocalDate.of(2026, 3, 5), Optional.of(LocalDate.of(2027, 3, 5)), false, 15));
    assertThat(story.purse("points").available()).isEqualTo(10);
    assertThat(story.heading(given)).contains("a transfer of 40 points to \"ben\"");
    assertThat(story.why(given))
        .containsExactly(
            "35 points went to the other member, oldest first.", "5 points were kept as the fee.");
    assertThat(story.why(given, "zh")).contains("已扣手续费 5 Points。");
  }

  @Test
  void what_comes_from_another_member_is_no_points_earned_and_lapses_when_it_would_have_there() {
    Story story = club();
    story.buys("2026-03-01T12:00", 20_00);
    Decision got =
        story.does(
            "2026-04-01T12:00",
            new Body.Received(
                "points",
                "ben",
                List.of(
                    new Body.Received.Given(
                        LocalDate.of(2025, 5, 1),
                        Optional.of(LocalDate.of(2026, 5, 1)),
                        false,
                        7))));
    assertThat(story.purse("points").available()).isEqualTo(27);
    assertThat(story.purse("points").earned()).isEqualTo(20);
    assertThat(story.heading(got)).contains("a gift of 7 points from \"ben\"");
    assertThat(story.why(got))
        .containsExactly(
            "7 points came from the other member; each of them lapses when it would have there.");
    // Older is what was there before: what came last goes last.
    story.does("2026-04-02T12:00", new Body.Redemption("points", 21, Optional.empty()));
    story.passes("2026-05-01T00:00");
    assertThat(story.purse("points").expired()).isEqualTo(6);
  }

  @Test
  void it_pays_what_is_owed_first() {
    Story story = club();
    story.does("2026-03-01T12:00", new Body.Adjustment("points", -5, "mistake"));
    story.does(
        "2026-04-01T12:00",
        new Body.Received(
            "points",
            "ben",
            List.of(
                new Body.Received.Given(LocalDate.of(2026, 3, 1), Optional.empty(), false, 7))));
    assertThat(story.purse("points").debt()).isZero();
    assertThat(story.purse("points").available()).isEqualTo(2);
  }

  @Test
  void each_refusal_has_its_name_and_takes_nothing() {
    Story story = club();
    story.buys("2026-03-01T12:00", 45_00);
    assertThat(code(gives(story, "2026-03-02T12:00", 20, "ann"))).isEqualTo("transfer-to-oneself");
    assertThat(code(gives(story, "2026-03-02T12:00", 20, "nobody"))).isEqualTo("unknown-receiver");
    assertThat(code(gives(story, "2026-03-02T12:00", 9, "ben"))).isEqualTo("transfer-below-least");
    assertThat(code(gives(story, "2026-03-02T12:00", 51, "ben"))).isEqualTo("transfer-above-most");
    Decision lacking = gives(story, "2026-03-02T12:00", 46, "ben");
    assertThat(code(lacking)).isEqualTo("not-enough-points");
    assertThat(story.why(lacking).getFirst()).contains("it is of 46, the member has 45");
    assertThat(story.purse("points").available()).isEqualTo(45);
    assertThat(story.decisions()).allMatch(decision -> decision.sent().isEmpty());
    Story none = club("transfer: {least: 1, feePercent: 99}");
    none.buys("2026-03-01T12:00", 45_00);
    assertThat(code(gives(none, "2026-03-02T12:00", 1, "ben"))).isEqualTo("transfer-all-fee");
    Story closed = club("");
    assertThat(code(gives(closed, "2026-03-02T12:00", 1, "ben"))).isEqualTo("no-transfer");
  }

  @Test
  void the_most_counts_over_its_period_and_begins_again_with_the_next() {
    Story story = club();
    story.buys("2026-03-01T12:00", 200_00);
    assertThat(code(gives(story, "2026-03-02T12:00", 30, "ben"))).isEqualTo("carried out");
    Decision second = gives(story, "2026-03-31T23:59", 21, "cid");
    assertThat(code(second)).isEqualTo("transfer-above-most");
    assertThat(story.why(second).getFirst())
        .contains("at most 50 may be given in the period, and 30 were before");
    assertThat(code(gives(story, "2026-03-31T23:59", 20, "cid"))).isEqualTo("carried out");
    assertThat(code(gives(story, "2026-04-01T00:00", 50, "cid"))).isEqualTo("carried out");
    Story each = club("transfer: {least: 1, atMost: 50}");
    each.buys("2026-03-01T12:00", 200_00);
    assertThat(code(gives(each, "2026-03-02T12:00", 50, "ben"))).isEqualTo("carried out");
    assertThat(code(gives(each, "2026-03-02T12:01", 50, "ben"))).isEqualTo("carried out");
    assertThat(code(gives(each, "2026-03-02T12:02", 51, "ben"))).isEqualTo("transfer-above-most");
  }

  /** Whatever is given in however many pieces, the fee is at least its share of all of it. */
  @Property(tries = 200)
  void no_way_of_giving_saves_the_fee(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 40) Integer> gifts) {
    Story story = club("transfer: {least: 1, feePercent: 7.25}");
    story.buys("2026-03-01T12:00", 500_00);
    int minute = 0;
    long sent = 0;
    long all = 0;
    for (int gift : gifts) {
      Decision decision = gives(story, "2026-03-02T12:%02d".formatted(minute++), gift, "ben");
      if (decision.refusal().isPresent()) continue;
      all += gift;
      sent += ((Body.Received) decision.sent().getFirst().body()).units();
    }
    assertThat(story.purse("points").available()).isEqualTo(500 - all);
    assertThat(story.purse("points").exchange().given()).isEqualTo(sent);
    assertThat(story.purse("points").exchange().fees() * 10_000).isGreaterThanOrEqualTo(all * 725);
  }

  /** Points that go to and fro never lapse later than they would have. */
  @Property(tries = 200)
  void to_and_fro_gains_nothing(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 30) Integer> gifts) {
    Story ann = club("transfer: {least: 1}");
    Story ben = club("transfer: {least: 1}");
    ann.buys("2026-03-01T12:00", 30_00);
    ben.buys("2026-05-01T12:00", 1_00);
    boolean annGives = true;
    int day = 2;
    for (int gift : gifts) {
      Story giver = annGives ? ann : ben;
      Story other = annGives ? ben : ann;
      String at = "2026-06-%02dT12:00".formatted(day++);
      Decision decision =
          giver.does(at, new Body.Transfer("points", gift, annGives ? "ben" : "someone"));
      decision.sent().forEach(sent -> other.does(at, sent.body()));
      annGives = !annGives;
    }
    ann.passes("2027-03-01T00:00");
    ben.passes("2027-03-01T00:00");
    assertThat(ann.purse("points").available() + ben.purse("points").available()).isEqualTo(1);
    assertThat(ann.purse("points").expired() + ben.purse("points").expired()).isEqualTo(30);
  }
}
