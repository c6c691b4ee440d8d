package dev.laurel.ui.studio.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.draft.Edit;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import dev.laurel.ui.studio.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On which days a campaign runs whose bar was dragged. */
class CampaignDragsTest {
  private static final String WEEKEND = "campaigns/weekend";
  private static final String FROM = WEEKEND + "/schedule/from";
  private static final String TO = WEEKEND + "/schedule/to";

  private final Tree tree = PackTree.of(World.cafe().pack());

  private static Edit set(String place, String day) {
    return new Edit.Set(place, Tree.text(day));
  }

  private List<Edit> edits(int from, int to) {
    return CampaignDrags.edits(tree, WEEKEND, from, to);
  }

  @Test
  void both_ends_move_or_one_alone() {
    assertThat(edits(7, 7)).containsExactly(set(FROM, "2026-03-08"), set(TO, "2026-12-07"));
    assertThat(edits(0, 31)).containsExactly(set(TO, "2026-12-31"));
    assertThat(edits(-1, 0)).containsExactly(set(FROM, "2026-02-28"));
    assertThat(edits(0, 0)).isEmpty();
  }

  @Test
  void it_never_ends_before_it_begins() {
    assertThat(edits(0, -274)).containsExactly(set(TO, "2026-03-01"));
    assertThat(edits(0, -275)).isEmpty();
  }

  @Test
  void an_end_that_is_open_stays_open_and_what_is_none_is_left_alone() {
    assertThat(CampaignDrags.edits(tree, "campaigns/birthday", 7, 7)).isEmpty();
    assertThat(CampaignDrags.edits(tree, "earning/usual", 7, 7)).isEmpty();
    assertThat(edits(100_000, 100_000)).isEmpty();
  }
}
