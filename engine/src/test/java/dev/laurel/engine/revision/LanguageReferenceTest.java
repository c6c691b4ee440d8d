package dev.laurel.engine.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.scenario.ScenarioResult;
import dev.laurel.engine.scenario.Scenarios;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference of the language says of being evaluated is so. */
class LanguageReferenceTest {
  private static final Path RULES = Path.of("..", "rules");
  private static final Path EXAMPLES =
      RULES.resolve(Path.of("src", "test", "resources", "language"));

  static List<String> evaluated() throws IOException {
    return names("evaluated");
  }

  static List<String> refused() throws IOException {
    return names("refused");
  }

  private static List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  private static Pack read(String folder, String name) throws IOException {
    byte[] content = Files.readAllBytes(EXAMPLES.resolve(folder).resolve(name + ".yaml"));
    return ((PackResult.Read) PackReader.read(new TreeMap<>(Map.of("pack.yaml", content)))).pack();
  }

  @ParameterizedTest
  @MethodSource("evaluated")
  void an_example_that_is_evaluated_is_so_and_its_scenarios_hold(String name) throws IOException {
    Pack pack = read("evaluated", name);
    assertThat(Revision.notEvaluated(pack)).isEmpty();
    assertThat(
            Scenarios.run(pack, PackWriter.digest(pack)).stream()
                .filter(ScenarioResult.Failed.class::isInstance)
                .flatMap(failed -> ((ScenarioResult.Failed) failed).differences().stream()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void an_example_that_is_refused_is_so_by_the_name_that_the_reference_gives(String name)
      throws IOException {
    assertThat(NotEvaluated.in(read("refused", name)))
        .extracting(found -> found.construct().replace(' ', '-'))
        .contains(name);
  }
}
