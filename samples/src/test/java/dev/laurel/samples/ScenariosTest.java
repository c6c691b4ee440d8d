package dev.laurel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.scenario.ScenarioResult;
import dev.laurel.engine.scenario.Scenarios;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
  static List<String> names() {
    return PackFolders.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyScenarioHoldsOrSaysWhatItWaitsFor(String name) {
    Pack pack = PackFolders.read(name);
    List<ScenarioResult> results = Scenarios.run(pack, PackWriter.digest(pack));
    assertThat(results).isNotEmpty();
    assertThat(results.stream().flatMap(ScenariosTest::failures)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("evaluated")
  void whatIsEvaluatedWaitsForNothing(String name) {
    Pack pack = PackFolders.read(name);
    assertThat(Scenarios.run(pack, PackWriter.digest(pack)))
        .extracting(r -> r.getClass().getSimpleName())
        .containsOnly("Passed");
  }

  private static Stream<String> failures(ScenarioResult result) {
    return result instanceof ScenarioResult.Failed(var scenario, var differences)
        ? differences.stream().map(d -> scenario.id() + " " + d)
        : Stream.empty();
  }

  static List<String> evaluated() {
    return List.of(
        "british-airways-club",
        "cafe",
        "gift-shop",
        "music-club",
        "united-premier",
        "world-of-hyatt",
        "ulta-beauty",
        "ulta-beauty-450",
        "starbucks-rewards",
        "sephora-beauty-insider");
  }
}
