package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Pack;
import java.util.List;

/** What came of reading a pack. Immutable. */
public sealed interface PackResult {
  /**
   * The pack was read and is without fault.
   *
   * @param digest SHA-256 of its canonical form in hexadecimal, see {@link PackWriter#digest}
   */
  record Read(Pack pack, String digest) implements PackResult {}

  /**
   * The pack was refused.
   *
   * @param faults what is wrong, at least one, by file, line and column; reading ends at {@value
   *     dev.laurel.rules.fault.Faults#MOST} of them, which one more, the first, says
   */
  record Refused(List<Fault> faults) implements PackResult {
    public Refused {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) throw new IllegalArgumentException("A refusal needs a fault.");
    }
  }
}
