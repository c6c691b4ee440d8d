package dev.laurel.engine.oracle;

import dev.laurel.rules.language.EarningGroup.Limit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often rules and groups may still apply. */
final class Times {
  private final Page page;
  private final LocalDate day;
  private final Map<String, Integer> takenByGroup = new TreeMap<>();

  Times(Page page, LocalDate day) {
    this.page = page;
    this.day = day;
  }

  /** Each rule as often as its own ceilings let it apply; used up ones leave. */
  List<Applied> ofRules(List<Applied> applied) {
    List<Applied> left = new ArrayList<>();
    for (Applied one : applied) {
      Optional<Applied> fewer = Optional.of(one);
      for (Limit limit : one.rule().limits())
        fewer = fewer.flatMap(a -> atMost(a, limit, ofRule(a, limit), a.id(), 0));
      fewer.ifPresent(left::add);
    }
    return left;
  }

  /** Each rule as often as its group's ceilings let it apply; those last by id give way first. */
  List<Applied> ofGroups(Collection<Applied> applied) {
    List<Applied> left = new ArrayList<>();
    for (Applied one : applied) {
      int taken = takenByGroup.getOrDefault(one.company(), 0);
      Optional<Applied> fewer = Optional.of(one);
      for (Limit limit : one.groupLimits())
        fewer = fewer.flatMap(a -> atMost(a, limit, ofGroup(a, limit), a.limitsPlace(), taken));
      fewer.ifPresent(a -> {
        takenByGroup.put(a.company(), taken + a.times());
        left.add(a);
      });
    }
    return left;
  }

  private Optional<Applied> atMost(
      Applied applied, Limit limit, String counted, String place, int taken) {
    if (limit.of() != Limit.Of.TIMES) return Optional.of(applied);
    BigDecimal used = used(page, limit, counted, day);
    int may =
        Math.max(
            0, limit.atMost().subtract(used).setScale(0, RoundingMode.FLOOR).intValue() - taken);
    int wanted = applied.times();
    if (wanted <= may) return Optional.of(applied);
    page.decisive.by(
        "times of a "
            + (place.equals(applied.id()) ? "rule" : "group")
            + (limit.over().isPresent() ? ", per period" : ""));
    page.add(
        Wording.limited(
            applied.id(), place + "/" + limit.id(), wanted * 1_000_000L, may * 1_000_000L));
    return may == 0 ? Optional.empty() : Optional.of(applied.on(applied.lines().subList(0, may)));
  }

  /** Counts how often the rules that stayed have applied. */
  void count(Collection<Applied> applied) {
    for (Applied one : applied) {
      BigDecimal times = BigDecimal.valueOf(one.times());
      for (Limit limit : one.rule().limits())
        if (limit.of() == Limit.Of.TIMES) page.past.count(ofRule(one, limit), day, times);
      for (Limit limit : one.groupLimits())
        if (limit.of() == Limit.Of.TIMES) page.past.count(ofGroup(one, limit), day, times);
    }
  }

  /** What was used of a ceiling in its period before this event; nothing of one per event. */
  static BigDecimal used(Page page, Limit limit, String counted, LocalDate day) {
    return limit
        .over()
        .map(period -> page.past.sum(counted, page.programming.period(period), day, true))
        .orElse(BigDecimal.ZERO);
  }

  static String ofRule(Applied applied, Limit limit) {
    return "limit/rule/" + applied.id() + "/" + limit.id();
  }

  static String ofGroup(Applied applied, Limit limit) {
    return "limit/" + applied.company() + "/" + limit.id();
  }
}
