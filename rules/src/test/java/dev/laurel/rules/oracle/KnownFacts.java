package dev.laurel.rules.oracle;

import dev.laurel.rules.condition.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts from tables. Immutable.
 *
 * @param values the facts that hold one value, by path
 * @param lists the facts that are lists of texts, by path
 * @param lines the lines of the purchase; empty where there is no purchase
 * @param ladders the tiers of the facts that are tiers, lowest first, by path
 */
public record KnownFacts(
    Map<String, Value> values,
    Map<String, List<String>> lists,
    Optional<List<Facts>> lines,
    Map<String, List<String>> ladders)
    implements Facts {
  public KnownFacts {
    values = Map.copyOf(values);
    lists = Map.copyOf(lists);
    lines = lines.map(List::copyOf);
    ladders = Map.copyOf(ladders);
  }

  /** Without a purchase, lists and tiers. */
  public static KnownFacts of(Map<String, Value> values) {
    return new KnownFacts(values, Map.of(), Optional.empty(), Map.of());
  }

  public KnownFacts withLines(List<Facts> known) {
    return new KnownFacts(values, lists, Optional.of(known), ladders);
  }

  @Override
  public Optional<Value> value(String path) {
    return Optional.ofNullable(values.get(path));
  }

  @Override
  public Optional<List<String>> texts(String path) {
    return Optional.ofNullable(lists.get(path));
  }

  @Override
  public Optional<Integer> rank(String path, String tier) {
    int place = ladders.getOrDefault(path, List.of()).indexOf(tier);
    return place < 0 ? Optional.empty() : Optional.of(place);
  }
}
