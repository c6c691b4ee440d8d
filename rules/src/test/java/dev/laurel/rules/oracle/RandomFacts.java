package dev.laurel.rules.oracle;

import static java.util.stream.Collectors.toMap;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.oracle.Subject.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random facts that sit on thresholds, one step beside them, or are missing. */
public final class RandomFacts {
  private static final int MOST_LINES = 4;
  private static final int MOST_TEXTS = 3;

  /** How often a fact of patchy facts is missing. */
  private static final double MISSING = 0.25;

  /** What was drawn for one subject. */
  private record Drawn(String path, Optional<Value> value, Optional<List<String>> texts) {}

  private RandomFacts() {}

  /**
   * Facts about everything.
   *
   * @param fewestLines how many lines the purchase has at least, 0 to 4
   */
  public static Arbitrary<Facts> complete(
      List<Subject> subjects, List<Subject> ofLines, int fewestLines) {
    return facts(subjects, lines(ofLines, 0, fewestLines).map(Optional::of), 0);
  }

  /** Facts of which each is missing once in four times, the purchase too. */
  public static Arbitrary<Facts> patchy(List<Subject> subjects, List<Subject> ofLines) {
    return facts(subjects, lines(ofLines, MISSING, 0).optional(1 - MISSING), MISSING);
  }

  private static Arbitrary<List<Facts>> lines(List<Subject> subjects, double missing, int fewest) {
    return facts(subjects, Arbitraries.just(Optional.empty()), missing)
        .list()
        .ofMinSize(fewest)
        .ofMaxSize(MOST_LINES);
  }

  private static Arbitrary<Facts> facts(
      List<Subject> subjects, Arbitrary<Optional<List<Facts>>> lines, double missing) {
    Map<String, List<String>> ladders =
        subjects.stream()
            .filter(subject -> subject.type() == Type.TIER)
            .collect(toMap(Subject::path, Subject::texts));
    return Combinators.combine(
            Combinators.combine(subjects.stream().map(subject -> drawn(subject, missing)).toList())
                .as(drawn -> drawn),
            lines)
        .as((drawn, purchase) -> facts(drawn, purchase, ladders))
        .withoutEdgeCases();
  }

  private static Facts facts(
      List<Drawn> drawn, Optional<List<Facts>> lines, Map<String, List<String>> ladders) {
    Map<String, Value> values = new HashMap<>();
    Map<String, List<String>> lists = new HashMap<>();
    for (Drawn one : drawn) {
      one.value().ifPresent(value -> values.put(one.path(), value));
      one.texts().ifPresent(texts -> lists.put(one.path(), texts));
    }
    return new KnownFacts(values, lists, lines, ladders);
  }

  private static Arbitrary<Drawn> drawn(Subject subject, double missing) {
    if (subject.type() == Type.LIST)
      return Arbitraries.of(subject.texts())
          .list()
          .uniqueElements()
          .ofMaxSize(MOST_TEXTS)
          .optional(1 - missing)
          .map(texts -> new Drawn(subject.path(), Optional.empty(), texts));
    return Arbitraries.of(subject.values())
        .optional(1 - missing)
        .map(value -> new Drawn(subject.path(), value, Optional.empty()));
  }
}
