package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.Event.Body.ReferralReward;
import dev.laurel.engine.oracle.Past.Account;
import dev.laurel.engine.oracle.Past.Gift;
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
    String name = name(part);
    Gift gift = page.past.gifts.getOrDefault(name, Gift.NONE);
    if (part.units() < 0) gift = back(kind, part, gift);
    else if (part.goods().isPresent()) gift = again(kind, part, gift);
    else gift = come(kind, part, gift);
    page.past.gifts.put(name, gift.settled());
  }

  /** The event that brought it first. */
  private String name(ReferralReward.Part part) {
    String own = event.id().replaceFirst("^%~[^:]*:", "");
    String first = part.goods().map(ReferralReward.Goods::reward).orElse("");
    return (first.isEmpty() ? own : first) + " " + part.kind();
  }

  private void tell(PointKind kind, ReferralReward.Part part, long units) {
    page.add(Wording.rewarded(part.rule(), reward.from(), reward.as().name(), kind.id(), units));
  }

  private boolean isElsewhere(PointKind kind) {
    return page.past.in.isPresent() && kind.pooling().isPresent();
  }

  private Gift come(PointKind kind, ReferralReward.Part part, Gift gift) {
    long units = part.units();
    long still = stillThere(kind, part, Math.min(units, gift.untaken()));
    long pooled =
        backToPool(kind, part, isElsewhere(kind) ? Math.min(units - still, gift.pooled()) : 0);
    long known = still + pooled;
    long said = gift.said() + known;
    Optional<Long> most =
        gift.most().map(m -> gift.said() < m ? Math.max(m, said) : Long.valueOf(m + known));
    if (most.equals(Optional.of(said))) most = Optional.empty();
    long free = Math.min(units - known, most.map(m -> Math.max(0, m - said)).orElse(0L));
    long asked = units - known - free;
    long may = capped(kind, part.rule(), asked, free);
    if (most.isPresent()) most = Optional.of(most.get() + may);
    else if (may < asked) most = Optional.of(said + may);
    new Purses(page, day).issue(kind, free + may, part.rule());
    count(kind, part, known + free + may);
    if (units > known) tell(kind, part, free + may);
    return new Gift(
        said + units - known, most, gift.untaken() - still, gift.pooled() - pooled, gift.others());
  }

  private long stillThere(PointKind kind, ReferralReward.Part part, long units) {
    if (units == 0) return 0;
    page.decisive.by("what was forgiven not given again");
    page.add(Wording.settled(part.rule(), kind.id(), units, "STILL_THERE"));
    return units;
  }

  private long backToPool(PointKind kind, ReferralReward.Part part, long units) {
    if (units == 0) return 0;
    page.decisive.by("points given back to a pool");
    page.fromPool(kind.id(), -units, earned(part));
    return units;
  }

  private long capped(PointKind kind, String rule, long wanted, long beside) {
    long units = wanted;
    for (Cap cap : kind.caps()) {
      if (cap.of() != Cap.Of.BALANCE) continue;
      BigDecimal room =
          cap.atMost()
              .subtract(
                  Programming.points(
                      kind,
                      page.past.balance(kind.id(), Account.AVAILABLE)
                          + page.past.balance(kind.id(), Account.PENDING)
                          + beside))
              .max(BigDecimal.ZERO);
      long most =
          room.multiply(BigDecimal.valueOf(Programming.unitsPerPoint(kind)))
              .setScale(0, RoundingMode.FLOOR)
              .longValueExact();
      if (most >= units) continue;
      page.decisive.by("a reward capped");
      page.add(
          Wording.limited(
              rule, kind.id() + "/" + cap.id(), millionths(kind, units), millionths(kind, most)));
      units = most;
    }
    return units;
  }

  private static long millionths(PointKind kind, long units) {
    return Programming.points(kind, units).movePointRight(6).longValueExact();
  }

  private void count(PointKind kind, ReferralReward.Part part, long units) {
    for (Metric metric : metrics(kind)) {
      String name = name(part) + " " + metric.id();
      BigDecimal more = Programming.points(kind, units);
      BigDecimal left = page.past.uncounted.getOrDefault(name, BigDecimal.ZERO);
      BigDecimal still = more.min(left);
      page.past.uncounted.put(name, left.subtract(still));
      if (more.compareTo(still) > 0)
        page.past.count("metric/" + metric.id(), earned(part), more.subtract(still));
    }
  }

  private void uncount(PointKind kind, ReferralReward.Part part, long units) {
    for (Metric metric : metrics(kind)) {
      String name = name(part) + " " + metric.id();
      BigDecimal less = Programming.points(kind, units);
      BigDecimal taken = new Rollovers(page, day).takeBack(metric, less, earned(part));
      page.past.uncounted.merge(name, less.subtract(taken), BigDecimal::add);
    }
  }

  private List<Metric> metrics(PointKind kind) {
    return page.programming.metrics().stream()
        .filter(
            metric -> metric.counts() instanceof Count.PointsEarned(var of) && of.equals(kind.id()))
        .toList();
  }

  private Gift back(PointKind kind, ReferralReward.Part part, Gift gift) {
    page.decisive.by("a reward taken back");
    long units = -part.units();
    long came = gift.had(gift.said()) - gift.had(gift.said() - units);
    if (came < units) {
      page.decisive.by("what never came not taken back");
      page.add(Wording.settled(part.rule(), kind.id(), units - came, "NEVER_CAME"));
    }
    long before = page.past.balance(kind.id(), Account.REVERSED);
    long asked = page.asked(kind.id());
    List<Returns.Source> from =
        terms(part)
            .map(Returns::from)
            .orElse(
                List.of(
                    Returns.Source.PENDING,
                    Returns.Source.LOTS_EARNED,
                    Returns.Source.NEWEST_LOTS));
    long own = new Purses(page, day).takeBack(kind, came, Optional.of(earned(part)), from);
    long taken = page.past.balance(kind.id(), Account.REVERSED) - before;
    long pooled = page.asked(kind.id()) - asked;
    if (terms(part).map(Returns::metrics).orElse(true)) uncount(kind, part, came);
    if (came > 0) tell(kind, part, -came);
    return new Gift(
        gift.said() - units,
        gift.most(),
        gift.untaken() + came - taken - pooled,
        gift.pooled() + pooled,
        gift.others() + (part.goods().isPresent() ? taken - own : 0));
  }

  /** What was taken back for goods comes again. */
  private Gift again(PointKind kind, ReferralReward.Part part, Gift gift) {
    page.decisive.by("a reward again");
    long comes = gift.had(gift.said() + part.units()) - gift.had(gift.said());
    long still = stillThere(kind, part, Math.min(comes, gift.untaken()));
    long pooled =
        backToPool(kind, part, isElsewhere(kind) ? Math.min(comes - still, gift.pooled()) : 0);
    long taken = Math.min(comes - still - pooled, page.past.balance(kind.id(), Account.REVERSED));
    long anew = comes - still - pooled - taken;
    long others = Math.min(taken, gift.others());
    new Purses(page, day).add(kind, others, Account.REVERSED, "return");
    new Purses(page, day).restore(kind, taken - others, earned(part));
    new Purses(page, day).issue(kind, anew, part.rule());
    if (terms(part).map(Returns::metrics).orElse(true)) count(kind, part, comes);
    if (anew > 0) tell(kind, part, anew);
    return new Gift(
        gift.said() + part.units(),
        gift.most(),
        gift.untaken() - still,
        gift.pooled() - pooled,
        gift.others() - others);
  }

  private Optional<Returns> terms(ReferralReward.Part part) {
    return part.goods().isEmpty()
        ? Optional.empty()
        : page.programming.pack().programme().returns();
  }

  private LocalDate earned(ReferralReward.Part part) {
    return part.goods()
        .map(ReferralReward.Goods::earnedOn)
        .orElse(page.programming.day(event.occurredAt()));
  }
}
