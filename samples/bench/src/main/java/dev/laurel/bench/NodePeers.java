package dev.laurel.bench;

import dev.laurel.samples.measure.Figures;
import dev.laurel.bench.Children.Ended;
import dev.laurel.samples.bench.Contender;
import dev.laurel.samples.bench.HandWritten;
import dev.laurel.samples.bench.Outcome;
import dev.laurel.samples.bench.Rule;
import dev.laurel.samples.bench.Test;
import dev.laurel.samples.bench.Visit;
import dev.laurel.samples.bench.Workload;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The engines that run in Node, where there is one; npm installs them below {@code target}. */
final class NodePeers {
  static final String ZEN = "zen";
  static final String JSON_RULES = "json-rules-engine";
  static final List<String> NAMES = List.of(ZEN, JSON_RULES);

  private static final int VISITS = 10_000;
  private static final int MINUTES = 5;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Children children;
  private final boolean quick;
  private final Path folder;

  NodePeers(Children children, boolean quick) {
    this.children = children;
    this.quick = quick;
    this.folder = children.out().resolve("node").toAbsolutePath();
  }

  /** Times these; tells for each that could not be timed why. */
  List<String> time(List<String> engines, Figures figures)
      throws IOException, InterruptedException {
    if (!isThere("node") || !isThere("npm"))
      return List.of(String.join(", ", engines) + ": there is no Node with npm on this machine");
    Files.createDirectories(folder);
    for (String name : List.of("package.json", "peers.mjs")) copy(name);
    Ended installed =
        children.run(
            "npm",
            List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"),
            folder.toFile(),
            MINUTES);
    if (installed instanceof Ended.Badly(var reason))
      return List.of(String.join(", ", engines) + ": npm could not install them: " + reason);
    List<String> missing = new ArrayList<>();
    for (Workload workload : Workload.values())
      for (int size : quick ? List.of(100) : List.of(10, 100, 1000)) {
        Path file = write(workload, size);
        for (String engine : engines) time(engine, file, workload + " " + size, figures, missing);
      }
    return missing;
  }

  private void time(
      String engine, Path workload, String column, Figures figures, List<String> missing)
      throws IOException, InterruptedException {
    Path result = folder.resolve("%s-%s.json".formatted(engine, column.replace(' ', '-')));
    Files.deleteIfExists(result);
    Ended ended =
        children.run(
            "node-%s-%s".formatted(engine, column.replace(' ', '-')),
            List.of(
                "node",
                "peers.mjs",
                engine,
                workload.toString(),
                result.toString(),
                quick ? "3" : "20",
                quick ? "3" : "5",
                quick ? "500" : "1000"),
            folder.toFile(),
            MINUTES);
    if (ended instanceof Ended.Badly(var reason))
      missing.add("%s, %s: %s".formatted(engine, column, reason));
    else figures.addAll(Figures.read(result));
  }

  private void copy(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NodePeers.class.getResourceAsStream("node/" + name), name)) {
      Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static boolean isThere(String program) {
    return Stream.of(
            Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  private Path write(Workload workload, int size) throws IOException {
    List<Rule> rules = workload.rules(size);
    List<Visit> visits = workload.visits(VISITS, size);
    Contender.Ready expected = HandWritten.linear().ready(rules);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("workload", workload.name());
    all.put("rules", rules.stream().map(NodePeers::rule).toList());
    all.put(
        "visits",
        visits.stream().map(v -> Map.of("facts", v.facts(), "lines", v.lines())).toList());
    all.put(
        "expected",
        visits.stream()
            .map(v -> (Outcome) expected.decide(v))
            .map(o -> o.awards().stream().map(a -> List.of(a.rule(), a.points())).toList())
            .toList());
    Path file = folder.resolve("%s-%d.json".formatted(workload, size));
    JSON.writeValue(file.toFile(), all);
    return file;
  }

  private static Map<String, Object> rule(Rule rule) {
    return Map.of(
        "id",
        rule.id(),
        "perLine",
        rule.perLine(),
        "gives",
        switch (rule.gives()) {
          case Rule.Gives.Points(var points) -> Map.of("perEuro", false, "points", points);
          case Rule.Gives.PerEuro(var points) -> Map.of("perEuro", true, "points", points);
        },
        "tests",
        rule.tests().stream().map(NodePeers::test).toList());
  }

  private static Map<String, Object> test(Test test) {
    return switch (test) {
      case Test.Is(var path, var text) -> Map.of("type", "is", "path", path, "text", text);
      case Test.AtLeast(var path, var number) ->
          Map.of("type", "atLeast", "path", path, "number", number);
      case Test.Within(var path, var from, var below) ->
          Map.of("type", "within", "path", path, "from", from, "below", below);
      case Test.Either(var tests) ->
          Map.of("type", "either", "tests", tests.stream().map(NodePeers::test).toList());
      case Test.Not(var inner) -> Map.of("type", "not", "test", test(inner));
    };
  }
}
