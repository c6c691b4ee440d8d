package dev.laurel.rules.random;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Declares;
import dev.laurel.rules.language.Refers;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Thing;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Random values of any type of the rule language, made from the records alone: every variant and
 * every optional part occurs, numbers keep to their ranges, ids are well formed and differ from one
 * another, references need not resolve. The same seed gives the same value.
 */
public final class RandomPacks {
  private static final int MOST_TRIES = 10_000;

  private final Random random;
  private final RandomWords words;
  private final RandomValues values;

  private RandomPacks(Random random) {
    this.random = random;
    this.words = new RandomWords(random);
    this.values = new RandomValues(random);
  }

  /**
   * A random value.
   *
   * @param type a record, an enum or a sealed family of {@code dev.laurel.rules.language}, or
   *     {@code Condition} or {@code Value}
   * @param size how large lists and how deep trees may get; 0 leaves out whatever may be absent, 3
   *     is a small pack, 6 a large one
   */
  public static <T> T any(Class<T> type, Random random, int size) {
    return type.cast(new RandomPacks(random).value(type, type, size));
  }

  /**
   * @param about carries the annotations of the record component that holds the value
   */
  private Object value(Type type, AnnotatedElement about, int size) {
    if (type instanceof ParameterizedType of) {
      Type[] in = of.getActualTypeArguments();
      if (of.getRawType() == Optional.class)
        return size > 0 && random.nextBoolean()
            ? Optional.of(value(in[0], about, size))
            : Optional.empty();
      if (of.getRawType() == List.class) return list(in[0], about, size);
      if (of.getRawType() == Map.class) return map(in[0], in[1], about, size);
      throw new IllegalStateException("The language has learned a type: " + type);
    }
    Class<?> raw = (Class<?>) type;
    Object scalar = scalar(raw, about, size);
    if (scalar != null) return scalar;
    if (raw.isEnum()) return pick(raw.getEnumConstants());
    if (raw.isSealed()) return value(variant(raw, size), about, size);
    if (raw.isRecord()) return record(raw, size);
    throw new IllegalStateException("The language has learned a type: " + type);
  }

  private Object scalar(Class<?> raw, AnnotatedElement about, int size) {
    if (raw == String.class) return text(about);
    if (raw == boolean.class) return random.nextBoolean();
    if (raw == int.class || raw == Integer.class)
      return RandomNumbers.within(about, random).intValueExact();
    if (raw == long.class || raw == Long.class)
      return RandomNumbers.within(about, random).longValueExact();
    if (raw == BigDecimal.class) return RandomNumbers.within(about, random);
    if (raw == Text.class) return words();
    if (raw == Rows.class) return rows(size);
    if (raw == Value.class) return values.value();
    if (raw == Condition.class) return values.condition(size);
    if (raw == Span.class)
      return new Span(random.nextInt(random.nextBoolean() ? 4 : 400), pick(Span.Unit.values()));
    return moment(raw);
  }

  private Object moment(Class<?> raw) {
    if (raw == LocalDate.class) return values.date();
    if (raw == LocalTime.class) return values.time();
    if (raw == LocalDateTime.class) return values.date().atTime(values.time());
    if (raw == MonthDay.class) return MonthDay.from(values.date());
    if (raw == DayOfWeek.class) return pick(DayOfWeek.values());
    if (raw == ZoneId.class)
      return ZoneId.of(
          pick("Europe/Vienna", "UTC", "America/Argentina/Buenos_Aires", "Asia/Kolkata"));
    if (raw == Currency.class) return Currency.getInstance(pick("EUR", "USD", "JPY", "KWD"));
    return null;
  }

  private String text(AnnotatedElement about) {
    if (about instanceof RecordComponent component) {
      if (component.isAnnotationPresent(Declares.class))
        return words.newId(component.getAnnotation(Declares.class).value());
      if (component.isAnnotationPresent(Refers.class))
        return words.someId(component.getAnnotation(Refers.class).value()[0]);
      if (component.getName().equals("operand") || component.getName().equals("attribute"))
        return values.path();
    }
    return words.text();
  }

  private Text words() {
    TreeMap<String, String> byLanguage = new TreeMap<>();
    byLanguage.put(random.nextInt(8) == 0 ? "de" : Text.FIRST_LANGUAGE, words.someWords());
    if (random.nextInt(4) == 0)
      byLanguage.put(pick("fr", "pt-BR", "zh-Hant", "zh-Hans", "zh"), words.someWords());
    return new Text(byLanguage);
  }

  private Rows rows(int size) {
    if (size <= 0 || random.nextInt(3) == 0) return Rows.NONE;
    if (random.nextInt(3) == 0) return Rows.of(values.condition(size));
    Map<String, Condition> byId = new LinkedHashMap<>();
    int count = 1 + random.nextInt(3);
    while (byId.size() < count) byId.put(words.newId(Thing.ROW), values.condition(size - 1));
    return new Rows(byId);
  }

  private List<?> list(Type of, AnnotatedElement about, int size) {
    List<Object> list = new ArrayList<>();
    int count = size <= 0 ? 0 : random.nextInt(Math.min(size, 4) + 1);
    while (list.size() < count) list.add(value(of, about, size - 1));
    return List.copyOf(list);
  }

  private Map<?, ?> map(Type key, Type of, AnnotatedElement about, int size) {
    Map<Object, Object> map = new TreeMap<>();
    int count = size <= 0 ? 0 : random.nextInt(3);
    while (map.size() < count)
      map.put(
          key == String.class ? words.someId(Thing.ROW) : value(key, about, size),
          value(of, about, size - 1));
    return map;
  }

  private Class<?> variant(Class<?> family, int size) {
    Class<?> variant;
    do variant = pick(family.getPermittedSubclasses());
    while (size <= 0 && holdsItself(variant, family));
    return variant;
  }

  /** Whether a variant cannot be made without another member of its own family. */
  private static boolean holdsItself(Class<?> variant, Class<?> family) {
    if (!variant.isRecord()) return false;
    for (RecordComponent component : variant.getRecordComponents())
      if (component.getType() == family) return true;
    return false;
  }

  private Object record(Class<?> type, int size) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) types[i] = components[i].getType();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Object[] parts = new Object[components.length];
      for (int i = 0; i < parts.length; i++)
        parts[i] =
            value(
                components[i].getGenericType(),
                components[i],
                size - (types[i].isSealed() || types[i].isRecord() ? 1 : 0));
      try {
        return type.getDeclaredConstructor(types).newInstance(parts);
      } catch (InvocationTargetException e) {
        // The record refuses parts that contradict one another; others will not.
        if (!(e.getCause() instanceof IllegalArgumentException))
          throw new IllegalStateException(type.getName(), e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type.getName(), e);
      }
    }
    throw new IllegalStateException("No random parts make a " + type.getName());
  }

  @SafeVarargs
  private <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }
}
