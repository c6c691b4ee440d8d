package dev.laurel.rules.language;

import dev.laurel.rules.condition.Condition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Condition rows by their stable ids, in the order in which they are read aloud. Immutable.
 *
 * <p>In a pack: a map of id to expression, or one expression, whose id is then {@value #ONLY}.
 */
public record Rows(Map<String, Condition> byId) {
  public static final String ONLY = "only";
  public static final Rows NONE = new Rows(Map.of());

  public Rows {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  public static Rows of(Condition condition) {
    return new Rows(Map.of(ONLY, condition));
  }

  public boolean isEmpty() {
    return byId.isEmpty();
  }

  /** All rows joined by "and"; empty when there is no row. */
  public Optional<Condition> all() {
    if (byId.isEmpty()) return Optional.empty();
    if (byId.size() == 1) return Optional.of(byId.values().iterator().next());
    return Optional.of(new Condition.All(byId.values().stream().toList()));
  }

  /**
   * Equal when ids, conditions and their order are equal: the order is part of the canonical form.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Rows rows
        && byId.entrySet().stream().toList().equals(rows.byId.entrySet().stream().toList());
  }

  @Override
  public int hashCode() {
    return byId.entrySet().stream().toList().hashCode();
  }
}
