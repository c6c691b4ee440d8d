package dev.laurel.engine.operation;

import dev.laurel.rules.fault.Fault;
import java.util.List;

/** What came of publishing a pack. Closed family, immutable. */
public sealed interface Publication {
  /** It comes into force at its instant in every process. */
  record Published(StoredRevision revision) implements Publication {}

  /** It cannot follow what is in force; nothing was changed. */
  record Refused(List<Fault> faults) implements Publication {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
