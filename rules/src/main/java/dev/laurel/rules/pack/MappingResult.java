package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Mapping;
import java.util.List;

/** What came of reading a mapping. Immutable. */
public sealed interface MappingResult {
  /** The mapping was read and is without fault. */
  record Read(Mapping mapping) implements MappingResult {}

  /**
   * The mapping was refused.
   *
   * @param faults what is wrong, at least one, by line and column; as many as of a pack
   */
  record Refused(List<Fault> faults) implements MappingResult {
    public Refused {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) throw new IllegalArgumentException("A refusal needs a fault.");
    }
  }
}
