package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.ReferralReward;
import dev.laurel.engine.oracle.Past.Account;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.Outcome.To;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Cap;
import dev.laurel.rules.language.Programme.Returns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What comes to a member by another's event. */
final class Rewarded {
  private final Page page;
  private final LocalDate day;
  private final Event event;
  private final Body.ReferralReward reward;
  private final Allowances allowances;

  Rewarded(Page page, LocalDate day, Event event, ReferralReward reward, Allowances allowances) {
    this.page = page;
    this.day = day;
    this.event = event;
    this.reward = reward;
    this.allowances = allowances;
  }

  void take() {
    page.decisive.by("something from another");
    if (reward.as() == To.REFERRED && page.past.referrer.isEmpty())
      page.past.referrer = Optional.of(reward.from());
    for (ReferralReward.Part part : reward.parts())
      if (part.benefit().isEmpty()) points(part);
      else if (part.units() > 0) allowances.come(part.benefit(), part.units(), part.rule(), event);
      else allowances.back(part.benefit(), -part.units(), part.rule(), event);
  }

  private void points(ReferralReward.Part part) {
    PointKind kind = page.programming.kind(part.kind());
    long units = part.units() > 0 ? come(kind, part) : back(kind, part);
    page.add(Wording.rewarded(part.rule(), reward.from(), reward.as().name(), kind.id(), units));
  }

  private long come(PointKind kind, ReferralReward.Part part) {
    long units = part.units();
    long untaken = page.past.untaken.getOrDefault(kind.id(), 0L);
    if (event.id().startsWith("%~") && untaken > 0) {
      long never = Math.min(units, untaken);
      page.past.untaken.put(kind.id(), untaken - never);
      units -= never;
      page.decisive.by("what was forgiven not given again");
    }
    for (Cap cap : kind.caps()) {
      if (cap.of() != Cap.Of.BALANCE) continue;
      BigDecimal room =
          cap.atMost()
              .subtract(
                  Programming.points(
                      kind,
                      page.past.balance(kind.id(), Account.AVAILABLE)
                          + page.past.balance(kind.id(), Account.PENDING)))
              .max(BigDecimal.ZERO);
      long most =
          room.multiply(BigDecimal.valueOf(Programming.unitsPerPoint(kind)))
              .setScale(0, RoundingMode.FLOOR)
              .longValueExact();
      if (most >= units) continue;
      page.decisive.by("a reward capped");
      page.add(
          Wording.limited(
              part.rule(),
              kind.id() + "/" + cap.id(),
              millionths(kind, units),
              millionths(kind, most)));
      units = most;
    }
    new Purses(page, day).issue(kind, units, part.rule());
    count(kind, Programming.points(kind, units));
    return units;
  }

  private static long millionths(PointKind kind, long units) {
    return Programming.points(kind, units).movePointRight(6).longValueExact();
  }

  private void count(PointKind kind, BigDecimal points) {
    for (Metric metric : page.programming.metrics())
      if (metric.counts() instanceof Count.PointsEarned(var of)
          && of.equals(kind.id())
          && points.signum() != 0) page.past.count("metric/" + metric.id(), day, points);
  }

  private long back(PointKind kind, ReferralReward.Part part) {
    page.decisive.by("a reward taken back");
    Optional<Returns> returns = page.programming.pack().programme().returns();
    boolean goods = part.earnedOn().isPresent() && returns.isPresent();
    LocalDate earned = part.earnedOn().orElse(page.programming.day(event.occurredAt()));
    long before = page.past.balance(kind.id(), Account.REVERSED);
    List<Returns.Source> from =
        goods
            ? returns.get().from()
            : List.of(
                Returns.Source.PENDING, Returns.Source.LOTS_EARNED, Returns.Source.NEWEST_LOTS);
    long units = -part.units();
    new Purses(page, day).takeBack(kind, units, Optional.of(earned), from);
    long taken = page.past.balance(kind.id(), Account.REVERSED) - before;
    boolean elsewhere = page.past.in.isPresent() && kind.pooling().isPresent();
    if (!goods && !elsewhere) page.past.untaken.merge(kind.id(), units - taken, Long::sum);
    if (!goods || returns.get().metrics())
      for (Metric metric : page.programming.metrics())
        if (metric.counts() instanceof Count.PointsEarned(var of) && of.equals(kind.id()))
          new Rollovers(page, day).takeBack(metric, Programming.points(kind, units), earned);
    return part.units();
  }
}
