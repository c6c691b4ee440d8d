package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Refers;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Thing;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what is referred to is declared, and named once. */
final class ReferenceCheck {
  private final Inspection in;

  ReferenceCheck(Inspection in) {
    this.in = in;
  }

  void check() {
    Walk.over(in.pack(), this::visit);
  }

  private void visit(Place place, RecordComponent component, Object value, Record owner) {
    Refers refers = component.getAnnotation(Refers.class);
    if (refers == null) return;
    switch (value) {
      case String id -> reference(refers, id, place);
      case Optional<?> maybe -> maybe.ifPresent(id -> reference(refers, id.toString(), place));
      case List<?> list -> list(refers, list, place, owner);
      default -> throw new IllegalStateException(component + " refers to something, but is no id.");
    }
  }

  private void list(Refers refers, List<?> list, Place place, Record owner) {
    // A step of a scenario may well hand out the same benefit twice.
    boolean once = !(owner instanceof Scenario.Expected);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String id = list.get(i).toString();
      Place at = place.of("", i);
      reference(refers, id, at);
      if (once && !seen.add(id)) in.sink().namedTwice(at, id);
    }
  }

  private void reference(Refers refers, String id, Place place) {
    for (Thing thing : refers.value()) if (in.declared().ids(thing).contains(id)) return;
    in.sink().unknown("unknown-reference", place, id, noun(refers), () -> known(refers));
  }

  private Set<String> known(Refers refers) {
    Set<String> known = new TreeSet<>();
    for (Thing thing : refers.value()) known.addAll(in.declared().ids(thing));
    return known;
  }

  private static String noun(Refers refers) {
    return Stream.of(refers.value()).map(ReferenceCheck::noun).collect(Collectors.joining(" or "));
  }

  static String noun(Thing thing) {
    String word = thing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "the id of " + ("aeio".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
  }
}
