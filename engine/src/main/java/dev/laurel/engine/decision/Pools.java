package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.member.MemberState;
import java.time.Instant;
import java.util.Optional;

/**
 * What whoever records events must know of pools before an event is decided. Stateless.
 *
 * @see "engine/docs/decisions/059-pools.md"
 */
public final class Pools {
  private Pools() {}

  /**
   * Why an event of who is in which pool came too late, since others of the account count already;
   * empty of all other events.
   *
   * @param event one that comes before something that was decided of the account
   */
  public static Optional<Refusal> tooLate(MemberState state, Event event) {
    boolean ofPool =
        event.body() instanceof Body.PoolJoin || event.body() instanceof Body.PoolLeave;
    if (!ofPool && !(event.body() instanceof Body.PoolJoined)) return Optional.empty();
    Instant last = ofPool ? state.pooling().lastChange() : state.pooling().changed();
    return last.isBefore(event.occurredAt())
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "too-late",
                "The %s %s was refused: who is in the pool was changed since, at %s. Send it again with another id and the present time."
                    .formatted(event.type(), event.id(), last)));
  }
}
