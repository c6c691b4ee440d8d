package dev.laurel.engine.fold;

import static dev.laurel.engine.fold.PooledHome.HOME;
import static dev.laurel.engine.fold.PooledHome.RULES;
import static dev.laurel.engine.fold.PooledHome.code;
import static dev.laurel.engine.fold.PooledHome.home;
import static dev.laurel.engine.fold.PooledHome.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.PoolShare;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ann, Ben and others share one balance, the pool of their home. */
class PoolsTest {
  private static PackResult read(String pack) {
    return PackReader.read(
        new TreeMap<>(Map.of("pack.yaml", pack.getBytes(StandardCharsets.UTF_8))));
  }

  private static List<String> lots(Household home, String account) {
    return home.points(account).lots().stream()
        .map(lot -> lot.units() + " to " + LocalDate.ofEpochDay(lot.lapsesOn()))
        .toList();
  }

  @Test
  void what_a_member_has_goes_to_the_pool_and_lapses_when_it_would_have() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 20);
    home.buys("2026-03-05T12:00", "ann", 30);
    Decision joined = home.joins("2026-04-01T12:00", "ann", HOME);
    assertThat(code(joined)).isEqualTo("carried out");
    assertThat(home.available("ann")).isZero();
    assertThat(home.state("ann").pooling().in()).contains(HOME);
    assertThat(home.state(HOME).pooling().members().keySet()).containsExactly("ann");
    assertThat(lots(home, HOME)).containsExactly("20 to 2027-03-01", "30 to 2027-03-05");
    assertThat(home.points(HOME).earned()).isZero();
    assertThat(home.heading(joined)).contains("\"ann\" joined the pool");
    Decision passed = home.last("ann");
    assertThat(passed.shares()).containsExactly(new PoolShare(HOME, "points", 50, 0));
    assertThat(home.heading(passed)).contains("the member came into the pool \"pool:home\"");
    assertThat(home.why(passed)).contains("50 points went on to the pool.");
    assertThat(home.why(passed, "zh")).contains("50 Points 已转入共享账户。");
    assertThat(home.why(home.last(HOME)))
        .containsExactly("50 points came into the pool; each of them lapses when it would have.");
    home.passes("2027-03-01T00:00");
    assertThat(lots(home, HOME)).containsExactly("30 to 2027-03-05");
    assertThat(home.points(HOME).expired()).isEqualTo(20);
  }

  @Test
  void what_a_member_earns_is_decided_of_the_member_and_goes_on_to_the_pool() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ben", 1);
    home.joins("2026-03-01T13:00", "ben", HOME);
    Decision bought = home.buys("2026-03-02T12:00", "ben", 120);
    assertThat(bought.postings())
        .containsExactly(
            new Posting(Account.ISSUED, Account.AVAILABLE, "points", 120, "base"),
            new Posting(Account.AVAILABLE, Account.TRANSFERRED, "points", 120, "pool"));
    assertThat(home.state("ben").standing("status").orElseThrow().tier()).isEqualTo("Gold");
    assertThat(home.points("ben").earned()).isEqualTo(121);
    assertThat(home.available("ben")).isZero();
    assertThat(home.available(HOME)).isEqualTo(121);
  }

  @Test
  void a_full_pool_takes_nobody_until_somebody_leaves() {
    Household home = home();
    for (String member : List.of("ann", "ben", "cid")) home.buys("2026-03-01T12:00", member, 10);
    home.joins("2026-03-02T12:00", "ann", HOME);
    home.joins("2026-03-02T12:00", "ben", HOME);
    Decision third = home.joins("2026-03-02T12:01", "cid", HOME);
    assertThat(code(third)).isEqualTo("pool-full");
    assertThat(message(third)).contains("at most 2 members may be in a pool");
    assertThat(home.available("cid")).isEqualTo(10);
    home.leaves("2026-03-02T12:02", "ben", HOME);
    assertThat(code(home.joins("2026-03-02T12:02", "cid", HOME))).isEqualTo("same-instant");
    assertThat(code(home.joins("2026-03-02T12:03", "cid", HOME))).isEqualTo("carried out");
    assertThat(home.available(HOME)).isEqualTo(30);
  }

  @Test
  void nobody_is_in_two_pools_or_twice_in_one_and_only_members_are_in_any() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 10);
    home.joins("2026-03-02T12:00", "ann", HOME);
    Decision other = home.joins("2026-03-02T12:01", "ann", "pool:work");
    assertThat(code(other)).isEqualTo("in-another-pool");
    assertThat(message(other)).contains("is in the pool pool:home. Leave it first.");
    assertThat(code(home.joins("2026-03-02T12:02", "ann", HOME))).isEqualTo("in-this-pool");
    assertThat(code(home.joins("2026-03-02T12:03", "zoe", HOME))).isEqualTo("unknown-member");
    assertThat(code(home.joins("2026-03-02T12:04", HOME, "pool:work"))).isEqualTo("unknown-member");
    assertThat(code(home.leaves("2026-03-02T12:05", "zoe", HOME))).isEqualTo("not-in-pool");
  }

  @Test
  void whoever_leaves_takes_nothing_along_and_keeps_what_comes_then() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 50);
    home.joins("2026-03-02T12:00", "ann", HOME);
    Decision left = home.leaves("2026-03-03T12:00", "ann", HOME);
    assertThat(home.heading(left)).contains("\"ann\" left the pool");
    assertThat(home.heading(home.last("ann"))).contains("went from the pool \"pool:home\"");
    home.buys("2026-03-04T12:00", "ann", 7);
    assertThat(home.available("ann")).isEqualTo(7);
    assertThat(home.available(HOME)).isEqualTo(50);
    assertThat(code(home.spends("2026-03-05T12:00", "ann", HOME, 1))).isEqualTo("not-in-pool");
  }

  @Test
  void what_is_meant_for_a_pool_stays_with_whoever_is_in_none_and_that_is_said() {
    Household home =
        home(
            "expiry: {type: never}",
            """
            campaigns:
              - id: together
                title: Together
                schedule: {}
                rules:
                  - {id: bonus, title: Bonus, then: [{type: points, kind: points, points: 9, to: pool}]}
            """);
    Decision alone = home.buys("2026-03-01T12:00", "ann", 10);
    assertThat(alone.findings()).contains(new Finding.NoPool("bonus", "points"));
    assertThat(home.why(alone))
        .contains("What \"Bonus\" gave was meant for a pool; the member is in none and has it.");
    assertThat(home.available("ann")).isEqualTo(19);
    home.joins("2026-03-02T12:00", "ann", HOME);
    Decision together = home.buys("2026-03-03T12:00", "ann", 10);
    assertThat(together.findings()).doesNotContain(new Finding.NoPool("bonus", "points"));
    assertThat(home.available(HOME)).isEqualTo(38);
  }

  @Test
  void rules_read_of_a_member_what_the_member_has_and_not_what_the_pool_has() {
    Household home =
        home(
            "expiry: {type: never}",
            """
            campaigns:
              - id: rich
                title: Rich
                schedule: {}
                rules:
                  - id: more
                    title: More
                    when: points.points >= 10
                    then: [{type: points, kind: points, points: 1}]
            """);
    home.buys("2026-03-01T12:00", "ann", 50);
    home.joins("2026-03-02T12:00", "ann", HOME);
    Decision bought = home.buys("2026-03-03T12:00", "ann", 10);
    assertThat(home.why(bought))
        .anyMatch(line -> line.startsWith("\"More\" did not apply") && line.contains("found 0"));
  }

  @Test
  void a_member_who_is_active_keeps_the_points_of_the_pool_alive() {
    Household home = home("expiry: {type: inactivity, span: 30 days, edge: at-its-start}", "");
    home.buys("2026-03-01T12:00", "ann", 50);
    home.buys("2026-03-01T12:00", "ben", 1);
    home.joins("2026-03-02T12:00", "ann", HOME);
    home.joins("2026-03-02T12:00", "ben", HOME);
    home.buys("2026-03-20T12:00", "ben", 0);
    assertThat(lots(home, HOME)).containsExactly("51 to 2026-04-19");
    home.passes("2026-04-19T00:00");
    assertThat(home.points(HOME).expired()).isEqualTo(51);
  }

  @Test
  void a_pool_is_no_member_and_nothing_but_points_happens_to_it() {
    Household home =
        home(
            "expiry: {type: after, span: 3 years}",
            """
            campaigns:
              - id: years
                title: Years
                schedule: {}
                rules:
                  - id: cake
                    title: Cake
                    on: anniversary
                    then: [{type: points, kind: points, points: 100}]
            """);
    home.buys("2026-03-01T12:00", "ann", 10);
    home.joins("2026-03-02T12:00", "ann", HOME);
    home.passes("2027-03-05T00:00");
    // Hers alone, which went on to the pool.
    assertThat(home.available(HOME)).isEqualTo(110);
    assertThat(home.points(HOME).earned()).isZero();
    assertThat(home.state(HOME).standings()).isEmpty();
    assertThat(code(home.does("2027-03-06T12:00", HOME, new Body.Change(Map.of()))))
        .isEqualTo("not-of-a-pool");
    assertThat(code(home.does("2027-03-06T12:00", "ann", new Body.PoolLeave("ann"))))
        .isEqualTo("not-a-pool");
  }

  @Test
  void a_pool_gives_its_members_what_its_owner_says_by_a_transfer() {
    Household home = home("transfer: {least: 1}", "");
    home.buys("2026-03-01T12:00", "ann", 50);
    home.joins("2026-03-02T12:00", "ann", HOME);
    Decision circle = home.does("2026-03-02T13:00", HOME, new Body.Transfer("points", 20, "ann"));
    assertThat(code(circle)).isEqualTo("pool-to-its-member");
    assertThat(message(circle)).contains("come straight back", "leaves the pool");
    assertThat(home.why(circle, "zh").getFirst()).contains("请先让会员退出共享账户");
    home.leaves("2026-03-03T12:00", "ann", HOME);
    home.does("2026-03-04T12:00", HOME, new Body.Transfer("points", 20, "ann"));
    assertThat(home.available("ann")).isEqualTo(20);
    home.does("2026-03-05T12:00", "ann", new Body.Transfer("points", 5, HOME));
    assertThat(home.available(HOME)).isEqualTo(35);
  }

  @Test
  void a_join_that_a_member_cannot_keep_is_undone_and_only_that_one() {
    Household home = home();
    home.buys("2026-03-01T12:00", "ann", 50);
    home.joins("2026-03-02T12:00", "ann", HOME);
    // Another pool took her in at the same time, before it could know.
    Decision declined = home.does("2026-03-02T12:00", "ann", new Body.PoolJoined("pool:work"));
    assertThat(code(declined)).isEqualTo("in-another-pool");
    assertThat(declined.sent().getFirst().member()).isEqualTo("pool:work");
    assertThat(declined.sent().getFirst().body())
        .isEqualTo(new Body.PoolDeclined("ann", Instant.parse("2026-03-02T11:00:00Z")));
    home.does(
        "2026-03-03T12:00",
        HOME,
        new Body.PoolDeclined("ann", Instant.parse("2026-03-02T10:00:00Z")));
    assertThat(home.state(HOME).pooling().members()).containsKey("ann");
    home.does(
        "2026-03-03T12:00",
        HOME,
        new Body.PoolDeclined("ann", Instant.parse("2026-03-02T11:00:00Z")));
    assertThat(home.state(HOME).pooling().members()).isEmpty();
  }

  @Test
  void points_whose_day_follows_a_tier_are_not_pooled_and_that_is_said() {
    PackResult pack =
        read(
            """
            pack: {format: 1, id: club, version: 1.0.0, title: Club}
            programme:
              title: Club
              zone: UTC
              currency: EUR
              pointKinds:
                - id: points
                  title: Points
                  pooling: {members: 2}
                  expiry: {type: by-tier, rows: [{id: g, tiers: [Gold], expiry: {type: never}}], otherwise: {type: never}}
              periods: [{id: year, title: Year, is: calendar-year}]
              metrics: [{id: spend, title: Spend, counts: spend, over: year}]
            """
                + RULES);
    assertThat(Revision.notEvaluated(((PackResult.Read) pack).pack()))
        .containsExactly(
            "pooling of points whose day follows a tier or regular activity (programme/pointKinds/points/pooling)");
  }
}
