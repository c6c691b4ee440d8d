package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Pack;
import java.util.ArrayList;
import java.util.List;

/** What packs and mappings are refused with alike. */
final class Refusals {
  private Refusals() {}

  /** All faults, in order; where they were too many to go on, the first one says so. */
  static List<Fault> of(Faults faults) {
    List<Fault> all = new ArrayList<>(faults.sorted());
    if (faults.isFull())
      all.addFirst(
          Fault.at(
              "more-faults",
              "",
              "",
              "More than %,d faults are too many to go on reading.".formatted(Faults.MOST - 1),
              "Mend these and read it again."));
    return all;
  }

  /**
   * Whether a map says that it is of a format other than ours, which then is a fault. A later
   * format may say anything differently, so nothing else should be said about it.
   */
  static boolean ofAnotherFormat(Node.Mapping map, Place at, Report report) {
    if (!(map.get("format") instanceof Node.Scalar format)
        || format.kind() != Node.Kind.NUMBER
        || format.text().equals(String.valueOf(Pack.FORMAT))) return false;
    report.fault(
        "unknown-format",
        format,
        at.of("format"),
        "This is of format %s; this version reads format %d.".formatted(format.text(), Pack.FORMAT),
        "Read it with a version of Laurel that knows the format.");
    return true;
  }
}
