package dev.laurel.engine.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Port: what is known of members to whom messages go. Implementations are thread-safe. All methods
 * may throw {@link dev.laurel.engine.recording.StoreUnavailableException}.
 */
public interface Recipients {
  /** Those of these members who were erased, to whom nothing is sent any more. */
  Set<String> erased(Collection<String> members);

  /**
   * To what members consent, as {@link dev.laurel.engine.member.Holdings#consent} names it.
   *
   * @return by member; without those of whom it cannot be told now, since their state is one of the
   *     past still
   */
  Map<String, Set<String>> consents(Collection<String> members);
}
