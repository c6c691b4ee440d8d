package dev.laurel.engine.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.editing.Audiences.Choice;
import dev.laurel.engine.editing.Audiences.Who;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For whom a campaign is, chosen one after the other. */
class AudiencesTest {
  private static final String BIRTHDAY = "campaigns/birthday-month";

  private final Pack cafe = SamplePacks.read("cafe");

  private List<Choice> of(Tree tree, String campaign) {
    return Audiences.of(tree, cafe, Speaker.english(), campaign);
  }

  private static Tree chosen(Tree tree, List<Choice> choices, Who who) {
    Choice choice =
        choices.stream().filter(each -> each.who().equals(who)).findFirst().orElseThrow();
    Tree after = Edits.applied(tree, choice.edits()).orElseThrow();
    assertThat(PackTree.check(after)).isInstanceOf(PackResult.Read.class);
    return after;
  }

  private String birthday() {
    return cafe.campaigns().stream()
        .map(campaign -> "campaigns/" + campaign.id())
        .filter(place -> Trees.at(PackTree.of(cafe), place + "/when").isPresent())
        .findFirst()
        .orElse(BIRTHDAY);
  }

  @Test
  void everyone_is_first_and_tiers_above_the_lowest_and_segments_follow() {
    List<Choice> all = of(PackTree.of(cafe), "campaigns/weekend");
    assertThat(all.getFirst().who()).isEqualTo(new Who.Everyone());
    assertThat(all.getFirst().isChosen()).isTrue();
    assertThat(all)
        .extracting(Choice::who)
        .contains(new Who.FromTier("level", "Captain"))
        .doesNotContain(new Who.FromTier("level", "Guest"));
    assertThat(all.stream().filter(each -> each.who() instanceof Who.InSegment))
        .hasSize(cafe.segments().size());
  }

  @Test
  void each_choice_takes_back_the_one_before_and_leaves_other_conditions_alone() {
    String campaign = birthday();
    Tree before = PackTree.of(cafe);
    Tree captains = chosen(before, of(before, campaign), new Who.FromTier("level", "Captain"));
    assertThat(Trees.names(Trees.at(captains, campaign + "/when").orElseThrow()))
        .contains("only", "tier");
    assertThat(of(captains, campaign).stream().filter(Choice::isChosen).map(Choice::who))
        .containsExactly(new Who.FromTier("level", "Captain"));
    for (Choice segment :
        of(captains, campaign).stream()
            .filter(each -> each.who() instanceof Who.InSegment)
            .toList()) {
      Tree after = chosen(captains, of(captains, campaign), segment.who());
      assertThat(Trees.at(after, campaign + "/when"))
          .isEqualTo(Trees.at(before, campaign + "/when"));
    }
    assertThat(chosen(captains, of(captains, campaign), new Who.Everyone())).isEqualTo(before);
  }
}
