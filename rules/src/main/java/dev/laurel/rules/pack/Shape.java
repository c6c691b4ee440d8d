package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Thing;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a pack looks like in a file, derived from the type of a record component. Reader,
 * writer and schema all walk these shapes. Immutable and thread-safe.
 */
sealed interface Shape {
  /** A scalar. */
  record Leaf(
      Node.Kind kind,
      String noun,
      Reading reading,
      Function<Object, String> writing,
      Node.Mapping schema)
      implements Shape {
    /** From the text of a scalar to its value. */
    interface Reading {
      /**
       * @throws Refusal when the text is no such value
       */
      Object read(String text);
    }
  }

  /** What may be left out. */
  record Maybe(Shape of) implements Shape {}

  /** A list. */
  record Many(Shape of) implements Shape {}

  /** A map whose keys are data; kept and written in the order of its keys. */
  record ByKey(Leaf key, Shape of) implements Shape {}

  /** A map whose keys are the components of a record. */
  final class Fields implements Shape {
    private final Class<?> type;
    private final String doc;
    private final Constructor<?> constructor;
    // Shapes may hold themselves, so fields are looked at when they are first needed.
    private final Supplier<List<Field>> looking;
    private volatile @Nullable List<Field> fields;

    Fields(Class<?> type, String doc, Constructor<?> constructor, Supplier<List<Field>> looking) {
      this.type = type;
      this.doc = doc;
      this.constructor = constructor;
      this.looking = looking;
    }

    Class<?> type() {
      return type;
    }

    String doc() {
      return doc;
    }

    Constructor<?> constructor() {
      return constructor;
    }

    List<Field> fields() {
      List<Field> known = fields;
      if (known == null) {
        known = List.copyOf(looking.get());
        fields = known;
      }
      return known;
    }

    /** Whether every component may be left out. */
    boolean mayBeEmpty() {
      return fields().stream().allMatch(field -> field.absent().isPresent());
    }
  }

  /**
   * A component of a record.
   *
   * @param absent what it is where the key is left out; empty where it must not be
   * @param declares what its text declares
   */
  record Field(
      String name,
      Shape shape,
      Method accessor,
      Optional<Object> absent,
      String doc,
      Optional<Thing> declares) {}

  /** A closed family: a word, or a map with the key {@code type}. */
  record Variants(Class<?> family, String doc, SortedMap<String, Fields> byWord) implements Shape {
    static final String KEY = "type";
  }

  /** A form of its own. */
  non-sealed interface Special extends Shape {
    /**
     * The value that a node says; null, with at least one fault, where it says none. The node is
     * never one that has been refused already.
     */
    @Nullable Object bind(Node node, Place at, Binder binder);

    Node describe(Object value);

    /** The name of its JSON Schema. */
    String name();

    /** Its JSON Schema; {@code reference} gives the schema of a part, by a reference if need be. */
    Node.Mapping schema(Referring referring);
  }

  /** Gives the schema of a shape that is a part of another. */
  interface Referring {
    Node.Mapping to(Shape shape);
  }

  /** The words of a family or an enum are written with hyphens: {@code AT_ONCE} as at-once. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code PerAmount} is written as per-amount. */
  static String word(Class<?> variant) {
    return variant.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  static Map<String, Object> words(Class<?> type) {
    Map<String, Object> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) words.put(word((Enum<?>) constant), constant);
    return words;
  }
}
