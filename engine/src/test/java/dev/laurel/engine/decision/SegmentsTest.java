package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.StateCodec;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who belongs to which segment, since when, and what rules give to whom. */
class SegmentsTest {
  private static final String REGULARS =
      """
      segments:
        - id: regulars
          title: Regulars
          is: {type: meets, when: {often: metrics.lately >= 2}, unless: {rich: metrics.spend >= 100}}
      earning:
        - id: usual
          title: Usual
          rules:
            - id: treat
              title: A treat
              audience: [regulars]
              then: [{type: points, kind: points, points: 7}]
      """;

  @Test
  void a_rule_gives_to_its_audience_only_as_it_was_before_the_event() {
    Story story = Story.of(REGULARS);
    Decision first = story.buys("2026-01-01T10:00", 1_000);
    assertThat(Story.given(first)).isEmpty();
    assertThat(story.why(first))
        .contains(
            "\"A treat\" did not apply: it asks that the member belongs to \"Regulars\", and"
                + " found no segment.");
    Decision second = story.buys("2026-01-02T10:00", 1_000);
    assertThat(Story.given(second)).isEmpty();
    assertThat(story.why(second)).contains("The member belongs to \"Regulars\" from now on.");
    assertThat(story.why(second, "zh")).contains("会员自此属于“Regulars”。");
    assertThat(Story.given(story.buys("2026-01-03T10:00", 1_000)))
        .containsExactly(Map.entry("treat", 7L));
    assertThat(story.state().holdings().segments())
        .containsExactly(Map.entry("regulars", LocalDate.of(2026, 1, 2)));
  }

  @Test
  void an_exception_and_time_end_it() {
    Story story = Story.of(REGULARS);
    story.buys("2026-01-01T10:00", 1_000);
    story.buys("2026-01-02T10:00", 1_000);
    Decision rich = story.buys("2026-01-03T10:00", 8_000);
    assertThat(story.why(rich)).contains("The member does not belong to \"Regulars\" any more.");
    assertThat(story.state().holdings().segments()).isEmpty();
    Story other = Story.of(REGULARS);
    other.buys("2026-01-01T10:00", 1_000);
    other.buys("2026-01-02T10:00", 1_000);
    // After thirty days nothing is left of what made a regular; asked at the event itself.
    assertThat(Story.given(other.buys("2026-03-01T10:00", 1_000))).isEmpty();
  }

  @Test
  void a_segment_may_ask_for_another_one_wherever_that_stands() {
    Story story =
        Story.of(
            """
            segments:
              - id: best
                title: Best
                is: {type: meets, when: {both: 'list contains(member.segments, "often") and list contains(member.segments, "big")'}}
              - id: often
                title: Often
                is: {type: meets, when: {often: metrics.lately >= 2}}
              - id: big
                title: Big
                is: {type: in-class, dimension: value, metric: spend, from: 50, below: 100}
              - id: other
                title: Other
                is: {type: meets, when: {not: 'not(list contains(member.segments, "best"))'}}
            """);
    story.buys("2026-01-01T10:00", 2_000);
    assertThat(story.state().holdings().segments()).containsOnlyKeys("other");
    story.buys("2026-01-02T10:00", 3_000);
    assertThat(story.state().holdings().segments()).containsOnlyKeys("best", "big", "often");
    story.buys("2026-01-03T10:00", 4_999);
    assertThat(story.state().holdings().segments()).containsOnlyKeys("best", "big", "often");
    story.buys("2026-01-03T11:00", 1);
    assertThat(story.state().holdings().segments()).containsOnlyKeys("often", "other");
  }

  @Test
  void a_source_or_a_need_follows_from_an_attribute() {
    Story story =
        Story.of(
            """
            vocabulary:
              member:
                - {id: source, title: Source, type: choice, values: [shop, friend, web]}
                - {id: likes, title: Likes, type: list}
            segments:
              - id: brought
                title: Brought
                is: {type: attributed, dimension: source, attribute: member.source, values: [friend, web]}
              - id: vegan
                title: Vegan
                is: {type: attributed, dimension: need, attribute: member.likes, values: [tofu, soy]}
            """);
    story.does(
        "2026-01-01T10:00",
        new dev.laurel.engine.event.Event.Body.Change(
            Map.of(
                "source", new Datum.One(Value.of("friend")),
                "likes", new Datum.Several(java.util.List.of("tea", "soy")))));
    assertThat(story.state().holdings().segments()).containsOnlyKeys("brought", "vegan");
    story.does(
        "2026-01-02T10:00",
        new dev.laurel.engine.event.Event.Body.Change(
            Map.of("source", new Datum.One(Value.of("shop")))));
    assertThat(story.state().holdings().segments()).containsOnlyKeys("vegan");
  }

  @Test
  void what_names_other_segments_is_worked_out_after_them() {
    Story story =
        Story.of(
            """
            segments:
              - id: any
                title: Any
                is: {type: attributed, dimension: need, attribute: member.segments, values: [buyers]}
              - id: buyers
                title: Buyers
                is: {type: meets, when: {some: metrics.spend > 0}}
            earning:
              - id: own
                title: Own
                rules:
                  - id: thanks
                    title: Thanks
                    audience: [any]
                    then: [{type: points, kind: points, points: 5}]
            """);
    story.buys("2026-01-01T10:00", 100);
    assertThat(story.state().holdings().segments()).containsOnlyKeys("any", "buyers");
    assertThat(Story.given(story.buys("2026-01-02T10:00", 100))).containsEntry("thanks", 5L);
  }

  @Test
  void a_customers_life_runs_from_new_to_won_back() {
    StringBuilder segments = new StringBuilder("segments:\n");
    for (String stage : new String[] {"new", "active", "at-risk", "lost", "won-back"})
      segments.append(
          """
            - id: %1$s
              title: %1$s
              is: {type: lifecycle, stage: %1$s, newFor: 10 days, activeFor: 30 days, lostAfter: 60 days}
          """
              .formatted(stage));
    Story story = Story.of(segments.toString());
    assertThat(stage(story, "2026-01-01T10:00")).isEqualTo("new");
    assertThat(stage(story, "2026-01-10T23:59")).isEqualTo("new");
    assertThat(stage(story, "2026-01-11T00:00")).isEqualTo("active");
    story.buys("2026-01-11T10:00", 100);
    assertThat(stage(story, "2026-02-09T10:00")).isEqualTo("active");
    assertThat(stage(story, "2026-02-10T00:00")).isEqualTo("at-risk");
    assertThat(stage(story, "2026-03-11T23:00")).isEqualTo("at-risk");
    assertThat(stage(story, "2026-03-12T00:00")).isEqualTo("lost");
    story.buys("2026-03-20T10:00", 100);
    assertThat(stage(story, "2026-03-20T11:00")).isEqualTo("won-back");
    story.buys("2026-04-10T10:00", 100);
    assertThat(stage(story, "2026-04-18T11:00")).isEqualTo("won-back");
    assertThat(stage(story, "2026-04-19T00:00")).isEqualTo("active");
    assertThat(StateCodec.read(StateCodec.write(story.state()))).isEqualTo(story.state());
  }

  /** The one stage in which an event finds the member that changes nothing. */
  private static String stage(Story story, String at) {
    story.does(at, new dev.laurel.engine.event.Event.Body.Change(Map.of()));
    assertThat(story.state().holdings().segments()).hasSize(1);
    return story.state().holdings().segments().firstKey();
  }
}
