package dev.laurel.engine.evaluate;

import dev.laurel.engine.decision.Sides;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is connected with whom in a history, by what one gives to the other, by a referral or by a
 * pool: what happens to one may then change what happens to the others. Holds the ids of those
 * only. Not thread-safe.
 */
final class Groups {
  /** One is connected with the other. */
  record Link(String one, String other) {}

  private final Map<String, String> above = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();

  /** By what an event connects its member with another one; empty where it does not. */
  static Optional<Link> of(Event event) {
    return other(event).map(other -> new Link(event.member(), other));
  }

  private static Optional<String> other(Event event) {
    return switch (event.body()) {
      case Body.Transfer transfer -> Optional.of(transfer.to());
      case Body.PoolJoin(var by) -> Optional.of(by);
      case Body.PoolLeave(var by) -> Optional.of(by);
      case Body.Redemption r -> r.by();
      case Body.Reservation r -> r.by();
      case Body.Other _ -> Sides.named(event);
      // A pool that nobody joined is a group of its own.
      case Body.Purchase _,
          Body.Return _,
          Body.Enrolment _,
          Body.Change _,
          Body.Adjustment _,
          Body.Grant _,
          Body.Use _,
          Body.Confirmation _,
          Body.Cancellation _,
          Body.Received _,
          Body.PoolJoined _,
          Body.PoolLeft _,
          Body.PoolSpent _,
          Body.PoolPoints _,
          Body.PoolDeclined _,
          Body.ReferralReward _,
          Body.Due _ ->
          Optional.empty();
    };
  }

  void add(Link link) {
    String one = root(link.one());
    String other = root(link.other());
    if (one.equals(other)) return;
    // The first by id names the group, so that its name follows from who is in it.
    String first = one.compareTo(other) < 0 ? one : other;
    String second = first.equals(one) ? other : one;
    above.put(second, first);
    sizes.merge(first, sizes.getOrDefault(second, 1), Integer::sum);
  }

  private String root(String member) {
    List<String> way = new ArrayList<>();
    String at = member;
    for (String up = above.putIfAbsent(at, at); up != null && !up.equals(at); up = above.get(at)) {
      way.add(at);
      at = up;
    }
    for (String each : way) above.put(each, at);
    sizes.putIfAbsent(at, 1);
    return at;
  }

  boolean areNone() {
    return above.isEmpty();
  }

  /** The group of a member, by its first one; empty where nothing connects the member. */
  Optional<String> groupOf(String member) {
    return above.containsKey(member) ? Optional.of(root(member)) : Optional.empty();
  }

  /** How many members and pools a group has. */
  int size(String group) {
    return sizes.getOrDefault(group, 1);
  }
}
