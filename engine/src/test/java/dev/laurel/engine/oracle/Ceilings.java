package dev.laurel.engine.oracle;

import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Cap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Ceilings of points: of rules, then of groups, then of kinds, then of budgets. What is used up of
 * each is what was given in the end, after all of them.
 */
final class Ceilings {
  private final Page page;
  private final LocalDate day;
  private final List<Award> awards;
  private final Collection<Applied> applied;

  /**
   * @param awards by rule and kind
   * @param applied by id
   */
  Ceilings(Page page, LocalDate day, List<Award> awards, Collection<Applied> applied) {
    this.page = page;
    this.day = day;
    this.awards = awards;
    this.applied = applied;
  }

  /** Something whose use is counted once all is cut. */
  private record Use(String counted, List<Award> of) {}

  void cut() {
    List<Use> uses = new ArrayList<>();
    for (Applied rule : applied)
      for (Limit limit : rule.rule().limits())
        if (limit.of() == Limit.Of.POINTS) {
          List<Award> own = awards.stream().filter(a -> a.rule == rule).toList();
          String counted = Times.ofRule(rule, limit);
          if (cut(own, limit.atMost().subtract(used(limit, counted)), rule.id() + "/" + limit.id()))
            decided("rule", limit);
          uses.add(new Use(counted, own));
        }
    for (String company : applied.stream().map(Applied::company).distinct().toList()) {
      List<Award> own = awards.stream().filter(a -> a.rule.company().equals(company)).toList();
      Applied one = own.getFirst().rule;
      for (Limit limit : one.groupLimits())
        if (limit.of() == Limit.Of.POINTS) {
          String counted = Times.ofGroup(one, limit);
          String place = one.limitsPlace() + "/" + limit.id();
          if (cut(own, limit.atMost().subtract(used(limit, counted)), place))
            decided("group", limit);
          uses.add(new Use(counted, own));
        }
    }
    for (PointKind kind : page.programming.kinds())
      for (Cap cap : kind.caps()) {
        List<Award> own =
            awards.stream()
                .filter(a -> a.kind == kind)
                .filter(a -> a.to.isEmpty() || cap.of() == Cap.Of.EARNED)
                .toList();
        if (cut(own, cap.atMost().subtract(used(kind, cap)), kind.id() + "/" + cap.id()))
          page.decisive.by(cap.of());
        uses.add(new Use(counted(kind, cap), own));
      }
    new Funds(page).cut(awards);
    for (Use use : uses)
      for (Award award : use.of()) page.past.count(use.counted(), day, award.points());
  }

  private void decided(String whose, Limit limit) {
    page.decisive.by("points of a " + whose + (limit.over().isPresent() ? ", per period" : ""));
  }

  private BigDecimal used(Limit limit, String counted) {
    return Times.used(page, limit, counted, day);
  }

  private BigDecimal used(PointKind kind, Cap cap) {
    return switch (cap.of()) {
      case BALANCE ->
          Programming.points(
              kind,
              page.past.balance(kind.id(), Past.Account.AVAILABLE)
                  + page.past.balance(kind.id(), Past.Account.PENDING));
      case EARNED ->
          page.past.sum(
              counted(kind, cap),
              cap.over()
                  .map(page.programming::period)
                  .orElse(new dev.laurel.rules.language.Period.Lifetime()),
              day,
              true);
    };
  }

  private static String counted(PointKind kind, Cap cap) {
    return "cap/" + kind.id() + "/" + cap.id();
  }

  /** Cuts awards to so many points together; the last by rule and kind give way first. */
  private boolean cut(List<Award> own, BigDecimal points, String place) {
    BigDecimal left = points.max(BigDecimal.ZERO);
    boolean cut = false;
    for (Applied rule : own.stream().map(a -> a.rule).distinct().toList()) {
      BigDecimal wanted = BigDecimal.ZERO;
      BigDecimal given = BigDecimal.ZERO;
      for (Award award : own) {
        if (award.rule != rule) continue;
        wanted = wanted.add(award.points());
        award.units = Math.min(award.units, units(award.kind, left));
        given = given.add(award.points());
        left = left.subtract(award.points());
      }
      if (given.compareTo(wanted) < 0) {
        cut = true;
        page.add(Wording.limited(rule.id(), place, millionths(wanted), millionths(given)));
      }
    }
    return cut;
  }

  private static long units(PointKind kind, BigDecimal points) {
    return points
        .multiply(BigDecimal.valueOf(Programming.unitsPerPoint(kind)))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }

  private static long millionths(BigDecimal points) {
    return points.movePointRight(6).longValueExact();
  }
}
