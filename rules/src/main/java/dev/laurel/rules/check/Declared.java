package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Declares;
import dev.laurel.rules.language.Ladder.Requirement;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which ids a pack declares; checks their form and that none is given twice. */
final class Declared {
  private final Map<Thing, Set<String>> ids = new EnumMap<>(Thing.class);
  private final Map<Place, Set<String>> siblings = new IdentityHashMap<>();
  private final Sink sink;

  private Declared(Sink sink) {
    this.sink = sink;
    for (Thing thing : Thing.values()) ids.put(thing, new TreeSet<>());
  }

  static Declared in(Pack pack, Sink sink) {
    Declared declared = new Declared(sink);
    Walk.over(pack, declared::visit);
    declared.ids(Thing.EVENT).addAll(Vocabulary.BUILT_IN_EVENTS);
    return declared;
  }

  /** The ids of this kind, in order; of events the built-in types too. */
  Set<String> ids(Thing thing) {
    return ids.getOrDefault(thing, Set.of());
  }

  private void visit(Place place, RecordComponent component, Object value, Record owner) {
    if (value instanceof Rows(var byId))
      byId.keySet().forEach(id -> checkForm(Thing.ROW, id, place.of(id)));
    Declares declares = component.getAnnotation(Declares.class);
    if (declares == null || !(value instanceof String id)) return;
    checkForm(declares.value(), id, place);
    if (!isNew(declares.value(), id, place, owner))
      sink.add(
          "duplicate-id",
          place,
          id,
          "The id \"%s\" is given twice.".formatted(id),
          "Give one of the two another id.");
  }

  private boolean isNew(Thing thing, String id, Place place, Record owner) {
    // Requirements form trees, whose ids are looked at together elsewhere.
    if (owner instanceof Requirement) return true;
    if (thing != Thing.ROW && thing != Thing.ATTRIBUTE) return ids(thing).add(id);
    Place element = place.parent();
    Place list = element == null ? null : element.parent();
    return list == null || siblings.computeIfAbsent(list, l -> new HashSet<>()).add(id);
  }

  private void checkForm(Thing thing, String id, Place place) {
    if (!thing.accepts(id))
      sink.add(
          "bad-id",
          place,
          id,
          "\"%s\" is no valid id.".formatted(id),
          "It must match %s.".formatted(thing.pattern()));
  }
}
