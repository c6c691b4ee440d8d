package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Rows;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a word stands can be found in the pack. */
class PlacesTest {
  private static final int PACKS = 60;

  @Property(shrinking = ShrinkingMode.OFF)
  void every_word_and_every_passage_names_a_place_of_the_pack(@ForAll long seed) {
    Pack pack = Spoken.pack(new Random(seed));
    List<Passage> passages = Spoken.all(pack);
    List<String> places = new ArrayList<>();
    collect(passages, places);
    Spoken.phrases(
        passages,
        phrase -> {
          if (phrase instanceof Phrase.Word word) places.add(word.place());
        });
    places.removeIf(place -> find(pack, place) != null);
    assertThat(places).as("places that the pack does not have").isEmpty();
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void the_runs_of_a_sentence_are_its_text(@ForAll long seed, @ForAll Language language) {
    for (Passage passage : Spoken.all(Spoken.pack(new Random(seed))))
      for (Sentence sentence : passage.sentences())
        assertThat(
                String.join("", language.speaker().runs(sentence).stream().map(Run::text).toList()))
            .isEqualTo(language.speaker().say(sentence));
  }

  @Test
  void every_component_but_titles_can_be_edited_as_a_word() {
    Set<String> neverEdited = new TreeSet<>();
    Set<String> edited = new HashSet<>();
    Random random = new Random(4);
    for (int i = 0; i < PACKS; i++) {
      Pack pack = Spoken.pack(random);
      Set<String> words = new HashSet<>();
      Spoken.phrases(
          Spoken.all(pack),
          phrase -> {
            if (phrase instanceof Phrase.Word word) words.add(word.place());
          });
      new Changes(pack, random, Language.ENGLISH)
          .places()
          .forEach((component, places) -> {
            neverEdited.add(component);
            if (places.stream().anyMatch(place -> meets(place, words))) edited.add(component);
          });
    }
    neverEdited.removeAll(edited);
    neverEdited.removeIf(component -> component.endsWith(".title"));
    assertThat(neverEdited).isEmpty();
  }

  /** Whether a word is about the place, a part of it or what it is a part of. */
  private static boolean meets(String place, Set<String> words) {
    return words.stream()
        .anyMatch(word ->
            word.equals(place) || place.startsWith(word + "/") || word.startsWith(place + "/"));
  }

  private static void collect(List<Passage> passages, List<String> places) {
    for (Passage passage : passages) {
      places.add(passage.place());
      passage.sentences().forEach(sentence -> places.add(sentence.place()));
      collect(passage.parts(), places);
    }
  }

  /** What stands at the place; null where nothing does. */
  private static @Nullable Object find(Pack pack, String place) {
    Object at = pack;
    for (String step : place.split("/")) {
      at = step(at, step);
      if (at == null) return null;
    }
    return at;
  }

  private static @Nullable Object step(Object at, String step) {
    return switch (at) {
      case Optional<?> optional -> optional.map(value -> step(value, step)).orElse(null);
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++)
          if (Ids.stepInto(list, i).equals(step)) yield list.get(i);
        yield null;
      }
      case Map<?, ?> map ->
          map.entrySet().stream()
              .filter(entry -> entry.getKey().toString().equals(step))
              .<Object>map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
      case Rows rows -> rows.byId().get(step);
      case Record record ->
          Arrays.stream(Reflected.components(record.getClass()))
              .filter(component -> component.getName().equals(step))
              .map((RecordComponent component) -> Reflected.part(record, component))
              .findFirst()
              .orElse(null);
      default -> null;
    };
  }
}
