package dev.laurel.engine.decision;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The constants of one family and their words in JSON, in kebab case. Worked out once, since
 * millions of lines hold them. Immutable.
 */
final class Constants<E extends Enum<E>> {
  private final Map<E, String> words;
  private final Map<String, E> constants = new TreeMap<>();

  private Constants(Class<E> family) {
    words = new EnumMap<>(family);
    for (E constant : family.getEnumConstants()) {
      String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      words.put(constant, word);
      constants.put(word, constant);
    }
  }

  static <E extends Enum<E>> Constants<E> of(Class<E> family) {
    return new Constants<>(family);
  }

  String word(E constant) {
    return Objects.requireNonNull(words.get(constant));
  }

  Optional<E> find(String word) {
    return Optional.ofNullable(constants.get(word));
  }

  /** All words, in order. */
  Set<String> words() {
    return Collections.unmodifiableSet(constants.keySet());
  }
}
