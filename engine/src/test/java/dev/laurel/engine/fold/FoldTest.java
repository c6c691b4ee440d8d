package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Move;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.decision.StaleStateException;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.NotEvaluatedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What time does between events, and what is refused. */
class FoldTest {
  private static final String CLUB =
      """
      pack: {format: 1, id: club, version: 1.0.0, title: Club}
      programme:
        title: Club
        zone: Europe/Berlin
        currency: EUR
        pointKinds:
          - id: points
            title: Points
            available: {type: after, span: 14 days}
            expiry: {type: after, span: 1 month}
        periods: [{id: year, title: Year, is: {type: rolling, span: 12 months}}]
        metrics: [{id: spend, title: Spend, counts: spend, over: year}]
      ladders:
        - id: status
          title: Status
          validity: {type: for, span: 12 months}
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

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final List<Decision> decisions = new ArrayList<>();

  private static Event event(String id, Instant at, Body body) {
    return new Event("till", id, "ann", at, body);
  }

  private static Body purchase(long cents) {
    return new Body.Purchase(cents, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of());
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(BERLIN).toInstant();
  }

  @Test
  void pointsAreReleasedAndLapseAtTheStartOfTheirDays() {
    Fold fold = new Fold(Programmes.of(CLUB));
    Instant bought = Instant.parse("2026-01-31T12:00:00Z");
    MemberState state = fold.fold(fold.begin("ann"), event("1", bought, purchase(10_000)), d -> {});
    assertThat(state.purses().getFirst().pending()).isEqualTo(100);
    fold.passTime(state, startOf(LocalDate.of(2026, 3, 1)).minusMillis(1), decisions::add);
    assertThat(decisions)
        .singleElement()
        .satisfies(d -> {
          assertThat(d.event().occurredAt()).isEqualTo(startOf(LocalDate.of(2026, 2, 14)));
          assertThat(d.postings())
              .containsExactly(
                  new Posting(Account.PENDING, Account.AVAILABLE, "points", 100, "release"));
        });
    decisions.clear();
    // 31 January and one month is 28 February, to its end.
    MemberState after = fold.passTime(state, startOf(LocalDate.of(2026, 3, 1)), decisions::add);
    assertThat(decisions).hasSize(2);
    assertThat(decisions.getLast().postings())
        .containsExactly(new Posting(Account.AVAILABLE, Account.EXPIRED, "points", 100, "expiry"));
    assertThat(after.purses().getFirst().available()).isZero();
    assertThat(after.purses().getFirst().expired()).isEqualTo(100);
  }

  @Test
  void aTermEndsBeforeThePurchasesOfItsDay() {
    Fold fold = new Fold(Programmes.of(CLUB));
    Instant first = startOf(LocalDate.of(2026, 3, 10));
    MemberState gold = fold.fold(fold.begin("ann"), event("1", first, purchase(10_000)), d -> {});
    assertThat(gold.standings().getFirst().until()).contains(LocalDate.of(2027, 3, 10));
    fold.fold(
        gold, event("2", startOf(LocalDate.of(2027, 3, 10)), purchase(9_999)), decisions::add);
    assertThat(decisions.stream().flatMap(d -> d.moves().stream()))
        .extracting(Move::way)
        .containsExactly(Move.Way.RENEWED);
  }

  @Test
  void aTermOfWhichNothingWasRenewedEndsOneDayLaterWithoutItsFirstPurchase() {
    Fold fold = new Fold(Programmes.of(CLUB));
    MemberState gold =
        fold.fold(
            fold.begin("ann"),
            event("1", startOf(LocalDate.of(2026, 3, 10)), purchase(10_000)),
            d -> {});
    MemberState renewed = fold.passTime(gold, startOf(LocalDate.of(2027, 3, 10)), d -> {});
    assertThat(renewed.standings().getFirst().tier()).isEqualTo("Gold");
    MemberState fallen = fold.passTime(renewed, startOf(LocalDate.of(2028, 3, 10)), d -> {});
    assertThat(fallen.standings().getFirst().tier()).isEqualTo("Base");
    assertThat(fallen.standings().getFirst().until()).isEqualTo(Optional.empty());
  }

  @Test
  void whateverFallsDueOnOneDayIsDoneOnIt() {
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
                  expiry: {type: after, span: 30 days, edge: at-its-start}
              periods: [{id: lately, title: Lately, is: {type: rolling, span: 30 days}}]
              metrics: [{id: buys, title: Buys, counts: purchases, over: lately}]
            ladders:
              - id: status
                title: Status
                tiers:
                  - {id: Base, title: Base}
                  - id: Gold
                    title: Gold
                    entry: {type: reaches, id: buys, metric: buys, atLeast: 1}
            earning:
              - id: own
                title: Own
                rules:
                  - {id: base, title: Base, then: [{type: points, kind: points, points: 5}]}
            """);
    story.buys("2026-03-01T10:00", 100);
    story.passes("2026-12-01T00:00");
    assertThat(story.purse("points").expired()).isEqualTo(5);
    assertThat(story.moves()).containsExactly("2026-03-01 Gold", "2026-03-31 Base");
  }

  @Test
  void whatComesLateIsJudgedAsTheMemberStandsNowByTheRulesOfItsOwnTime() {
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
                  expiry: {type: after, span: 30 days, edge: at-its-start}
            earning:
              - id: own
                title: Own
                rules:
                  - {id: base, title: Base, then: [{type: points, kind: points, points: 5}]}
            campaigns:
              - id: march
                title: March
                schedule: {from: 2026-03-01, to: 2026-03-31}
                rules:
                  - {id: more, title: More, then: [{type: points, kind: points, points: 1}]}
            """);
    story.buys("2026-04-10T10:00", 100);
    story.buys("2026-03-20T10:00", 100);
    assertThat(story.purse("points").available()).isEqualTo(11);
    assertThat(story.state().asOf()).isEqualTo(Instant.parse("2026-04-10T10:00:00Z"));
    assertThat(story.state().lastPurchase()).contains(LocalDate.of(2026, 4, 10));
    story.passes("2026-05-09T00:00");
    assertThat(story.purse("points").available()).isEqualTo(11);
    story.passes("2026-05-10T00:00");
    assertThat(story.purse("points").expired()).isEqualTo(11);
  }

  @Test
  void whatIsSetAsideIsSpentOrComesBackToItsPlace() {
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
                  expiry: {type: after, span: 30 days, edge: at-its-start}
            earning:
              - id: own
                title: Own
                rules:
                  - {id: base, title: Base, then: [{type: points, kind: points, points: 5}]}
                  - id: thanks
                    title: Thanks
                    on: redemption
                    then: [{type: points, kind: points, points: 1}]
            """);
    story.buys("2026-03-01T10:00", 100);
    story.buys("2026-03-11T10:00", 100);
    story.does("2026-03-12T10:00", new Body.Reservation("points", 7, Optional.empty()));
    assertThat(story.purse("points").available()).isEqualTo(3);
    assertThat(story.purse("points").reservedUnits()).isEqualTo(7);
    Decision lacking =
        story.does("2026-03-12T10:01", new Body.Reservation("points", 4, Optional.empty()));
    assertThat(lacking.refusal().orElseThrow().code()).isEqualTo("not-enough-points");
    story.does("2026-03-13T10:00", new Body.Cancellation("3", "changed my mind"));
    assertThat(story.purse("points").lots()).hasSize(2);
    assertThat(story.purse("points").available()).isEqualTo(10);

    story.does("2026-03-14T10:00", new Body.Reservation("points", 6, Optional.empty()));
    story.does("2026-03-15T10:00", new Body.Confirmation("6"));
    assertThat(story.purse("points").redeemed()).isEqualTo(6);
    assertThat(story.purse("points").available()).as("4 and 1 of thanks").isEqualTo(5);
    Decision again = story.does("2026-03-15T10:01", new Body.Confirmation("6"));
    assertThat(again.refusal().orElseThrow().code()).isEqualTo("no-reservation");

    story.does("2026-03-16T10:00", new Body.Reservation("points", 4, Optional.empty()));
    story.passes("2026-04-11T00:00");
    assertThat(story.purse("points").reservedUnits()).as("kept beyond its day").isEqualTo(4);
    story.does("2026-04-11T08:00", new Body.Cancellation("9", ""));
    story.passes("2026-04-12T00:00");
    assertThat(story.purse("points").expired()).isEqualTo(4);
  }

  @Test
  void moreThanThereIsIsNotRedeemedAndChangesNothing() {
    Fold fold = new Fold(Programmes.of(CLUB));
    MemberState state = fold.begin("ann");
    MemberState after =
        fold.fold(
            state,
            event(
                "1",
                startOf(LocalDate.of(2026, 3, 10)),
                new Body.Redemption("points", 1, Optional.empty())),
            decisions::add);
    assertThat(decisions.getFirst().refusal())
        .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo("not-enough-points"));
    assertThat(after).isEqualTo(state.with(startOf(LocalDate.of(2026, 3, 10))));
  }

  @Test
  void aStateThatCountsOtherMetricsIsNotGuessed() {
    MemberState other =
        new Fold(Programmes.of(CLUB.replace("12 months}}]", "6 months}}]"))).begin("ann");
    Fold fold = new Fold(Programmes.of(CLUB));
    assertThatThrownBy(() ->
            fold.fold(other, event("1", startOf(LocalDate.of(2026, 3, 10)), purchase(1)), d -> {}))
        .isInstanceOf(StaleStateException.class)
        .hasMessageContaining("fold the member's events again");
  }

  @Test
  void whatIsNotEvaluatedYetIsRefusedByName() {
    String followed =
        """
        pooling: {members: 3}
              expiry: {type: by-tier, rows: [{id: g, tiers: [Gold], expiry: {type: never}}]}
        """;
    assertThatThrownBy(() ->
            Programmes.of(CLUB.replace("expiry: {type: after, span: 1 month}", followed.strip())))
        .isInstanceOf(NotEvaluatedException.class)
        .hasMessageContaining("pooling of points whose day follows a tier or regular activity")
        .hasMessageContaining("programme/pointKinds/points");
  }

  @Test
  void aTransferOfPointsThatCannotBeGivenAwayIsRefusedByName() {
    Fold fold = new Fold(Programmes.of(CLUB));
    fold.fold(
        fold.begin("ann"),
        event("1", startOf(LocalDate.of(2026, 3, 10)), new Body.Transfer("points", 100, "bob")),
        decisions::add);
    assertThat(decisions.getFirst().refusal())
        .hasValueSatisfying(r -> {
          assertThat(r.code()).isEqualTo("no-transfer");
          assertThat(r.message()).contains("members cannot give away points of the kind points");
        });
  }

  @Test
  void underNoRulesNothingEarnsAndNobodyRises() {
    Fold fold = new Fold(Programmes.of(CLUB).withoutRules());
    MemberState after =
        fold.fold(
            fold.begin("ann"),
            event("1", startOf(LocalDate.of(2026, 3, 10)), purchase(100_000)),
            decisions::add);
    assertThat(decisions.getFirst().postings()).isEmpty();
    assertThat(decisions.getFirst().moves()).isEmpty();
    assertThat(after.standings().getFirst().tier()).isEqualTo("Base");
    assertThat(after.tallies().getFirst().size()).isZero();
  }
}
