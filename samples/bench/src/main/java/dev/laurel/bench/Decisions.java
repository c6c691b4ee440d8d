package dev.laurel.bench;

import dev.laurel.samples.measure.Figures;
import dev.laurel.bench.Children.Ended;
import dev.laurel.samples.bench.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has JMH time decisions, each engine in processes of its own, and reads what it found. */
final class Decisions {
  static final String TIME = "decision";
  static final String BYTES = "bytes";
  private static final int PEER_MINUTES = 8;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Children children;
  private final boolean quick;

  Decisions(Children children, boolean quick) {
    this.children = children;
    this.quick = quick;
  }

  private List<Integer> sizes() {
    return quick ? List.of(100) : List.of(10, 100, 1000);
  }

  /**
   * Times one engine.
   *
   * @return why it could not be timed, or nothing
   */
  List<String> time(String contender, boolean peer, Figures figures)
      throws IOException, InterruptedException {
    Path result = children.out().resolve("jmh-" + contender + ".json").toAbsolutePath();
    List<String> args = new ArrayList<>(List.of("DecisionBenchmark", "-f", "1", "-foe", "false"));
    args.addAll(
        quick
            ? List.of("-wi", "2", "-w", "500ms", "-i", "3", "-r", "500ms")
            : List.of("-wi", "4", "-w", "1s", "-i", "5", "-r", "1s"));
    args.addAll(List.of("-prof", "gc", "-rf", "json", "-rff", result.toString()));
    args.addAll(List.of("-p", "contender=" + contender));
    args.addAll(
        List.of(
            "-p",
            "workload="
                + Arrays.stream(Workload.values())
                    .map(Enum::name)
                    .collect(Collectors.joining(","))));
    args.addAll(
        List.of(
            "-p",
            "rules=" + sizes().stream().map(String::valueOf).collect(Collectors.joining(","))));
    Files.deleteIfExists(result);
    Ended ended =
        children.java(peer, "jmh-" + contender, "org.openjdk.jmh.Main", args, PEER_MINUTES);
    if (Files.exists(result)) read(result, figures);
    checked(contender, figures);
    List<String> missing = new ArrayList<>();
    if (ended instanceof Ended.Badly(var reason)) missing.add(contender + ": " + reason);
    else
      for (Workload workload : Workload.values())
        for (int size : sizes())
          if (Double.isNaN(figures.value(TIME, contender, workload + " " + size)))
            missing.add(
                "%s, %s with %d rules: see %s"
                    .formatted(contender, workload, size, "jmh-" + contender + ".log"));
    return missing;
  }

  private void checked(String contender, Figures figures) throws IOException {
    try (Stream<Path> files = Files.list(children.out())) {
      for (Path file :
          files
              .filter(f -> f.getFileName().toString().startsWith("checked-" + contender + "-"))
              .sorted()
              .toList()) figures.addAll(Figures.read(file));
    }
  }

  private static void read(Path result, Figures figures) throws IOException {
    for (JsonNode each : JSON.readTree(Files.readString(result))) {
      JsonNode params = each.path("params");
      String row = params.path("contender").asString();
      String column = params.path("workload").asString() + " " + params.path("rules").asString();
      List<Double> iterations = new ArrayList<>();
      for (JsonNode fork : each.path("primaryMetric").path("rawData"))
        for (JsonNode value : fork) iterations.add(value.asDouble());
      figures.add(TIME, row, column, Figures.median(iterations), "µs, median of the iterations");
      figures.add(
          BYTES,
          row,
          column,
          each.path("secondaryMetrics").path("gc.alloc.rate.norm").path("score").asDouble(),
          "bytes allocated per decision");
    }
  }
}
