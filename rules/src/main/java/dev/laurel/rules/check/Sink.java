package dev.laurel.rules.check;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Nearest;
import dev.laurel.rules.fault.Place;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Where checks put what they find. Not thread-safe. */
final class Sink {
  private final Faults faults = new Faults();

  void add(String code, Place place, String value, String message, String remedy) {
    faults.add(Fault.at(code, place.toString(), value, message, remedy));
  }

  /**
   * Something is named that is not there.
   *
   * @param noun what was expected, such as {@code a tier}
   */
  void unknown(
      String code,
      Place place,
      String name,
      String noun,
      Supplier<? extends Collection<String>> known) {
    // The nearest word is dear to find, so it is not looked for where nobody will read it.
    String remedy = faults.isFull() ? "" : Nearest.remedy(name, known.get());
    add(code, place, name, "\"%s\" is not %s here.".formatted(name, noun), remedy);
  }

  /** A list has no entry although it needs one. */
  void emptyList(Place place, String message, String remedy) {
    add("empty-list", place, "", message, remedy);
  }

  void namedTwice(Place place, String name) {
    add(
        "named-twice",
        place,
        name,
        "\"%s\" is named twice.".formatted(name),
        "Take out one of the two.");
  }

  List<Fault> sorted() {
    return faults.sorted();
  }
}
