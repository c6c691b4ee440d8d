package dev.laurel.engine.access;

import java.util.List;
import java.util.Optional;

/**
 * Port: who may ask. Implementations are thread-safe; a write that returns is durable. All methods
 * may throw {@link dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface CredentialStore {
  /** Every one, in no order. */
  List<Credential> all();

  /** The user of this name. */
  Optional<Credential> user(String name);

  /** The key with this hash. */
  Optional<Credential> key(String hash);

  /**
   * Adds one.
   *
   * @return whether it is there now; false where there is one of its kind and name already
   */
  boolean add(Credential credential);
}
