package dev.laurel.rules.pack;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Declares;
import dev.laurel.rules.language.Default;
import dev.laurel.rules.language.Doc;
import dev.laurel.rules.language.Range;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Refers;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Derives shapes from the types of the language, once per type. Whatever type it does not know is
 * an error of the language, not of a pack, and is thrown as {@link IllegalStateException}.
 */
final class Shapes {
  private static final Map<Class<?>, Shape> SCALARS =
      Map.ofEntries(
          Map.entry(boolean.class, Leaves.TRUTH),
          Map.entry(LocalDate.class, Leaves.DATE),
          Map.entry(LocalTime.class, Leaves.TIME),
          Map.entry(LocalDateTime.class, Leaves.DATE_TIME),
          Map.entry(MonthDay.class, Leaves.MONTH_DAY),
          Map.entry(Span.class, Leaves.SPAN),
          Map.entry(ZoneId.class, Leaves.ZONE),
          Map.entry(Currency.class, Leaves.CURRENCY),
          Map.entry(Text.class, new WordsShape()),
          Map.entry(Rows.class, new RowsShape()),
          Map.entry(Value.class, ValueShape.INSTANCE),
          Map.entry(Datum.class, new DatumShape()),
          Map.entry(RateTable.Cell.class, new CellShape()));

  private static final ClassValue<Shape> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          Shape scalar = SCALARS.get(type);
          if (scalar != null) return scalar;
          if (type.isEnum()) return Leaves.words(Shape.words(type));
          if (type.isSealed()) return variants(type);
          if (type.isRecord()) return fields(type);
          throw new IllegalStateException("No pack can hold a " + type.getName());
        }
      };

  private Shapes() {}

  /** The shape of a type that needs no annotation: a record, a family, an enum. */
  static Shape of(Class<?> type) {
    return BY_CLASS.get(type);
  }

  static Shape.Fields ofRecord(Class<?> type) {
    if (of(type) instanceof Shape.Fields fields) return fields;
    throw new IllegalStateException(type.getName() + " is no record.");
  }

  private static Shape of(Type type, AnnotatedElement about) {
    if (type instanceof ParameterizedType of) {
      Type[] in = of.getActualTypeArguments();
      if (of.getRawType() == Optional.class) return new Shape.Maybe(of(in[0], about));
      if (of.getRawType() == List.class) return new Shape.Many(of(in[0], about));
      if (of.getRawType() == Map.class) return new Shape.ByKey(key(in[0]), of(in[1], about));
    }
    if (!(type instanceof Class<?> raw))
      throw new IllegalStateException("No pack can hold a " + type.getTypeName());
    if (raw == String.class) return text(about);
    if (raw == BigDecimal.class
        || raw == int.class
        || raw == Integer.class
        || raw == long.class
        || raw == Long.class)
      return Leaves.number(Optional.ofNullable(about.getAnnotation(Range.class)), raw);
    return of(raw);
  }

  private static Shape.Leaf key(Type type) {
    return type == String.class ? Leaves.KEY : (Shape.Leaf) of(type, Shapes.class);
  }

  private static Shape text(AnnotatedElement about) {
    Declares declares = about.getAnnotation(Declares.class);
    if (declares != null) return Leaves.id(declares.value());
    return about.isAnnotationPresent(Refers.class) ? Leaves.REFERENCE : Leaves.TEXT;
  }

  private static Shape.Variants variants(Class<?> family) {
    SortedMap<String, Shape.Fields> byWord = new TreeMap<>();
    for (Class<?> variant : family.getPermittedSubclasses())
      byWord.put(Shape.word(variant), ofRecord(variant));
    return new Shape.Variants(family, doc(family), byWord);
  }

  private static Shape.Fields fields(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) types[i] = components[i].getType();
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new Shape.Fields(type, doc(type), constructor, () -> look(components));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private static List<Shape.Field> look(RecordComponent[] components) {
    List<Shape.Field> fields = new ArrayList<>();
    for (RecordComponent component : components) {
      Shape shape = of(component.getGenericType(), component);
      component.getAccessor().setAccessible(true);
      fields.add(
          new Shape.Field(
              component.getName(),
              shape,
              component.getAccessor(),
              absent(component, shape),
              doc(component),
              Optional.ofNullable(component.getAnnotation(Declares.class)).map(Declares::value)));
    }
    return fields;
  }

  private static Optional<Object> absent(RecordComponent component, Shape shape) {
    Default otherwise = component.getAnnotation(Default.class);
    if (otherwise != null) return Optional.of(Binder.ofDefault(shape, otherwise.value()));
    return Optional.ofNullable(nothing(shape));
  }

  private static @Nullable Object nothing(Shape shape) {
    return switch (shape) {
      case Shape.Maybe ignored -> Optional.empty();
      case Shape.Many ignored -> List.of();
      case Shape.ByKey ignored -> Map.of();
      case RowsShape ignored -> Rows.NONE;
      case Shape.Leaf ignored -> null;
      case Shape.Fields ignored -> null;
      case Shape.Variants ignored -> null;
      case Shape.Special ignored -> null;
    };
  }

  private static String doc(AnnotatedElement about) {
    Doc doc = about.getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }
}
