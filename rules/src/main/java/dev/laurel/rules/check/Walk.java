package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Visits every component of every record of a pack with its place, by reflection, so that what
 * annotations say is checked in records that are yet to be written too.
 */
final class Walk {
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private final Visitor visitor;

  private Walk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Is told of each component. */
  interface Visitor {
    void visit(Place place, RecordComponent component, Object value, Record owner);
  }

  static void over(Record root, Visitor visitor) {
    new Walk(visitor).components(root, Place.ROOT);
  }

  private void components(Record owner, Place at) {
    for (RecordComponent component : COMPONENTS.get(owner.getClass())) {
      Object value = valueOf(component, owner);
      Place place = at.of(component.getName());
      visitor.visit(place, component, value, owner);
      descend(value, place);
    }
  }

  private void descend(Object value, Place place) {
    switch (value) {
      case Optional<?> maybe -> maybe.ifPresent(inner -> descend(inner, place));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) descend(list.get(i), place.of(idOf(list.get(i)), i));
      }
      case Map<?, ?> map -> map.forEach((key, inner) -> descend(inner, place.of(key.toString())));
      case Rows _, Text _, Datum _, Span _ -> {}
      case Record record -> {
        if (record.getClass().getPackage() == Rows.class.getPackage()) components(record, place);
      }
      default -> {}
    }
  }

  private static String idOf(Object item) {
    if (item instanceof Record record)
      for (RecordComponent component : COMPONENTS.get(record.getClass()))
        if (component.getName().equals("id") && valueOf(component, record) instanceof String id)
          return id;
    return "";
  }

  private static Object valueOf(RecordComponent component, Record owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "%s of %s cannot be read.".formatted(component.getName(), owner.getClass().getName()), e);
    }
  }
}
