package dev.laurel.rules.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Pack;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RandomPacksTest {
  /** What was seen: names of records and enum constants, and optional parts absent or present. */
  private final Set<String> seen = new LinkedHashSet<>();

  @Test
  void every_variant_every_word_and_every_optional_part_of_the_language_occurs() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 150; i++) {
      look(RandomPacks.any(Pack.class, random, 4));
      look(RandomPacks.any(Mapping.class, random, 4));
      look(RandomPacks.any(Condition.class, random, 4));
    }
    Set<String> expected = new TreeSet<>();
    Set<Type> visited = new LinkedHashSet<>();
    expect(Pack.class, expected, visited);
    expect(Mapping.class, expected, visited);
    for (Class<?> family : Set.of(Condition.class, Operand.class, Value.class))
      for (Class<?> variant : family.getPermittedSubclasses()) expected.add(variant.getName());
    expected.removeAll(seen);
    assertThat(expected).as("never made").isEmpty();
  }

  @Test
  void the_same_seed_gives_the_same_pack() {
    assertThat(RandomPacks.any(Pack.class, new Random(3), 4))
        .isEqualTo(RandomPacks.any(Pack.class, new Random(3), 4))
        .isNotEqualTo(RandomPacks.any(Pack.class, new Random(4), 4));
  }

  private static void expect(Type type, Set<String> expected, Set<Type> visited) {
    if (!visited.add(type)) return;
    if (type instanceof ParameterizedType of) {
      for (Type in : of.getActualTypeArguments()) expect(in, expected, visited);
    } else if (type instanceof Class<?> raw && raw.getName().startsWith("dev.laurel.rules.lang")) {
      if (raw.isSealed())
        for (Class<?> variant : raw.getPermittedSubclasses()) expect(variant, expected, visited);
      if (raw.isEnum())
        for (Object constant : raw.getEnumConstants()) expected.add(raw.getName() + "." + constant);
      if (raw.isRecord()) {
        expected.add(raw.getName());
        for (RecordComponent component : raw.getRecordComponents()) {
          if (component.getType() == Optional.class) {
            expected.add(raw.getName() + "." + component.getName() + " present");
            expected.add(raw.getName() + "." + component.getName() + " absent");
          }
          expect(component.getGenericType(), expected, visited);
        }
      }
    }
  }

  private void look(Object value) throws ReflectiveOperationException {
    switch (value) {
      case Optional<?> optional -> {
        if (optional.isPresent()) look(optional.get());
      }
      case Collection<?> several -> {
        for (Object one : several) look(one);
      }
      case Map<?, ?> map -> look(map.values());
      case Enum<?> constant -> seen.add(constant.getDeclaringClass().getName() + "." + constant);
      case Record record -> {
        seen.add(record.getClass().getName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          Object part = component.getAccessor().invoke(record);
          if (part instanceof Optional<?> optional)
            seen.add(
                "%s.%s %s"
                    .formatted(
                        record.getClass().getName(),
                        component.getName(),
                        optional.isPresent() ? "present" : "absent"));
          look(part);
        }
      }
      default -> {}
    }
  }
}
