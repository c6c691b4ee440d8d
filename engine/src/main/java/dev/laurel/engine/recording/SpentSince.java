package dev.laurel.engine.recording;

import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.Posting.Account;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import java.util.List;
import java.util.Optional;

/**
 * What comes late and asks for something is carried out only if that takes nothing of what others
 * were told they have: else two who spend at the same time would spend the same points.
 */
final class SpentSince {
  private SpentSince() {}

  /** Whether an event asks for something that only one can have. */
  static boolean asks(Event event) {
    return switch (event.body()) {
      case Body.Redemption _,
          Body.Reservation _,
          Body.Confirmation _,
          Body.Cancellation _,
          Body.Transfer _,
          Body.Use _ ->
          true;
      case Body.Purchase _,
          Body.Return _,
          Body.Enrolment _,
          Body.Change _,
          Body.Other _,
          Body.Adjustment _,
          Body.Grant _,
          Body.Received _,
          Body.PoolJoin _,
          Body.PoolLeave _,
          Body.PoolJoined _,
          Body.PoolLeft _,
          Body.PoolSpent _,
          Body.PoolPoints _,
          Body.PoolDeclined _,
          Body.ReferralReward _,
          Body.Due _ ->
          false;
    };
  }

  /**
   * Why an event is not carried out in its place; empty where nothing stands in the way.
   *
   * @param tried what would be decided if it were
   */
  static Optional<Refusal> refusal(Event event, List<Decision> tried) {
    boolean free =
        tried.stream()
            .filter(decision -> decision.correction().isPresent())
            .noneMatch(
                decision -> lends(decision) || takesOfPool(decision) || isTakenBack(decision));
    return free ? Optional.empty() : Optional.of(refusal(event));
  }

  static Refusal refusal(Event event) {
    return new Refusal(
        "spent-since",
        "The %s %s was refused: it came late, and what it asks for was spent or given back since. Send it again with another id and the present time."
            .formatted(event.type(), event.id()));
  }

  private static boolean lends(Decision correction) {
    return correction.postings().stream().anyMatch(SpentSince::lends);
  }

  private static boolean lends(Posting posting) {
    return posting.rule().equals("shortfall")
        && posting.from() == Account.DEBT
        && posting.to() == Account.AVAILABLE;
  }

  /** Whether less goes on to a pool than did: what its members have may be spent by any of them. */
  private static boolean takesOfPool(Decision correction) {
    return correction.shares().stream().anyMatch(share -> share.given() < 0);
  }

  /** Whether somebody was told otherwise. */
  private static boolean isTakenBack(Decision correction) {
    return correction.refusal().isPresent() && asks(correction.event());
  }
}
