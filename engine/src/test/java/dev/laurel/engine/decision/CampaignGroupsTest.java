package dev.laurel.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.GroupPlan;
import dev.laurel.engine.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who gets a campaign, who gets a variant of it, and who gets nothing, for comparison. */
class CampaignGroupsTest {
  private static final String SHOP =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme:
        title: Shop
        zone: UTC
        currency: EUR
        pointKinds: [{id: points, title: Points}]
        periods: [{id: month, title: Month, is: calendar-month}]
      campaigns:
        - id: win-back
          title: Win back
          schedule: {from: 2026-03-01, to: 2026-03-31}
          controlPercent: 10
          limits: [{id: monthly, of: times, atMost: 2, over: month}]
          variants:
            - id: more
              title: More
              percent: 70
              rules: [{id: big, title: Big, then: [{type: points, kind: points, points: 10}]}]
            - id: less
              title: Less
              percent: 30
              rules: [{id: small, title: Small, then: [{type: points, kind: points, points: 1}]}]
      """;

  private final Revision revision = Programmes.of(SHOP);
  private final Fold fold = new Fold(revision);

  private static Event purchase(String member, String at, int number) {
    return new Event(
        "till",
        String.valueOf(number),
        member,
        Instant.parse(at),
        new Body.Purchase(1_000, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of()));
  }

  private String group(String member) {
    return revision.groups().getFirst().of(GroupPlan.seedOf(member));
  }

  private String someoneOf(String group) {
    for (int i = 0; ; i++) if (group("member" + i).equals(group)) return "member" + i;
  }

  private List<Decision> buys(String member, String... instants) {
    List<Decision> decisions = new ArrayList<>();
    MemberState state = fold.begin(member);
    for (String at : instants)
      state = fold.fold(state, purchase(member, at, decisions.size()), decisions::add);
    return decisions;
  }

  private List<String> why(Decision decision) {
    return new Explanations(revision)
        .why(decision).stream().map(Explanations.english()::say).toList();
  }

  @Test
  void each_group_has_its_share_of_the_members() {
    Map<String, Integer> sizes = new TreeMap<>();
    int members = 100_000;
    for (int i = 0; i < members; i++) sizes.merge(group("M%08d".formatted(i)), 1, Integer::sum);
    assertThat(sizes).containsOnlyKeys("control", "variant:less", "variant:more");
    assertThat(sizes.get("control") / (double) members).isEqualTo(0.10, within(0.004));
    assertThat(sizes.get("variant:less") / (double) members).isEqualTo(0.27, within(0.006));
    assertThat(sizes.get("variant:more") / (double) members).isEqualTo(0.63, within(0.006));
  }

  @Test
  void groups_of_different_campaigns_tell_nothing_about_one_another() {
    Revision two =
        Programmes.of(
            SHOP
                + """
                  - id: spring
                    title: Spring
                    schedule: {}
                    controlPercent: 10
                    rules: [{id: more, title: More, then: [{type: points, kind: points, points: 1}]}]
                """);
    int both = 0;
    for (int i = 0; i < 100_000; i++) {
      long seed = GroupPlan.seedOf("M%08d".formatted(i));
      if (two.groups().get(0).of(seed).equals("control")
          && two.groups().get(1).of(seed).equals("control")) both++;
    }
    assertThat(both / 100_000.0).isEqualTo(0.01, within(0.0015));
  }

  @Test
  void a_member_stays_in_a_group_for_ever() {
    // These must never change: whoever is compared now was compared before.
    assertThat(List.of("ann", "bob", "cid", "dora", "M00000001").stream().map(this::group))
        .containsExactlyElementsOf(GroupsForEver.OF_WIN_BACK);
  }

  @Test
  void the_control_group_gets_nothing_and_is_told_so() {
    Decision decision = buys(someoneOf("control"), "2026-03-10T10:00:00Z").getFirst();
    assertThat(decision.postings()).isEmpty();
    assertThat(why(decision))
        .contains(
            "\"Big\" did not apply: it asks that the member's group in \"Win back\" is variant"
                + " \"More\", and found the control group.");
  }

  @Test
  void a_variant_gives_to_its_own_members_only_and_no_oftener_than_the_campaign_allows() {
    List<Decision> decisions =
        buys(
            someoneOf("variant:more"),
            "2026-03-10T10:00:00Z",
            "2026-03-11T10:00:00Z",
            "2026-03-12T10:00:00Z");
    assertThat(decisions.stream().map(d -> d.postings().size())).containsExactly(1, 1, 0);
    assertThat(decisions.getFirst().postings().getFirst().rule()).isEqualTo("big");
    assertThat(why(decisions.getLast()))
        .contains(
            "\"Big\" would have applied 1 time and applied 0: the limit \"campaigns/win-back/limits/monthly\" was reached.");
  }

  @Test
  void what_the_groups_are_compared_by_is_kept_of_each_member() {
    String member = someoneOf("control");
    MemberState state = fold.begin(member);
    state = fold.fold(state, purchase(member, "2026-02-28T23:59:59Z", 1), _ -> {});
    state = fold.fold(state, purchase(member, "2026-03-01T00:00:00Z", 2), _ -> {});
    state = fold.fold(state, purchase(member, "2026-03-31T23:59:59Z", 3), _ -> {});
    assertThat(kept(state, "control", Compared.What.PURCHASES)).isEqualTo(2);
    assertThat(kept(state, "control", Compared.What.AMOUNT)).isEqualTo(2_000);
    assertThat(state.usages())
        .doesNotContainKey(Compared.key("win-back", "control", Compared.What.POINTS));
    String treated = someoneOf("variant:more");
    MemberState other = fold.begin(treated);
    other = fold.fold(other, purchase(treated, "2026-03-02T00:00:00Z", 2), _ -> {});
    assertThat(kept(other, "variant:more", Compared.What.POINTS)).isEqualTo(10_000_000);
  }

  private static long kept(MemberState state, String group, Compared.What what) {
    var tally = state.usages().get(Compared.key("win-back", group, what));
    return tally == null ? 0 : tally.units(0);
  }
}
