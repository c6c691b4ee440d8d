package dev.laurel.ui.studio.tiers;

import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Ladder.Requirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ladder as it is drawn: its tiers along the one metric that most of them ask for. Immutable.
 *
 * @param metric of the axis; empty where no tier asks for one
 * @param rungs lowest first
 * @param most the end of the axis
 * @param step by how much a threshold moves at once
 */
record Rungs(
    Ladder ladder, Optional<String> metric, List<Rung> rungs, BigDecimal most, BigDecimal step) {
  private static final BigDecimal ROOM = new BigDecimal("1.35");
  private static final BigDecimal FIRST = BigDecimal.valueOf(1_000);
  private static final int LARGE = 500;
  private static final int MIDDLE = 50;

  /**
   * One tier.
   *
   * @param place of what it asks of the axis' metric
   * @param from what it asks; empty where it asks for something else, 0 of the base tier
   * @param live what it asks in the revision in force, where it is there and asks for the metric
   */
  record Rung(
      Ladder.Tier tier,
      int rank,
      Optional<String> place,
      Optional<BigDecimal> from,
      Optional<BigDecimal> live) {
    String id() {
      return tier.id();
    }

    boolean isMovable() {
      return place.isPresent();
    }

    boolean isChanged() {
      return isMovable()
          && from.isPresent()
          && live.filter(was -> was.compareTo(from.get()) == 0).isEmpty();
    }
  }

  Rungs {
    rungs = List.copyOf(rungs);
  }

  /** What a tier asks of a metric, and where that stands. */
  private record Mark(String place, String metric, BigDecimal atLeast) {}

  static Rungs of(Ladder ladder, Optional<Ladder> live) {
    String tiers = place(ladder) + "/tiers/";
    Map<String, Integer> asked = new LinkedHashMap<>();
    for (Ladder.Tier tier : ladder.tiers())
      for (Mark mark : marks(tiers, tier)) asked.merge(mark.metric(), 1, Integer::sum);
    Optional<String> metric =
        asked.entrySet().stream()
            .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
            .map(Map.Entry::getKey);
    List<Rung> rungs = new ArrayList<>();
    BigDecimal top = BigDecimal.ZERO;
    for (Ladder.Tier tier : ladder.tiers()) {
      Optional<Mark> mark = metric.flatMap(of -> mark(tiers, tier, of));
      Optional<BigDecimal> was =
          live.flatMap(of -> of.tiers().stream().filter(t -> t.id().equals(tier.id())).findFirst())
              .flatMap(of -> metric.flatMap(m -> mark(tiers, of, m)))
              .map(Mark::atLeast);
      boolean base = rungs.isEmpty() && tier.entry().isEmpty();
      Optional<BigDecimal> from = mark.map(Mark::atLeast);
      rungs.add(
          new Rung(
              tier,
              rungs.size() + 1,
              mark.map(Mark::place),
              base ? Optional.of(BigDecimal.ZERO) : from,
              base ? Optional.of(BigDecimal.ZERO) : was));
      top = top.max(from.orElse(top)).max(was.orElse(top));
    }
    BigDecimal most = top.signum() > 0 ? round(top.multiply(ROOM)) : FIRST;
    return new Rungs(ladder, metric, rungs, most, step(most));
  }

  private static BigDecimal step(BigDecimal most) {
    return BigDecimal.valueOf(
        most.compareTo(BigDecimal.valueOf(LARGE)) >= 0
            ? 50
            : most.compareTo(BigDecimal.valueOf(MIDDLE)) >= 0 ? 5 : 1);
  }

  /** To two digits, upward. */
  private static BigDecimal round(BigDecimal most) {
    return new BigDecimal(
        most.round(new java.math.MathContext(2, RoundingMode.UP)).toPlainString());
  }

  private static Optional<Mark> mark(String tiers, Ladder.Tier tier, String metric) {
    return marks(tiers, tier).stream().filter(mark -> mark.metric().equals(metric)).findFirst();
  }

  private static List<Mark> marks(String tiers, Ladder.Tier tier) {
    List<Mark> marks = new ArrayList<>();
    tier.entry().ifPresent(entry -> collect(tiers + tier.id() + "/entry", entry, marks));
    return marks;
  }

  private static void collect(String place, Requirement requirement, List<Mark> to) {
    switch (requirement) {
      case Requirement.Reaches(var _, var metric, var least) ->
          to.add(new Mark(place, metric, least));
      case Requirement.Holds _ -> {}
      case Requirement.AllOf(var _, var parts) -> collect(place, parts, to);
      case Requirement.AnyOf(var _, var parts) -> collect(place, parts, to);
      case Requirement.SomeOf(var _, var _, var parts) -> collect(place, parts, to);
    }
  }

  private static void collect(String place, List<Requirement> parts, List<Mark> to) {
    parts.forEach(part -> collect(place + "/of/" + part.id(), part, to));
  }

  static String place(Ladder ladder) {
    return "ladders/" + ladder.id();
  }

  String place(Rung rung) {
    return place(ladder) + "/tiers/" + rung.id();
  }

  Optional<Rung> rung(String id) {
    return rungs.stream().filter(rung -> rung.id().equals(id)).findFirst();
  }

  /** The least to which a tier's threshold may move: one above that of the one below. */
  BigDecimal least(Rung rung) {
    return rungs.stream()
        .limit(rung.rank() - 1L)
        .map(below -> below.from().orElse(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::max)
        .add(BigDecimal.ONE);
  }

  /** The most to which it may move: one below that of the one above, or the end of the axis. */
  BigDecimal most(Rung rung) {
    return rungs.stream()
        .skip(rung.rank())
        .flatMap(above -> above.from().stream())
        .map(above -> above.subtract(BigDecimal.ONE))
        .reduce(most, BigDecimal::min)
        .max(least(rung));
  }

  /** Where a new tier would begin that stands above this one: half way to the next. */
  BigDecimal between(Rung rung) {
    BigDecimal low = rung.from().orElse(BigDecimal.ZERO);
    BigDecimal high =
        rungs.stream()
            .skip(rung.rank())
            .flatMap(above -> above.from().stream())
            .findFirst()
            .orElse(most.max(low.add(step).add(step)));
    BigDecimal half = low.add(high).divide(BigDecimal.TWO, 0, RoundingMode.HALF_UP);
    BigDecimal snapped = half.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    return snapped.compareTo(low) > 0 && snapped.compareTo(high) < 0 ? snapped : half;
  }

  /** The same with another threshold of one tier; its axis stays. */
  Rungs with(Rung moved, BigDecimal from) {
    List<Rung> all = new ArrayList<>();
    List<Ladder.Tier> tiers = new ArrayList<>();
    for (Rung rung : rungs) {
      boolean it = rung.id().equals(moved.id());
      Ladder.Tier tier = it ? moved(rung, from) : rung.tier();
      tiers.add(tier);
      all.add(
          it ? new Rung(tier, rung.rank(), rung.place(), Optional.of(from), rung.live()) : rung);
    }
    Ladder other =
        new Ladder(
            ladder.id(),
            ladder.title(),
            ladder.upgrade(),
            ladder.renewal(),
            ladder.validity(),
            ladder.ends(),
            ladder.descent(),
            ladder.grace(),
            tiers,
            ladder.milestones());
    return new Rungs(other, metric, all, most, step);
  }

  private Ladder.Tier moved(Rung rung, BigDecimal from) {
    Ladder.Tier tier = rung.tier();
    String place = place(rung) + "/entry";
    return new Ladder.Tier(
        tier.id(),
        tier.title(),
        tier.entry().map(entry -> moved(place, entry, rung.place().orElse(""), from)),
        tier.renewal(),
        tier.validity(),
        tier.descent(),
        tier.grace(),
        tier.byInvitation(),
        tier.extension(),
        tier.warnings(),
        tier.onUpgrade(),
        tier.onRenewal(),
        tier.headStarts(),
        tier.milestones(),
        tier.matches());
  }

  private static Requirement moved(String at, Requirement old, String place, BigDecimal from) {
    return switch (old) {
      case Requirement.Reaches(var id, var metric, var least) ->
          new Requirement.Reaches(id, metric, at.equals(place) ? from : least);
      case Requirement.Holds holds -> holds;
      case Requirement.AllOf(var id, var of) ->
          new Requirement.AllOf(id, moved(at, of, place, from));
      case Requirement.AnyOf(var id, var of) ->
          new Requirement.AnyOf(id, moved(at, of, place, from));
      case Requirement.SomeOf(var id, var least, var of) ->
          new Requirement.SomeOf(id, least, moved(at, of, place, from));
    };
  }

  private static List<Requirement> moved(
      String at, List<Requirement> of, String place, BigDecimal from) {
    return of.stream().map(part -> moved(at + "/of/" + part.id(), part, place, from)).toList();
  }
}
