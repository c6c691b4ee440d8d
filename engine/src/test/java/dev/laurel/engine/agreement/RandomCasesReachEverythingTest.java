package dev.laurel.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.random.RandomCases;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The random cases are worth comparing: every construct of the language that is evaluated decides
 * at least one event in a hundred and twenty-five, and every kind of finding, posting and move
 * occurs in at least one of a hundred and fifty.
 */
class RandomCasesReachEverythingTest {
  private static final Set<String> MAILED = Set.of("consent", "messageOutcome");

  private static final int PACKS = 160;

  @Test
  void every_construct_decides_its_share_of_events() {
    Map<String, Integer> counts = new TreeMap<>();
    int events = 0;
    for (long seed = 0; seed < PACKS; seed++) {
      RandomCases cases = RandomCases.of(seed);
      for (int member = 0; member < 3; member++) {
        var example = cases.member(member);
        // Consents and what became of messages come beside what else happens, and decide little.
        for (Event event : example.events()) if (!MAILED.contains(event.type())) events++;
        Comparison.told(
            example,
            told -> told.decisive().forEach(construct -> counts.merge(construct, 1, Integer::sum)));
      }
    }
    Map<String, String> seldom = new TreeMap<>();
    for (String construct : Constructs.evaluated()) {
      int count = counts.getOrDefault(construct, 0);
      int least = Constructs.isOfTheLanguage(construct) ? 140 : 180;
      if (count * least < events) seldom.put(construct, count + " of " + events);
    }
    assertThat(seldom).isEmpty();
    Set<String> unnamed = new TreeSet<>(counts.keySet());
    unnamed.removeAll(Constructs.evaluated());
    unnamed.removeAll(Constructs.SELDOM);
    assertThat(unnamed).as("decide, but nobody asks how often").isEmpty();
  }

  @Test
  void so_does_everything_that_happens_to_pools() {
    Map<String, Integer> counts = new TreeMap<>();
    for (long seed = 0; seed < PACKS; seed++)
      for (int pool = 0; pool < 2; pool++)
        Comparison.told(
            RandomCases.of(seed).pool(pool),
            told -> told.decisive().forEach(construct -> counts.merge(construct, 1, Integer::sum)));
    Map<String, Integer> seldom = new TreeMap<>();
    for (String construct : Constructs.OF_POOLS)
      if (counts.getOrDefault(construct, 0) < 15)
        seldom.put(construct, counts.getOrDefault(construct, 0));
    assertThat(seldom).isEmpty();
  }
}
