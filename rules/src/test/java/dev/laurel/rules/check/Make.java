package dev.laurel.rules.check;

import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.language.Default;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Text;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes records of the language from the parts that matter; the others are absent or usual. */
final class Make {
  private Make() {}

  /**
   * Makes a record.
   *
   * @param parts names of components, each followed by its value; texts stand for titles, numbers
   *     and conditions too
   */
  static <T extends Record> T a(Class<T> type, Object... parts) {
    Map<String, Object> byName = new HashMap<>();
    for (int i = 0; i < parts.length; i += 2) byName.put((String) parts[i], parts[i + 1]);
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Object given = byName.remove(components[i].getName());
      values[i] = given == null ? usual(components[i]) : fitting(components[i], given);
    }
    if (!byName.isEmpty()) throw new IllegalArgumentException(type + " has no " + byName.keySet());
    return type.cast(construct(type, values));
  }

  static Object construct(Class<?> type, Object[] values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " from " + Arrays.toString(values), e);
    }
  }

  /** The value as the component takes it. */
  static Object fitting(RecordComponent component, Object value) {
    Class<?> type = component.getType();
    if (type == Optional.class) {
      if (value instanceof Optional) return value;
      boolean decimal = component.getGenericType().getTypeName().contains("BigDecimal");
      return Optional.of(decimal ? new BigDecimal(value.toString()) : value);
    }
    if (type == Text.class && value instanceof String words) return Text.of(words);
    if (type == BigDecimal.class) return new BigDecimal(value.toString());
    if (type == Rows.class && value instanceof String text) return Rows.of(Feel.parse(text));
    if (type == List.class && !(value instanceof List)) return List.of(value);
    return value;
  }

  private static Object usual(RecordComponent component) {
    Class<?> type = component.getType();
    Default usual = component.getAnnotation(Default.class);
    if (usual != null) return read(type, usual.value());
    if (type == Optional.class) return Optional.empty();
    if (type == List.class) return List.of();
    if (type == Map.class) return Map.of();
    if (type == Rows.class) return Rows.NONE;
    if (type == Text.class) return Text.of("Some words");
    throw new IllegalArgumentException(component + " must be given.");
  }

  private static Object read(Class<?> type, String word) {
    if (type == boolean.class) return Boolean.valueOf(word);
    if (type == int.class) return Integer.valueOf(word);
    if (type == BigDecimal.class) return new BigDecimal(word);
    if (type == String.class) return word;
    if (type.isEnum())
      return Arrays.stream(type.getEnumConstants())
          .filter(c -> ((Enum<?>) c).name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
          .findFirst()
          .orElseThrow();
    return Arrays.stream(type.getPermittedSubclasses())
        .filter(variant -> variant.getSimpleName().equalsIgnoreCase(word.replace("-", "")))
        .findFirst()
        .map(variant -> construct(variant, new Object[0]))
        .orElseThrow();
  }
}
