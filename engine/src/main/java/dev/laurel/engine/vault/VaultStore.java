package dev.laurel.engine.vault;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: where the vault keeps its records, none of which is readable. Implementations are
 * thread-safe; a write that returns is durable. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}; then the write may or may not have
 * happened.
 */
public interface VaultStore {
  Optional<WrappedSecret> secret();

  /**
   * Puts it in the place of the one with the version before it; the first one where there is none.
   *
   * @return whether it is there now; false where another one came first
   */
  boolean put(WrappedSecret secret);

  /** The records of these members, by member; without those of whom there is none. */
  Map<String, VaultRecord> find(Collection<String> members);

  /**
   * Adds records of members of whom there is none yet.
   *
   * @param records of version 1
   * @return by member those that were there before, as they are now
   */
  Map<String, VaultRecord> begin(Collection<VaultRecord> records);

  /**
   * Puts a record in the place of the one with the version before it.
   *
   * @return whether it is there now; false where another one came first
   */
  boolean put(VaultRecord record);

  /** The records with these marks. */
  List<VaultRecord> marked(Collection<String> marks);

  /** Records that have this token, at most so many, in the order of members after this one. */
  List<VaultRecord.Kept> search(String token, String after, int limit);

  /** Records in the order of members after this one, at most so many. */
  List<VaultRecord> page(String after, int limit);
}
