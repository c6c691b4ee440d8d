package dev.laurel.engine.decision;

import dev.laurel.engine.decision.Finding.Award;
import dev.laurel.rules.language.PointKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rounds the points of each kind once per event and shares the result out: each rule gets the whole
 * units of its part, and what is left goes one by one to those with the largest rest, then to the
 * first id (the largest-remainder method of Hare and Niemeyer).
 */
final class Rounder {
  private Rounder() {}

  /** A rule's rest after its whole units. */
  private record Rest(Candidate rule, Fraction points, Fraction exact, long whole) {
    Fraction rest() {
      return exact.minus(Fraction.of(whole, 1));
    }
  }

  private static final Comparator<Rest> LARGEST =
      Comparator.comparing(Rest::rest).reversed().thenComparing(rest -> rest.rule().id());

  /**
   * The awards of each rule; a rule that gives no points has none. What others get is rounded for
   * each of them, as it comes into another purse.
   *
   * @param kinds all kinds of points, in the order in which a rule's awards of several are told
   * @param sides who the other side of a referral is
   */
  static Map<Candidate, List<Award>> round(
      List<PointKind> kinds, Map<Candidate, Yield> yields, Sides sides) {
    Map<Candidate, List<Award>> awards = new TreeMap<>();
    for (Candidate rule : yields.keySet()) awards.put(rule, new ArrayList<>(1));
    for (PointKind kind : kinds) round(kind, yields, awards, Optional.empty());
    for (Map.Entry<String, Map<Candidate, Yield>> other : onward(yields, sides).entrySet())
      for (PointKind kind : kinds)
        round(kind, other.getValue(), awards, Optional.of(other.getKey()));
    return awards;
  }

  /** What others get, by who gets it; most often nobody does. */
  private static Map<String, Map<Candidate, Yield>> onward(
      Map<Candidate, Yield> yields, Sides sides) {
    Map<String, Map<Candidate, Yield>> all = Map.of();
    for (Map.Entry<Candidate, Yield> entry : yields.entrySet()) {
      if (entry.getValue().onward().isEmpty()) continue;
      Optional<String> other = sides.other(entry.getKey());
      if (other.isEmpty()) continue;
      if (all.isEmpty()) all = new TreeMap<>();
      all.computeIfAbsent(other.get(), _ -> new TreeMap<>())
          .put(entry.getKey(), entry.getValue().onward().get());
    }
    return all;
  }

  private static void round(
      PointKind kind,
      Map<Candidate, Yield> yields,
      Map<Candidate, List<Award>> awards,
      Optional<String> to) {
    long unitsPerPoint = unitsPerPoint(kind);
    List<Rest> rests = new ArrayList<>(yields.size());
    Fraction sum = Fraction.ZERO;
    for (Map.Entry<Candidate, Yield> entry : yields.entrySet()) {
      Fraction points = entry.getValue().total().get(kind.id());
      if (points == null) continue;
      Fraction exact = points.times(unitsPerPoint);
      sum = sum.plus(exact);
      rests.add(new Rest(entry.getKey(), points, exact, exact.floor()));
    }
    long left = sum.signum() <= 0 ? 0 : sum.round(kind.rounding());
    for (Rest rest : rests) left -= rest.whole();
    List<Rest> more = largest(rests, left);
    for (Rest rest : rests) {
      long units = more.contains(rest) ? rest.whole() + 1 : rest.whole();
      Award award = new Award(kind.id(), "", rest.points().toString(), units, to);
      Objects.requireNonNull(awards.get(rest.rule())).add(award);
    }
  }

  /** Those to whom one more unit goes. */
  private static List<Rest> largest(List<Rest> rests, long many) {
    if (many <= 0) return List.of();
    List<Rest> byRest = new ArrayList<>(rests);
    byRest.sort(LARGEST);
    return byRest.subList(0, (int) Math.min(many, byRest.size()));
  }

  static long unitsPerPoint(PointKind kind) {
    return switch (kind.unit()) {
      case WHOLE -> 1;
      case HUNDREDTHS -> 100;
    };
  }
}
