package dev.laurel.samples.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.samples.bench.Rule.Gives;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules of a workload as a rule pack, written as people write one. */
public final class LaurelPack {
  private LaurelPack() {}

  /** The pack, read as any other. */
  public static PackResult.Read read(List<Rule> rules) {
    return read(yaml(rules));
  }

  /** A pack that stands in one text. */
  public static PackResult.Read read(String yaml) {
    return switch (PackReader.read(new TreeMap<>(Map.of("pack.yaml", yaml.getBytes(UTF_8))))) {
      case PackResult.Read read -> read;
      case PackResult.Refused(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }

  /** The pack's text; counts over the history are kept only where a rule asks for one. */
  public static String yaml(List<Rule> rules) {
    String all = rules.stream().map(LaurelPack::rule).collect(Collectors.joining());
    return programme(all.contains("metrics.")) + "earning:\n" + group("all", all);
  }

  /** What stands before the rules: the programme and its words. */
  public static String programme(boolean counts) {
    StringBuilder text =
        new StringBuilder(
            """
            pack: {format: 1, id: bench, version: 1.0.0, title: Bench}
            programme:
              title: Bench
              zone: Europe/Berlin
              currency: EUR
              pointKinds:
                - {id: points, title: Points}
            """);
    if (counts)
      text.append(
          """
            periods:
              - {id: days30, title: 30 days, is: {type: rolling, span: 30 days}}
              - {id: days90, title: 90 days, is: {type: rolling, span: 90 days}}
            metrics:
              - {id: visits30, title: Visits in 30 days, counts: purchases, over: days30}
              - {id: visits90, title: Visits in 90 days, counts: purchases, over: days90}
          """);
    text.append("vocabulary:\n  member:\n");
    for (String id : Words.TEXTS)
      text.append("    - {id: %s, title: %s, type: text}\n".formatted(id, id));
    for (String id : Words.NUMBERS)
      text.append("    - {id: %s, title: %s, type: number}\n".formatted(id, id));
    return text.toString();
  }

  /** A group of rules that are written already. */
  public static String group(String id, String rules) {
    return "  - id: %s\n    title: %s\n    rules:\n%s".formatted(id, id, rules);
  }

  private static String rule(Rule rule) {
    StringBuilder text =
        new StringBuilder("      - id: %s\n        title: %s\n".formatted(rule.id(), rule.id()));
    if (rule.perLine()) text.append("        per: line\n");
    if (!rule.tests().isEmpty())
      text.append(
          "        when: '%s'\n"
              .formatted(
                  rule.tests().stream()
                      .map(LaurelPack::feel)
                      .collect(Collectors.joining(" and "))));
    String gives =
        switch (rule.gives()) {
          case Gives.Points(var points) -> "{type: points, kind: points, points: %d}";
          case Gives.PerEuro(var points) ->
              "{type: per-amount, kind: points, points: %d, of: {netOf: []}}";
        };
    return text.append("        then:\n          - ")
        .append(gives.formatted(points(rule.gives())))
        .append('\n')
        .toString();
  }

  private static long points(Gives gives) {
    return switch (gives) {
      case Gives.Points(var points) -> points;
      case Gives.PerEuro(var points) -> points;
    };
  }

  private static String feel(Test test) {
    return switch (test) {
      case Test.Is(var path, var text) -> "%s = \"%s\"".formatted(path, text);
      case Test.AtLeast(var path, var number) -> path + " >= " + literal(path, number);
      case Test.Within(var path, var from, var below) ->
          path.equals("event.time") && below == DAY_SECONDS
              ? path + " >= " + literal(path, from)
              : "%s in [%s..%s)".formatted(path, literal(path, from), literal(path, below));
      case Test.Either(var tests) ->
          tests.stream().map(LaurelPack::feel).collect(Collectors.joining(" or ", "(", ")"));
      case Test.Not(var inner) -> "not(" + feel(inner) + ")";
    };
  }

  private static final int DAY_SECONDS = 24 * 60 * 60;

  private static String literal(String path, long number) {
    if (path.equals("event.time"))
      return "time(\"%s\")"
          .formatted(
              LocalTime.ofSecondOfDay(number)
                  .format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME));
    return path.endsWith(".amount")
        ? BigDecimal.valueOf(number, 2).toPlainString()
        : Long.toString(number);
  }
}
