package dev.laurel.engine.recording;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: the events that came in, each once and for ever. Implementations are thread-safe; a write
 * that returns is durable. All methods may throw {@link StoreUnavailableException}; then the write
 * may or may not have happened and is safely tried again.
 */
public interface EventStore {
  /**
   * Claims events that are not claimed yet; claims them as open.
   *
   * @return by key those that were claimed before, as they were then
   */
  Map<String, Claim> claim(Collection<Claim> claims);

  Optional<Claim> find(String key);

  /** Those of these that are claimed, by key. */
  Map<String, Claim> find(Collection<String> keys);

  /**
   * Some claims that are still open, at most so many, in the order of their keys after this one.
   */
  List<Claim> open(String after, int limit);

  /** Notes that these are applied; keys that are not known are passed over. */
  void close(Collection<String> keys);

  /** Claims of a member, at most so many, in the order of their keys after this one. */
  List<Claim> ofMember(String member, String after, int limit);
}
