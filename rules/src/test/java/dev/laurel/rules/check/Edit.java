package dev.laurel.rules.check;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Rows;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One change of a pack, at the place where faults would name it. */
@FunctionalInterface
interface Edit extends UnaryOperator<Pack> {
  /** Sets what stands at a place; an entry {@code +} of a list is added at its end. */
  static Edit set(String place, Object value) {
    return pack -> (Pack) change(pack, List.of(place.split("/")), value);
  }

  /** Takes out an entry of a list or a map, or what may be absent. */
  static Edit remove(String place) {
    return pack -> (Pack) change(pack, List.of(place.split("/")), Optional.empty());
  }

  default Edit and(Edit other) {
    return pack -> other.apply(apply(pack));
  }

  private static Object change(Object at, List<String> path, Object value) {
    if (path.isEmpty()) return value;
    return switch (at) {
      case Optional<?> maybe -> Optional.of(change(maybe.orElseThrow(), path, value));
      case Rows(var byId) -> new Rows(changeEntry(byId, path, condition(value)));
      case Map<?, ?> map -> changeEntry(map, path, value);
      case List<?> list -> changeItem(list, path, value);
      case Record record -> changeComponent(record, path, value);
      default -> throw new IllegalArgumentException(at + " has no " + path);
    };
  }

  private static Object condition(Object value) {
    return value instanceof String text ? Feel.parse(text) : value;
  }

  @SuppressWarnings("unchecked")
  private static <V> Map<String, V> changeEntry(Map<?, ?> map, List<String> path, Object value) {
    Map<String, V> changed = new LinkedHashMap<>((Map<String, V>) map);
    String key = path.getFirst();
    Object after =
        path.size() == 1 ? value : change(changed.get(key), path.subList(1, path.size()), value);
    if (after.equals(Optional.empty())) changed.remove(key);
    else changed.put(key, (V) after);
    return changed;
  }

  private static List<Object> changeItem(List<?> list, List<String> path, Object value) {
    List<Object> changed = new ArrayList<>(list);
    if (path.getFirst().equals("+")) {
      changed.add(value);
      return List.copyOf(changed);
    }
    int index = index(list, path.getFirst());
    if (path.size() == 1 && value.equals(Optional.empty())) changed.remove(index);
    else changed.set(index, change(list.get(index), path.subList(1, path.size()), value));
    return List.copyOf(changed);
  }

  private static int index(List<?> list, String name) {
    for (int i = 0; i < list.size(); i++)
      if (list.get(i) instanceof Record record)
        for (RecordComponent component : record.getClass().getRecordComponents())
          if (component.getName().equals("id") && name.equals(valueOf(component, record))) return i;
    return Integer.parseInt(name) - 1;
  }

  private static Object changeComponent(Record record, List<String> path, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    boolean found = false;
    for (int i = 0; i < values.length; i++) {
      values[i] = valueOf(components[i], record);
      if (!components[i].getName().equals(path.getFirst())) continue;
      found = true;
      Object after = change(values[i], path.subList(1, path.size()), value);
      values[i] = Make.fitting(components[i], after);
    }
    if (!found) throw new IllegalArgumentException(record.getClass() + " has no " + path);
    return Make.construct(record.getClass(), values);
  }

  private static Object valueOf(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A row of a condition. */
  static Map.Entry<String, Condition> row(String id, String text) {
    return Map.entry(id, Feel.parse(text));
  }
}
