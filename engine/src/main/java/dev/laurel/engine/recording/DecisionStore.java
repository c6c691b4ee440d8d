package dev.laurel.engine.recording;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Port: the decisions and the ledger, which only grow. Implementations are thread-safe; a write
 * that returns is durable. All methods may throw {@link StoreUnavailableException}; then the write
 * may or may not have happened and is safely tried again.
 */
public interface DecisionStore {
  /** Writes decisions and their ledger entries; those that are there already are left alone. */
  void write(Collection<Applied> applied);

  /** Which of these events have a decision here. */
  Set<String> known(Collection<String> keys);

  /** The decision on an event, with its ledger entries. */
  Optional<Applied> find(String key);

  /** Decisions on a member, with their entries, in their order after this place. */
  List<Applied> ofMember(String member, long afterPlace, int limit);
}
