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

  /** All faults, in order; where not all could be kept, the first one says how many there are. */
  static List<Fault> of(Faults faults) {
    List<Fault> all = new ArrayList<>(faults.sorted());
    if (faults.found() > all.size())
      all.addFirst(
          Fault.at(
              "more-faults",
              "",
              String.valueOf(faults.found()),
              "%,d faults were found; the first %,d that were met are shown."
                  .formatted(faults.found(), all.size()),
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
