package dev.laurel.engine.vault;

import java.util.List;

/**
 * Port: the tombstones, which only grow, and which are kept where backups of the store do not
 * reach. Implementations are thread-safe. Those over a database may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface Tombstones {
  /** Makes the place where they are kept; does nothing where it is. Durable when this returns. */
  void begin();

  /** Whether the place where they are kept was made. */
  boolean isBegun();

  /** Where they are kept, in words that stand in a refusal. */
  String where();

  /** Adds one; when this returns it is durable. One with the same mark may be there already. */
  void add(Tombstone tombstone);

  /** All of them, each mark once. */
  List<Tombstone> all();
}
