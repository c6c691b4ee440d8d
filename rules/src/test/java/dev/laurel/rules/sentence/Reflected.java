package dev.laurel.rules.sentence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Records taken apart and put together again. */
final class Reflected {
  /** Asked of a class once only: each time it would read its signature again. */
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private Reflected() {}

  /** The components of a record's class; not to be changed. */
  static RecordComponent[] components(Class<?> type) {
    return COMPONENTS.get(type);
  }

  static Object part(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  static Object[] parts(Record record) {
    return Arrays.stream(components(record.getClass()))
        .map(component -> part(record, component))
        .toArray();
  }

  /** The record of these parts; empty where it refuses them. */
  static Optional<Object> made(Class<?> type, Object... parts) {
    Class<?>[] types =
        Arrays.stream(components(type)).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return Optional.of(type.getDeclaredConstructor(types).newInstance(parts));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException) return Optional.empty();
      throw new IllegalStateException(type.getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
