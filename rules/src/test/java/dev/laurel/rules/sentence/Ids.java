package dev.laurel.rules.sentence;

import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Declares;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Refers;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.vocabulary.Dictionary;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What a pack declares, by which random references become ones that resolve. */
final class Ids {
  private final Map<Thing, List<String>> declared = new EnumMap<>(Thing.class);
  private final List<String> paths;

  Ids(Pack pack) {
    collect(pack);
    declared
        .computeIfAbsent(Thing.EVENT, _ -> new ArrayList<>())
        .addAll(Vocabulary.BUILT_IN_EVENTS);
    paths = Dictionary.of(pack).paths().stream().filter(Operand.Attribute::isPath).toList();
  }

  /** An id of one of these kinds, now and then one that nobody declares. */
  String of(Thing[] things, Random random) {
    List<String> known = new ArrayList<>();
    for (Thing thing : things) known.addAll(declared.getOrDefault(thing, List.of()));
    return known.isEmpty() || random.nextInt(12) == 0
        ? "nobody" + random.nextInt(3)
        : known.get(random.nextInt(known.size()));
  }

  /** An id of any kind. */
  String any(Random random) {
    return of(Thing.values(), random);
  }

  String path(Random random) {
    return random.nextInt(8) == 0
        ? "member.nobody" + random.nextInt(3)
        : paths.get(random.nextInt(paths.size()));
  }

  /** The same value with most references and paths replaced by ones that resolve. */
  Object resolved(Object value, Random random) {
    return switch (value) {
      case Text text -> text;
      case Optional<?> optional -> optional.map(part -> resolved(part, random));
      case List<?> list -> list.stream().map(part -> resolved(part, random)).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> resolved = new LinkedHashMap<>();
        map.forEach((key, part) -> resolved.put(key, resolved(part, random)));
        yield resolved;
      }
      case Rows rows -> {
        Map<String, dev.laurel.rules.condition.Condition> resolved = new LinkedHashMap<>();
        rows.byId()
            .forEach((id, row) ->
                resolved.put(id, (dev.laurel.rules.condition.Condition) resolved(row, random)));
        yield new Rows(resolved);
      }
      case Operand.Attribute attribute ->
          random.nextInt(4) == 0 ? attribute : new Operand.Attribute(path(random));
      case Value.Text text -> random.nextInt(3) > 0 ? text : Value.of(any(random));
      case Record record -> record(record, random);
      default -> value;
    };
  }

  private Object record(Record record, Random random) {
    RecordComponent[] components = Reflected.components(record.getClass());
    Object[] parts = Reflected.parts(record);
    for (int i = 0; i < parts.length; i++) {
      Refers refers = components[i].getAnnotation(Refers.class);
      parts[i] = refers == null ? resolved(parts[i], random) : reference(parts[i], refers, random);
    }
    return Reflected.made(record.getClass(), parts).orElse(record);
  }

  private Object reference(Object part, Refers refers, Random random) {
    return switch (part) {
      case Optional<?> optional -> optional.map(_ -> of(refers.value(), random));
      case List<?> list -> list.stream().map(_ -> of(refers.value(), random)).distinct().toList();
      default -> of(refers.value(), random);
    };
  }

  /**
   * How a place names an element of a list: by its id where it declares one, else by its number,
   * from 1.
   */
  static String stepInto(List<?> list, int i) {
    if (list.get(i) instanceof Record record)
      for (RecordComponent component : Reflected.components(record.getClass()))
        if (component.isAnnotationPresent(Declares.class))
          return (String) Reflected.part(record, component);
    return Integer.toString(i + 1);
  }

  private void collect(Object value) {
    switch (value) {
      case Optional<?> optional -> optional.ifPresent(this::collect);
      case Collection<?> several -> several.forEach(this::collect);
      case Record record -> {
        for (RecordComponent component : Reflected.components(record.getClass())) {
          Object part = Reflected.part(record, component);
          Declares declares = component.getAnnotation(Declares.class);
          if (declares == null) collect(part);
          else
            declared.computeIfAbsent(declares.value(), _ -> new ArrayList<>()).add((String) part);
        }
      }
      default -> {}
    }
  }
}
