package dev.laurel.samples.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.samples.bench.Laurel;
import dev.laurel.samples.bench.LaurelPack;
import dev.laurel.samples.bench.Visit;
import dev.laurel.samples.bench.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each pack by which a feature is measured says what it should, and so decides otherwise. */
class FeaturesTest {
  private static List<String> decided(String text) {
    PackResult.Read read = LaurelPack.read(text);
    Fold fold = new Fold(Revision.of(read.pack(), read.digest()));
    List<String> all = new ArrayList<>();
    for (Visit visit : Workload.INDEXED.visits(20, Features.RULES)) {
      Laurel.Input input = Laurel.input(fold, visit);
      List<Decision> decisions = new ArrayList<>();
      var after = fold.fold(input.state(), input.event(), decisions::add);
      assertThat(decisions.getLast().refusal()).isEmpty();
      all.add(
          decisions.getLast().findings()
              + " "
              + decisions.getLast().postings()
              + after.standings()
              + after.tallies()
              + after.holdings()
              + decisions.getLast().bought());
    }
    return all;
  }

  @Test
  void each_feature_is_there_and_leaves_its_traces() {
    Set<List<String>> all = new HashSet<>();
    Features.packs()
        .forEach((more, text) -> {
          if (!more.equals("points that lapse"))
            assertThat(all.add(decided(text))).as(more).isTrue();
        });
    assertThat(all).hasSizeGreaterThan(8);
  }
}
