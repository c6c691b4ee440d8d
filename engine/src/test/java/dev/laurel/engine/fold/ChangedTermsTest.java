package dev.laurel.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** When what a revision changes reaches those who are members already. */
class ChangedTermsTest {
  private static final Instant CHANGE = Instant.parse("2026-06-15T10:30:00Z");

  private static final String TEXT =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme:
        title: Shop
        zone: UTC
        currency: EUR
        pointKinds:
          - id: points
            title: Points
            expiry: {type: after, span: 12 months, carriedTo: end-of-month}
        periods: [{id: year, title: Year, is: calendar-year}]
        metrics: [{id: spend, title: Spend, counts: spend, over: year}]
      ladders:
        - id: status
          title: Status
          validity: {type: rest-of-period, period: year, more: 1}
          ends: to-its-end
          tiers:
            - {id: Base, title: Base}
            - {id: Silver, title: Silver, entry: {type: reaches, id: s, metric: spend, atLeast: 100}}
            - {id: Gold, title: Gold, entry: {type: reaches, id: g, metric: spend, atLeast: 300}}
            - {id: Black, title: Black, entry: {type: reaches, id: b, metric: spend, atLeast: 900}}
      earning:
        - id: usual
          title: Usual
          rules: [{id: base, title: Base, then: [{type: per-amount, kind: points, points: 1}]}]
      """;

  private final List<Decision> decisions = new ArrayList<>();

  private static String with(String text, String revision) {
    return text.replace("metrics:", "revision: %s\n  metrics:".formatted(revision));
  }

  private static Timeline to(String text) {
    Fold next = new Fold(Programmes.of(text));
    return Timeline.of(new Fold(Programmes.of(TEXT))).with(CHANGE, () -> next);
  }

  private MemberState does(Timeline timeline, MemberState state, String at, Body body) {
    Event event =
        new Event("till", String.valueOf(decisions.size()), "ann", Instant.parse(at), body);
    return timeline.fold(state, event, decisions::add);
  }

  private MemberState buys(Timeline timeline, MemberState state, String at, long euros) {
    return does(timeline, state, at, Body.Purchase.of(euros * 100, List.of()));
  }

  /** Whoever bought for so much before the change. */
  private MemberState bought(Timeline timeline, long euros) {
    MemberState nobody = timeline.at(Instant.MIN).begin("ann");
    return buys(timeline, nobody, "2026-03-01T10:00:00Z", euros);
  }

  private static String tier(MemberState state) {
    return state.standings().getFirst().tier();
  }

  private static final String LOWER = TEXT.replace("atLeast: 300", "atLeast: 200");
  private static final String INSERTED =
      TEXT.replace(
          "      - {id: Gold,",
          "      - {id: Ruby, title: Ruby, entry: {type: reaches, id: r, metric: spend, atLeast:"
              + " 200}}\n      - {id: Gold,");

  @Test
  void a_lower_threshold_reaches_members_at_their_next_event_unless_the_pack_says_otherwise() {
    Timeline timeline = to(LOWER);
    MemberState state = bought(timeline, 250);
    state = timeline.passTime(state, CHANGE.plusSeconds(60), decisions::add);
    assertThat(tier(state)).isEqualTo("Silver");
    assertThat(timeline.nextDue(bought(timeline, 250)).orElseThrow()).isAfter(CHANGE);
    assertThat(tier(buys(timeline, state, "2026-06-16T10:00:00Z", 1))).isEqualTo("Gold");
  }

  @Test
  void at_its_start_it_reaches_them_at_the_very_instant_and_is_told() {
    Timeline timeline = to(with(LOWER, "{standing: at-its-start}"));
    MemberState state = bought(timeline, 250);
    assertThat(timeline.nextDue(state)).contains(CHANGE);
    decisions.clear();
    state = timeline.passTime(state, CHANGE.minusNanos(1), decisions::add);
    assertThat(tier(state)).isEqualTo("Silver");
    state = timeline.passTime(state, CHANGE, decisions::add);
    assertThat(tier(state)).isEqualTo("Gold");
    Decision risen = decisions.getLast();
    assertThat(risen.asOf()).isEqualTo(CHANGE);
    assertThat(Explanations.english().say(explanations(timeline).heading(risen)))
        .contains("the terms of the programme were changed");
    decisions.clear();
    timeline.passTime(state, CHANGE.plusSeconds(3_600), decisions::add);
    assertThat(decisions).isEmpty();
  }

  private static Explanations explanations(Timeline timeline) {
    return new Explanations(timeline.at(CHANGE).decider().revision());
  }

  @Test
  void whom_it_does_nothing_to_is_neither_due_nor_told() {
    Timeline timeline = to(with(LOWER, "{standing: at-its-start}"));
    MemberState state = bought(timeline, 150);
    assertThat(timeline.nextDue(state).orElseThrow()).isAfter(CHANGE);
    decisions.clear();
    timeline.passTime(state, CHANGE, decisions::add);
    assertThat(decisions).isEmpty();
  }

  @Test
  void an_inserted_tier_is_reached_by_whoever_meets_it_at_the_start() {
    Timeline timeline = to(with(INSERTED, "{standing: at-its-start}"));
    assertThat(tier(timeline.passTime(bought(timeline, 250), CHANGE, decisions::add)))
        .isEqualTo("Ruby");
    assertThat(tier(timeline.passTime(bought(timeline, 150), CHANGE, decisions::add)))
        .isEqualTo("Silver");
    assertThat(tier(timeline.passTime(bought(timeline, 350), CHANGE, decisions::add)))
        .isEqualTo("Gold");
  }

  @Test
  void a_raised_threshold_takes_no_tier_before_its_term_ends() {
    Timeline timeline =
        to(with(TEXT.replace("atLeast: 300", "atLeast: 800"), "{standing: at-its-start}"));
    MemberState state = timeline.passTime(bought(timeline, 350), CHANGE, decisions::add);
    assertThat(tier(state)).isEqualTo("Gold");
    state = timeline.passTime(state, Instant.parse("2028-01-01T00:00:00Z"), decisions::add);
    assertThat(tier(state)).isEqualTo("Base");
  }

  private static String without(String... tiers) {
    String text = TEXT;
    for (String tier : tiers)
      text =
          text.lines()
              .filter(line -> !line.contains("{id: " + tier + ","))
              .collect(Collectors.joining("\n", "", "\n"));
    return text;
  }

  @Test
  void from_a_tier_that_is_removed_the_member_goes_to_the_next_lower_one_for_the_term_that_runs() {
    Timeline timeline = to(without("Gold"));
    MemberState state = bought(timeline, 350);
    // The new year's spend would earn nothing, so the place alone decides.
    Timeline later = to(without("Gold").replace("atLeast: 100", "atLeast: 500"));
    for (Timeline each : List.of(timeline, later)) {
      MemberState then = each.passTime(state, CHANGE, decisions::add);
      assertThat(tier(then)).isEqualTo("Silver");
      assertThat(then.standings().getFirst().until()).contains(LocalDate.of(2028, 1, 1));
      assertThat(then.standings().getFirst().beside().instead()).isEmpty();
      assertThat(decisions.getLast().moves())
          .extracting(move -> move.from() + " " + move.to() + " " + move.rule())
          .containsExactly("Gold Silver tier-gone");
    }
    assertThat(timeline.nextDue(state)).contains(CHANGE);
  }

  @Test
  void where_several_are_removed_it_is_the_highest_that_is_left_below() {
    assertThat(gone("Gold", "Black")).isEqualTo("Silver");
    assertThat(gone("Silver", "Gold", "Black")).isEqualTo("Base");
    assertThat(gone("Silver", "Black")).isEqualTo("Gold");
  }

  /** The tier of a member who was Black. */
  private String gone(String... tiers) {
    Timeline timeline = to(without(tiers).replace("atLeast: 100", "atLeast: 5000"));
    return tier(timeline.passTime(bought(timeline, 950), CHANGE, decisions::add));
  }

  @Test
  void a_grant_of_a_removed_tier_is_one_of_the_tier_in_its_place() {
    Timeline timeline = to(without("Gold"));
    MemberState state = bought(timeline, 1);
    state =
        does(
            timeline,
            state,
            "2026-04-01T10:00:00Z",
            new Body.Grant("Gold", LocalDate.of(2026, 9, 30), "goodwill"));
    assertThat(tier(state)).isEqualTo("Gold");
    state = timeline.passTime(state, CHANGE, decisions::add);
    assertThat(tier(state)).isEqualTo("Silver");
    assertThat(state.standings().getFirst().until()).contains(LocalDate.of(2026, 10, 1));
    state = timeline.passTime(state, Instant.parse("2026-10-01T00:00:00Z"), decisions::add);
    assertThat(tier(state)).isEqualTo("Base");
  }

  @Test
  void a_grant_of_a_tier_with_nothing_left_below_ends() {
    Timeline timeline = to(without("Silver", "Gold"));
    MemberState state = bought(timeline, 1);
    state =
        does(
            timeline,
            state,
            "2026-04-01T10:00:00Z",
            new Body.Grant("Gold", LocalDate.of(2026, 9, 30), "goodwill"));
    state = timeline.passTime(state, CHANGE, decisions::add);
    assertThat(tier(state)).isEqualTo("Base");
    assertThat(state.standings().getFirst().beside()).isEqualTo(MemberState.Beside.NOTHING);
    assertThat(decisions.getLast().moves())
        .extracting(move -> move.from() + " " + move.to() + " " + move.rule())
        .containsExactly("Gold Base tier-gone");
  }

  @Test
  void a_granted_tier_stays_where_the_one_beneath_it_is_removed() {
    Timeline timeline = to(without("Gold"));
    MemberState state = bought(timeline, 350);
    state =
        does(
            timeline,
            state,
            "2026-04-01T10:00:00Z",
            new Body.Grant("Black", LocalDate.of(2026, 9, 30), "goodwill"));
    state = timeline.passTime(state, Instant.parse("2026-07-01T00:00:00Z"), decisions::add);
    assertThat(tier(state)).isEqualTo("Black");
    state = timeline.passTime(state, Instant.parse("2026-10-01T00:00:00Z"), decisions::add);
    assertThat(tier(state)).isEqualTo("Silver");
  }

  @Test
  void another_title_of_a_tier_moves_nobody() {
    Timeline timeline =
        to(with(TEXT.replace("title: Gold", "title: Or"), "{standing: at-its-start}"));
    MemberState state = bought(timeline, 350);
    decisions.clear();
    assertThat(tier(timeline.passTime(state, CHANGE, decisions::add))).isEqualTo("Gold");
    assertThat(decisions).isEmpty();
  }

  @Test
  void at_the_next_review_is_said_where_members_move_at_reviews_only() {
    String atReviews =
        with(LOWER, "{standing: at-next-review}")
            .replace("ends: to-its-end", "ends: to-its-end\n    upgrade: at-review");
    Timeline timeline = to(atReviews);
    MemberState state = bought(timeline, 250);
    state = buys(timeline, state, "2026-07-01T10:00:00Z", 1);
    assertThat(tier(state)).isEqualTo("Silver");
    state = timeline.passTime(state, Instant.parse("2027-01-01T00:00:00Z"), decisions::add);
    assertThat(tier(state)).isEqualTo("Gold");
  }

  /** Tiers that are held while their conditions are met have no term and so no review. */
  private static final String WHILE_MET =
      TEXT.replace("{type: rest-of-period, period: year, more: 1}", "while-met")
          .replace("is: calendar-year", "is: lifetime");

  /** To a revision that asks more for Gold. */
  private static Timeline raised() {
    Fold next =
        new Fold(
            Programmes.of(
                with(
                    WHILE_MET.replace("atLeast: 300", "atLeast: 800"),
                    "{standing: at-next-review}")));
    return Timeline.of(new Fold(Programmes.of(WHILE_MET))).with(CHANGE, () -> next);
  }

  @Test
  void beside_ladders_that_move_at_once_what_new_terms_would_take_waits_for_the_next_review() {
    Timeline timeline = raised();
    MemberState state = bought(timeline, 350);
    state = timeline.passTime(state, Instant.parse("2026-04-01T00:00:00Z"), decisions::add);
    assertThat(timeline.nextDue(state)).contains(CHANGE);
    decisions.clear();
    state = timeline.passTime(state, CHANGE, decisions::add);
    assertThat(decisions.getLast().moves())
        .extracting(move -> move.from() + " " + move.to() + " " + move.way() + " " + move.rule())
        .containsExactly("Gold Gold KEPT next-review");
    assertThat(explanations(timeline).lines(decisions.getLast(), Explanations.english()))
        .anyMatch(line ->
            line.contains("the next review") && line.contains("to the end of 28 February 2027"));
    state = buys(timeline, state, "2026-07-01T10:00:00Z", 1);
    assertThat(tier(state)).isEqualTo("Gold");
    state = timeline.passTime(state, Instant.parse("2027-02-28T23:59:00Z"), decisions::add);
    assertThat(tier(state)).isEqualTo("Gold");
    state = timeline.passTime(state, Instant.parse("2027-03-01T00:00:00Z"), decisions::add);
    assertThat(tier(state)).isEqualTo("Silver");
  }

  @Test
  void whoever_meets_the_new_terms_at_that_review_holds_the_tier_without_an_end_again() {
    Timeline timeline = raised();
    MemberState state = bought(timeline, 350);
    state = buys(timeline, state, "2026-07-01T10:00:00Z", 500);
    assertThat(state.standings().getFirst().until()).contains(LocalDate.of(2027, 3, 1));
    state = timeline.passTime(state, Instant.parse("2027-03-01T00:00:00Z"), decisions::add);
    assertThat(tier(state)).isEqualTo("Gold");
    assertThat(state.standings().getFirst().until()).isEmpty();
  }

  @Test
  void new_rises_are_at_once_though_what_is_held_waits() {
    Timeline timeline = to(with(LOWER, "{standing: at-next-review}"));
    MemberState state = bought(timeline, 250);
    state = timeline.passTime(state, CHANGE.plusSeconds(60), decisions::add);
    assertThat(tier(state)).isEqualTo("Silver");
    assertThat(tier(buys(timeline, state, "2026-06-16T10:00:00Z", 1))).isEqualTo("Gold");
  }

  @Test
  void a_shorter_term_does_not_shorten_one_that_runs_when_it_is_renewed_at_once() {
    for (String revision : List.of("{standing: at-next-event}", "{standing: at-next-review}")) {
      String atOnce = TEXT.replace("ends: to-its-end", "ends: to-its-end\n    renewal: at-once");
      String shorter =
          with(atOnce, revision)
              .replace(
                  "{type: rest-of-period, period: year, more: 1}", "{type: for, span: 1 month}");
      Timeline timeline =
          Timeline.of(new Fold(Programmes.of(atOnce)))
              .with(CHANGE, () -> new Fold(Programmes.of(shorter)));
      MemberState state = bought(timeline, 350);
      state = buys(timeline, state, "2026-07-01T10:00:00Z", 1);
      assertThat(state.standings().getFirst().until()).contains(LocalDate.of(2028, 1, 1));
      state = buys(timeline, state, "2027-12-20T10:00:00Z", 350);
      assertThat(state.standings().getFirst().until()).contains(LocalDate.of(2028, 1, 21));
    }
  }

  @Test
  void a_tier_for_ever_whose_new_terms_end_has_its_first_review_a_year_after_it_was_reached() {
    String forEver = TEXT.replace("{type: rest-of-period, period: year, more: 1}", "for-ever");
    Timeline timeline =
        Timeline.of(new Fold(Programmes.of(forEver)))
            .with(CHANGE, () -> new Fold(Programmes.of(with(TEXT, "{standing: at-next-review}"))));
    MemberState state = timeline.passTime(bought(timeline, 350), CHANGE, decisions::add);
    assertThat(state.standings().getFirst().until()).contains(LocalDate.of(2027, 3, 1));
    state = timeline.passTime(state, Instant.parse("2027-03-01T00:00:00Z"), decisions::add);
    assertThat(tier(state)).isEqualTo("Base");
  }

  @Test
  void what_is_granted_beside_it_stays_as_it_is() {
    Timeline timeline = raised();
    MemberState state = bought(timeline, 350);
    state =
        does(
            timeline,
            state,
            "2026-04-01T10:00:00Z",
            new Body.Grant("Black", LocalDate.of(2026, 9, 30), "goodwill"));
    decisions.clear();
    state = timeline.passTime(state, CHANGE, decisions::add);
    assertThat(decisions).isEmpty();
    assertThat(tier(state)).isEqualTo("Black");
    state = buys(timeline, state, "2026-10-02T10:00:00Z", 1);
    assertThat(tier(state)).isEqualTo("Gold");
    state = timeline.passTime(state, Instant.parse("2027-03-01T00:00:00Z"), decisions::add);
    assertThat(tier(state)).isEqualTo("Silver");
  }

  private static List<String> lapses(MemberState state) {
    return state.purse("points").orElseThrow().lots().stream()
        .map(Lot::lapsesOn)
        .map(day -> day == Long.MAX_VALUE ? "never" : LocalDate.ofEpochDay(day).toString())
        .toList();
  }

  private static String expiring(String expiry) {
    return TEXT.replace("{type: after, span: 12 months, carriedTo: end-of-month}", expiry);
  }

  @Test
  void points_keep_the_terms_under_which_they_were_earned() {
    for (String revision : List.of("{}", "{lots: keep}")) {
      Timeline timeline = to(with(expiring("{type: after, span: 3 months}"), revision));
      MemberState state = timeline.passTime(bought(timeline, 10), CHANGE, decisions::add);
      assertThat(lapses(state)).containsExactly("2027-04-01");
    }
  }

  @Test
  void where_the_revision_says_so_they_follow_the_new_terms_from_the_day_they_were_earned() {
    assertThat(newTerms("{type: after, span: 24 months}")).containsExactly("2028-04-01");
    assertThat(newTerms("never")).containsExactly("never");
    // Points of one month are one lot, which counts from the last day of it.
    assertThat(newTerms("{type: after, span: 6 months}")).containsExactly("2026-10-01");
  }

  @Test
  void nothing_lapses_before_the_day_of_the_change_is_over() {
    assertThat(newTerms("{type: after, span: 1 month}")).containsExactly("2026-06-16");
  }

  @Test
  void what_activity_keeps_from_now_on_counts_as_kept_on_the_day_of_the_change() {
    assertThat(newTerms("{type: inactivity, span: 1 month}")).containsExactly("2026-07-16");
  }

  @Test
  void where_the_terms_of_a_kind_are_as_before_its_points_are_left_alone() {
    assertThat(newTerms("{type: after, span: 12 months, carriedTo: end-of-month}"))
        .containsExactly("2027-04-01");
  }

  /** When points lapse that were earned on 1 March, under other terms from 15 June on. */
  private List<String> newTerms(String expiry) {
    Timeline timeline = to(with(expiring(expiry), "{lots: new-terms}"));
    MemberState state = timeline.passTime(bought(timeline, 10), CHANGE, decisions::add);
    assertThat(state.purse("points").orElseThrow().available()).isEqualTo(10);
    assertThat(Optional.of(state.asOf())).contains(CHANGE);
    return lapses(state);
  }

  @Test
  void spent_and_set_aside_points_follow_too() {
    Timeline timeline = to(with(expiring("{type: after, span: 24 months}"), "{lots: new-terms}"));
    MemberState state = bought(timeline, 10);
    state =
        does(
            timeline,
            state,
            "2026-04-01T10:00:00Z",
            new Body.Reservation("points", 4, Optional.empty()));
    state = timeline.passTime(state, CHANGE, decisions::add);
    assertThat(state.purse("points").orElseThrow().reserved().getFirst().lots())
        .extracting(lot -> LocalDate.ofEpochDay(lot.lapsesOn()).toString())
        .containsExactly("2028-04-01");
  }

  @Property(tries = 100)
  void new_terms_take_no_point_on_the_day_of_the_change_and_never_shorten_where_they_are_longer(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 300) Integer> days,
      @ForAll @IntRange(min = 1, max = 36) int months) {
    Timeline timeline =
        to(with(expiring("{type: after, span: %d months}".formatted(months)), "{lots: new-terms}"));
    MemberState state = timeline.at(Instant.MIN).begin("ann");
    for (int day : days.stream().sorted().toList())
      state = buys(timeline, state, CHANGE.minusSeconds(86_400L * (301 - day)).toString(), 10);
    MemberState old = timeline.passTime(state, CHANGE.minusNanos(1), d -> {});
    MemberState changed = timeline.passTime(state, CHANGE, d -> {});
    long units = old.purse("points").orElseThrow().available();
    assertThat(changed.purse("points").orElseThrow().available()).isEqualTo(units);
    long today = LocalDate.of(2026, 6, 15).toEpochDay();
    assertThat(changed.purse("points").orElseThrow().lots())
        .allMatch(lot -> lot.lapsesOn() > today);
    if (months > 12)
      assertThat(changed.purse("points").orElseThrow().lots().getFirst().lapsesOn())
          .isGreaterThanOrEqualTo(old.purse("points").orElseThrow().lots().getFirst().lapsesOn());
  }

  @Test
  void looking_in_between_changes_nothing() {
    Timeline timeline = to(with(without("Gold"), "{standing: at-its-start, lots: new-terms}"));
    MemberState first = bought(timeline, 950);
    Instant end = Instant.parse("2027-06-01T00:00:00Z");
    MemberState looked = first;
    for (Instant at = CHANGE.minusSeconds(86_400); at.isBefore(end); at = at.plusSeconds(43_200))
      looked = timeline.passTime(looked, at, d -> {});
    assertThat(timeline.passTime(looked, end, d -> {}))
        .isEqualTo(timeline.passTime(first, end, d -> {}));
  }
}
