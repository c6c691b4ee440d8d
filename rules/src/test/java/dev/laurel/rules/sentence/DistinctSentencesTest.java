package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.Declares;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Elements of different meaning never read alike. */
class DistinctSentencesTest {
  private static final int CHANGES = 6;
  private static final int MOST_PACKS = 400;

  /** Records that a change replaces as a whole. */
  private static final Set<Class<?>> WHOLE = Set.of(Text.class, Span.class, Rows.class);

  @Property(shrinking = ShrinkingMode.OFF)
  void one_changed_component_changes_the_passage_that_it_stands_in(
      @ForAll long seed, @ForAll Language language) {
    Random random = new Random(seed);
    Pack pack = Spoken.pack(random);
    Map<String, String> before = spoken(pack, language.speaker());
    Changes changes = new Changes(pack, random, language);
    for (int i = 0; i < CHANGES; i++) {
      Changes.Change change = changes.any();
      String path = change.path();
      Map<String, String> after = spoken(change.pack(), language.speaker());
      String passage = enclosing(path, before);
      assertThat(after.get(passage))
          .as("%s after a change of %s", passage, path)
          .isNotEqualTo(before.get(passage));
    }
  }

  @Test
  void every_component_that_is_not_an_id_is_among_those_changed() {
    Set<String> unchanged = new TreeSet<>();
    components(Pack.class, unchanged, new HashSet<>());
    Random random = new Random(11);
    for (int i = 0; i < MOST_PACKS && !unchanged.isEmpty(); i++)
      unchanged.removeAll(
          new Changes(Spoken.pack(random), random, Language.ENGLISH).places().keySet());
    assertThat(unchanged).isEmpty();
  }

  /** Gathers the components that a change can reach, of all records below a type. */
  private static void components(Type type, Set<String> names, Set<Type> seen) {
    if (!seen.add(type)) return;
    if (type instanceof ParameterizedType of)
      for (Type in : of.getActualTypeArguments()) components(in, names, seen);
    if (!(type instanceof Class<?> raw) || WHOLE.contains(raw)) return;
    if (raw.isSealed())
      for (Class<?> variant : raw.getPermittedSubclasses()) components(variant, names, seen);
    if (raw.isRecord())
      for (RecordComponent component : raw.getRecordComponents()) {
        if (!component.isAnnotationPresent(Declares.class) && !isPlainRecord(component.getType()))
          names.add(Changes.name(raw, component));
        components(component.getGenericType(), names, seen);
      }
  }

  /**
   * Whether only its components can change, for it can neither be absent nor be of another kind.
   */
  private static boolean isPlainRecord(Class<?> type) {
    return type.isRecord() && !WHOLE.contains(type);
  }

  /** The text of each passage with its parts, by its place. */
  private static Map<String, String> spoken(Pack pack, Speaker speaker) {
    Map<String, String> spoken = new HashMap<>();
    collect(Spoken.all(pack), speaker, spoken);
    return spoken;
  }

  private static void collect(List<Passage> passages, Speaker speaker, Map<String, String> spoken) {
    for (Passage passage : passages) {
      spoken.put(passage.place(), speaker.say(passage));
      collect(passage.parts(), speaker, spoken);
    }
  }

  /** The innermost passage about the path; a section that is not there yet is its own. */
  private static String enclosing(String path, Map<String, String> spoken) {
    String place = path;
    while (!spoken.containsKey(place) && place.contains("/"))
      place = place.substring(0, place.lastIndexOf('/'));
    return place;
  }
}
