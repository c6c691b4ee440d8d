package dev.laurel.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.random.Case;
import dev.laurel.engine.random.RandomCases;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.Pack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Where a rule stands in a pack says nothing: shuffled groups, campaigns, variants and rules decide
 * every event as before, with every finding, posting and move.
 */
class OrderOfRulesTest {
  private static final int PACKS = 40;
  private static final int MEMBERS_OF_A_PACK = 2;

  @Test
  void shuffled_rules_decide_as_they_did_before() {
    int moved = 0;
    for (long seed = 0; seed < PACKS; seed++) {
      RandomCases cases = RandomCases.of(seed);
      Pack shuffled = shuffled(cases.pack(), new Random(seed));
      if (!shuffled.equals(cases.pack())) moved++;
      Fold one = new Fold(Revision.of(cases.pack(), "d"));
      Fold other = new Fold(Revision.of(shuffled, "d"));
      for (int member = 0; member < MEMBERS_OF_A_PACK; member++) {
        Case before = cases.member(member);
        Case after =
            new Case(shuffled, before.used(), before.population(), before.events(), before.end());
        assertThat(Decided.of(other, after))
            .as("seed %d, member %d", seed, member)
            .isEqualTo(Decided.of(one, before));
      }
    }
    assertThat(moved).isGreaterThan(PACKS / 2);
  }

  private static Pack shuffled(Pack pack, Random random) {
    return new Pack(
        pack.pack(),
        pack.programme(),
        pack.vocabulary(),
        pack.ladders(),
        mixed(pack.earning().stream().map(group -> shuffled(group, random)).toList(), random),
        mixed(pack.tables(), random),
        pack.challenges(),
        mixed(pack.campaigns().stream().map(each -> shuffled(each, random)).toList(), random),
        pack.segments(),
        pack.benefits(),
        pack.messages(),
        pack.offers(),
        pack.scenarios());
  }

  private static EarningGroup shuffled(EarningGroup group, Random random) {
    return new EarningGroup(
        group.id(), group.title(), group.meeting(), group.limits(), mixed(group.rules(), random));
  }

  private static Campaign shuffled(Campaign campaign, Random random) {
    return new Campaign(
        campaign.id(),
        campaign.title(),
        campaign.active(),
        campaign.schedule(),
        campaign.audience(),
        campaign.when(),
        campaign.unless(),
        campaign.budget(),
        campaign.limits(),
        campaign.firstMembers(),
        campaign.controlPercent(),
        mixed(
            campaign.variants().stream()
                .map(variant ->
                    new Campaign.Variant(
                        variant.id(),
                        variant.title(),
                        variant.percent(),
                        mixed(variant.rules(), random)))
                .toList(),
            random),
        campaign.exclusion(),
        campaign.priority(),
        campaign.meeting(),
        mixed(campaign.rules(), random));
  }

  private static <T> List<T> mixed(List<T> of, Random random) {
    List<T> all = new ArrayList<>(of);
    Collections.shuffle(all, random);
    return all;
  }
}
