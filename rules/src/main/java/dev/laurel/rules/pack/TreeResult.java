package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.tree.Tree;
import java.util.List;

/** What came of reading the files of a pack as a tree. Immutable. */
public sealed interface TreeResult {
  /** They could be read; what they say may be wrong. */
  record Read(Tree tree) implements TreeResult {}

  /** They are no tree: not YAML, too large, no files of a pack. At least one fault. */
  record Refused(List<Fault> faults) implements TreeResult {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
