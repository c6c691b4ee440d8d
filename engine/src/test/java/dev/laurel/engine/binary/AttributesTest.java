package dev.laurel.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AttributesTest {
  @Property
  void are_a_sorted_map_like_any_other(@ForAll Map<String, Integer> numbers, @ForAll String other) {
    TreeMap<String, Datum> tree = new TreeMap<>();
    numbers.forEach((name, number) -> tree.put(name, Datum.of(Value.of(number))));
    Attributes attributes = Attributes.of(new HashMap<>(tree));

    assertThat(attributes).isEqualTo(tree).hasSameHashCodeAs(tree).hasToString(tree.toString());
    assertThat(attributes.keySet()).containsExactlyElementsOf(tree.keySet());
    assertThat(attributes.values()).containsExactlyElementsOf(tree.values());
    assertThat(attributes.get(other)).isEqualTo(tree.get(other));
    assertThat(attributes.containsKey(other)).isEqualTo(tree.containsKey(other));
    assertThat(attributes.headMap(other)).isEqualTo(tree.headMap(other));
    assertThat(attributes.tailMap(other)).isEqualTo(tree.tailMap(other));
  }

  @Property
  void are_read_as_they_were_written_in_whatever_order(@ForAll Map<String, Integer> numbers) {
    Map<String, Datum> hashed = new HashMap<>();
    numbers.forEach((name, number) -> hashed.put(name, Datum.of(Value.of(number))));
    BinaryWriter to = new BinaryWriter();
    Data.write(hashed, to);

    Attributes read = Data.read(new BinaryReader().over(to.memory(), 0, to.size()));

    assertThat(read).isEqualTo(hashed);
    assertThat(read.keySet()).containsExactlyElementsOf(new TreeMap<>(hashed).keySet());
  }

  @Test
  void what_is_done_to_the_map_they_are_made_of_changes_nothing() {
    Map<String, Datum> map = new HashMap<>(Map.of("store", Datum.of(Value.of("north"))));
    Attributes attributes = Attributes.of(map);

    map.clear();

    assertThat(attributes).containsOnlyKeys("store");
    assertThatThrownBy(() -> attributes.put("store", Datum.of(Value.of("south"))))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> attributes.remove("store"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(attributes::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void the_first_and_the_last_name_are_those_of_the_order_and_none_has_neither() {
    Attributes attributes =
        Attributes.of(
            Map.of(
                "store",
                Datum.of(Value.of("north")),
                "cards",
                new Datum.Several(List.of("b", "a"))));

    assertThat(attributes.firstKey()).isEqualTo("cards");
    assertThat(attributes.lastKey()).isEqualTo("store");
    assertThatThrownBy(() -> Attributes.none().firstKey())
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> Attributes.none().lastKey())
        .isInstanceOf(NoSuchElementException.class);
  }
}
