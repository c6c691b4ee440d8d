package dev.laurel.engine.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.recording.Shop;
import dev.laurel.rules.language.Ladder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One change of a draft, taken alone. */
class OneChangeTest {
  private static final String GOLD_ENTRY =
      "entry: {type: reaches, id: spend, metric: spend, atLeast: 100}";
  private static final String SILVER =
      """
            - id: Silver
              title: Silver
              entry: {type: reaches, id: some, metric: spend, atLeast: 50}
      """;
  private static final List<Ladder> LIVE = Shop.REVISION.pack().ladders();

  private static List<Ladder> changed(String from, String to) {
    return Programmes.of(Shop.changedText(from, to)).pack().ladders();
  }

  private static List<String> ids(Ladder ladder) {
    return ladder.tiers().stream().map(Ladder.Tier::id).toList();
  }

  @Test
  void a_changed_tier_is_as_in_the_draft_and_all_others_as_in_force() {
    List<Ladder> draft =
        changed(
            GOLD_ENTRY,
            GOLD_ENTRY.replace("100", "200")
                + "\n      - {id: Top, title: Top, entry: {type: reaches, id: all, metric: spend, atLeast: 900}}");
    Ladder alone = OneChange.of(LIVE, draft, "ladders/status/tiers/Gold").orElseThrow();
    assertThat(ids(alone)).containsExactly("Base", "Gold");
    assertThat(alone.tiers().get(1)).isEqualTo(draft.getFirst().tiers().get(1));
    Ladder deeper = OneChange.of(LIVE, draft, "ladders/status/tiers/Gold/entry").orElseThrow();
    assertThat(deeper).isEqualTo(alone);
    Ladder added = OneChange.of(LIVE, draft, "ladders/status/tiers/Top").orElseThrow();
    assertThat(ids(added)).containsExactly("Base", "Gold", "Top");
    assertThat(added.tiers().get(1)).isEqualTo(LIVE.getFirst().tiers().get(1));
  }

  @Test
  void a_tier_that_is_added_stands_before_its_follower_and_one_that_is_removed_is_gone() {
    List<Ladder> draft =
        changed("      - id: Gold\n", SILVER.indent(-6).indent(6) + "      - id: Gold\n");
    assertThat(ids(OneChange.of(LIVE, draft, "ladders/status/tiers/Silver").orElseThrow()))
        .containsExactly("Base", "Silver", "Gold");
    assertThat(ids(OneChange.of(draft, LIVE, "ladders/status/tiers/Silver").orElseThrow()))
        .containsExactly("Base", "Gold");
  }

  @Test
  void what_is_said_of_the_ladder_itself_leaves_its_tiers_as_they_are() {
    List<Ladder> draft = changed("title: Status\n", "title: Status\n    descent: base\n");
    Ladder alone = OneChange.of(LIVE, draft, "ladders/status").orElseThrow();
    assertThat(alone.descent()).isEqualTo(Ladder.Descent.BASE);
    assertThat(alone.tiers()).isEqualTo(LIVE.getFirst().tiers());
  }

  @Test
  void what_is_on_no_ladder_in_force_has_no_such_effect() {
    assertThat(OneChange.of(LIVE, LIVE, "earning/usual/rules/base")).isEmpty();
    assertThat(OneChange.of(LIVE, List.of(), "ladders/status")).isEmpty();
    assertThat(OneChange.of(List.of(), LIVE, "ladders/status/tiers/Gold")).isEmpty();
  }
}
