package dev.laurel.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.laurel.engine.decision.Move;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.random.Case;
import dev.laurel.engine.random.RandomCases;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.check.PackCheck;
import dev.laurel.rules.pack.PackWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The engine and the oracle tell the same of random packs, members and events: every finding with
 * its operands and values, every posting, every move, and how the member stands after each event.
 * The number of events is that of the system property {@code laurel.tests.events}.
 */
class DroolsAgreesWithOracleTest {
  private static final int EVENTS = Integer.getInteger("laurel.tests.events", 5_000);
  private static final int MEMBERS_OF_A_PACK = 4;
  private static final int POOLS_OF_A_PACK = 1;

  @Test
  void of_every_event_both_tell_the_same() {
    int events = 0;
    for (long seed = 0; events < EVENTS; seed++) {
      RandomCases cases = RandomCases.of(seed);
      Fold fold = Comparison.fold(Revision.of(cases.pack(), "d"), cases.population());
      for (int member = 0; member < MEMBERS_OF_A_PACK; member++) {
        Case example = cases.member(member);
        if (Comparison.difference(fold, example).isPresent()) report(seed, member, example);
        events += example.events().size();
      }
      for (int pool = 0; pool < POOLS_OF_A_PACK; pool++) {
        Case example = cases.pool(pool);
        if (Comparison.difference(fold, example).isPresent()) report(seed, pool, example);
        events += example.events().size();
      }
    }
    assertThat(events).isGreaterThanOrEqualTo(EVENTS);
  }

  @Test
  void with_the_rule_base_empty_no_event_earns_or_changes_a_tier_but_what_is_granted() {
    for (long seed = 0; seed < 40; seed++) {
      RandomCases cases = RandomCases.of(seed);
      Fold fold = new Fold(Revision.of(cases.pack(), "d").withoutRules());
      Case example = cases.member(0);
      MemberState state = fold.begin("m");
      for (var event : example.events())
        state =
            fold.fold(
                state,
                event,
                decision -> {
                  assertThat(decision.moves())
                      .extracting(Move::way)
                      .isSubsetOf(Move.Way.GRANTED, Move.Way.ENDED);
                  // What another's rules gave was decided there.
                  if (!(decision.event().body() instanceof Body.Adjustment)
                      && !(decision.event().body() instanceof Body.ReferralReward))
                    // Head starts and grants need no rule, and what they give may reach a mark.
                    assertThat(decision.postings())
                        .filteredOn(posting -> !posting.rule().startsWith("ladders/"))
                        .noneMatch(posting -> posting.from() == Account.ISSUED);
                });
    }
  }

  @Test
  void the_packs_are_without_faults() {
    Map<String, String> faults = new TreeMap<>();
    for (long seed = 0; seed < 100; seed++)
      for (var fault : PackCheck.check(RandomCases.of(seed).pack()))
        faults.putIfAbsent(fault.code(), "seed " + seed + ": " + fault);
    assertThat(faults).isEmpty();
  }

  private static void report(long seed, int member, Case example) {
    Case least =
        new Shrinker(smaller -> Comparison.difference(smaller).isPresent()).shrink(example);
    fail(
        "Seed %d, member or pool %d:%n%s%nThe least case, ends %s:%n%s%n%s"
            .formatted(
                seed,
                member,
                Comparison.difference(least).orElseThrow(),
                least.end(),
                least.events().stream().map(Object::toString).collect(Collectors.joining("\n")),
                PackWriter.write(least.pack()).entrySet().stream()
                    .map(e -> e.getKey() + ":\n" + new String(e.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("\n"))));
  }
}
