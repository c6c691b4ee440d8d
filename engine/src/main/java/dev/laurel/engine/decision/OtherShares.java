package dev.laurel.engine.decision;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body.ReferralReward;
import dev.laurel.rules.language.Outcome.To;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What decisions on one event together gave the other side of a referral. Immutable.
 *
 * @see PoolShares
 */
final class OtherShares {
  static final OtherShares NONE = new OtherShares(new TreeMap<>());

  /** By the share without its units. */
  private final SortedMap<OtherShare, Long> sums;

  private OtherShares(SortedMap<OtherShare, Long> sums) {
    this.sums = sums;
  }

  /** With what more was given. */
  OtherShares plus(Collection<OtherShare> more) {
    if (more.isEmpty()) return this;
    SortedMap<OtherShare, Long> all = new TreeMap<>(sums);
    for (OtherShare share : more) all.merge(share.with(0), share.units(), Math::addExact);
    all.values().removeIf(units -> units == 0);
    return new OtherShares(all);
  }

  boolean areNone() {
    return sums.isEmpty();
  }

  List<OtherShare> all() {
    List<OtherShare> all = new ArrayList<>(sums.size());
    sums.forEach((share, units) -> all.add(share.with(units)));
    return all;
  }

  /** What must come to these for it to be what is decided now. */
  List<OtherShare> upTo(List<OtherShare> now) {
    if (now.isEmpty() && areNone()) return List.of();
    List<OtherShare> less = all().stream().map(share -> share.with(-share.units())).toList();
    return NONE.plus(now).plus(less).all();
  }

  /**
   * What happens to others by these shares.
   *
   * @param times how often the event was decided by now, from 1
   * @param brought who is told by whom it was brought, whether it gets something or not
   * @param bought of a return, what it takes back of; of a correction what it took back of before,
   *     too
   */
  static List<Event> sent(
      Event of,
      Instant asOf,
      int times,
      List<OtherShare> shares,
      Optional<String> brought,
      List<Bought> bought) {
    Map<Whom, List<ReferralReward.Part>> all = new LinkedHashMap<>();
    brought.ifPresent(member -> all.put(new Whom(member, To.REFERRED), new ArrayList<>()));
    for (OtherShare share : shares)
      all.computeIfAbsent(new Whom(share.member(), share.as()), _ -> new ArrayList<>())
          .add(part(share, of, bought));
    List<Event> sent = new ArrayList<>(all.size());
    all.forEach((whom, parts) ->
        sent.add(
            PoolShares.event(
                ReferralReward.SOURCE,
                of,
                asOf,
                name(times, sent.size()),
                whom.member(),
                new ReferralReward(of.member(), whom.as(), parts))));
    return sent;
  }

  /** What the name begins with: nothing of the first that is sent, what no other name has else. */
  private static String name(int times, int number) {
    if (times == 1 && number == 0) return "";
    return PoolShares.AGAIN + times + (number == 0 ? ":" : "." + number + ":");
  }

  /** Whether it makes up the difference to what was sent before. */
  static boolean isCorrection(String name) {
    return name.startsWith(PoolShares.AGAIN) && !name.startsWith(PoolShares.AGAIN + "1.");
  }

  /** The name of the event from which all of these follow that have this name or corrected it. */
  static String origin(String name) {
    return name.startsWith(PoolShares.AGAIN) ? name.substring(name.indexOf(':') + 1) : name;
  }

  /** Who gets it, and as what. */
  private record Whom(String member, To as) {}

  private static ReferralReward.Part part(OtherShare share, Event of, List<Bought> bought) {
    return new ReferralReward.Part(
        share.rule(), share.kind(), share.benefit(), share.units(), goods(share, of, bought));
  }

  /** Of which goods it takes something back; empty where it is no part of what a purchase gave. */
  private static Optional<ReferralReward.Goods> goods(
      OtherShare share, Event of, List<Bought> bought) {
    for (Bought each : bought)
      if (each.others().stream().anyMatch(given -> given.compareTo(share) == 0))
        return Optional.of(
            new ReferralReward.Goods(Event.nameOf(of.source(), each.event()), each.judgedOn()));
    return Optional.empty();
  }
}
