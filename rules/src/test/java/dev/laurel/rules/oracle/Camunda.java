package dev.laurel.rules.oracle;

import dev.laurel.rules.condition.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Camunda's FEEL engine, which others wrote from the same standard. */
public final class Camunda {
  private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

  private Camunda() {}

  public static boolean reads(String text) {
    return ENGINE.parseExpression(text).isSuccess();
  }

  /** What an expression comes to: true, false or, where it is null, missing. */
  static Answer ask(String text, Facts facts) {
    EvaluationResult result = ENGINE.evaluateExpression(text, context((KnownFacts) facts));
    if (result.isFailure()) throw new AssertionError(text + ": " + result.failure().message());
    return switch (result.result()) {
      case null -> Answer.MISSING;
      case Boolean met -> Answer.of(met);
      case Object other -> throw new AssertionError(text + " came to " + other);
    };
  }

  private static Map<String, Object> context(KnownFacts facts) {
    Map<String, Object> context = new LinkedHashMap<>();
    facts.values().forEach((path, value) -> put(context, path, plain(value)));
    facts.lists().forEach((path, texts) -> put(context, path, texts));
    facts
        .lines()
        .ifPresent(
            lines -> put(context, "purchase.lines", lines.stream().map(Camunda::line).toList()));
    return context;
  }

  /** A line's own facts, without the word {@code line} before them. */
  private static Object line(Facts facts) {
    return context((KnownFacts) facts).getOrDefault("line", Map.of());
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> context, String path, Object value) {
    List<String> names = List.of(path.split("\\."));
    Map<String, Object> map = context;
    for (String name : names.subList(0, names.size() - 1))
      map = (Map<String, Object>) map.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    map.put(names.getLast(), value);
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Number(var number) -> number;
      case Value.Text(var text) -> text;
      case Value.Truth(var truth) -> truth;
      case Value.Date(var date) -> date;
      case Value.Time(var time) -> time;
    };
  }
}
