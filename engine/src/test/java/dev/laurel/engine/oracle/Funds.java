package dev.laurel.engine.oracle;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What campaigns may cost and for how many members they have places, all members together. */
final class Funds {
  private final Page page;

  Funds(Page page) {
    this.page = page;
  }

  /** Those in whose campaigns the member has a place, or can have one. */
  List<Applied> withPlaces(List<Applied> applied) {
    List<Applied> left = new ArrayList<>();
    for (Applied one : applied) {
      Optional<Long> most = one.campaign().flatMap(Campaign::firstMembers);
      if (most.isEmpty() || page.past.places.contains(places(one.campaign().get()))) left.add(one);
      else if (spent(places(one.campaign().get())).compareTo(BigDecimal.valueOf(most.get())) < 0)
        left.add(one);
      else {
        page.add(
            Wording.limited(one.id(), places(one.campaign().get()), one.times() * 1_000_000L, 0));
        page.decisive.by("no place");
      }
    }
    return left;
  }

  /** Whoever profits has a place from then on. */
  void takePlaces(Collection<Applied> applied) {
    for (Applied one : applied)
      if (one.campaign().flatMap(Campaign::firstMembers).isPresent()) {
        String key = places(one.campaign().get());
        if (!page.past.places.add(key)) continue;
        spend(key, BigDecimal.ONE);
        page.decisive.by("a place");
      }
  }

  /** Cuts awards, by rule and kind, to what the budgets of their campaigns still pay. */
  void cut(List<Award> awards) {
    List<Campaign> campaigns =
        awards.stream().flatMap(a -> a.rule.campaign().stream()).distinct().toList();
    for (Campaign campaign : campaigns) {
      Optional<Campaign.Budget> budget = campaign.budget();
      List<Award> own =
          awards.stream().filter(a -> a.rule.campaign().equals(Optional.of(campaign))).toList();
      budget
          .flatMap(Campaign.Budget::points)
          .ifPresent(total -> cut(own, "campaigns/" + campaign.id() + "/points", total, false));
      budget
          .flatMap(Campaign.Budget::money)
          .ifPresent(total -> cut(own, "campaigns/" + campaign.id() + "/money", total, true));
    }
  }

  private void cut(List<Award> own, String key, BigDecimal total, boolean money) {
    BigDecimal left = total.subtract(spent(key)).max(BigDecimal.ZERO);
    BigDecimal all = BigDecimal.ZERO;
    for (Applied rule : own.stream().map(a -> a.rule).distinct().toList()) {
      BigDecimal wanted = BigDecimal.ZERO;
      BigDecimal given = BigDecimal.ZERO;
      for (Award award : own) {
        if (award.rule != rule) continue;
        wanted = wanted.add(cost(award, money));
        // One unit less, and again, until it is paid for.
        while (cost(award, money).compareTo(left) > 0) award.units--;
        given = given.add(cost(award, money));
        left = left.subtract(cost(award, money));
      }
      all = all.add(given);
      if (given.compareTo(wanted) == 0) continue;
      page.add(Wording.limited(rule.id(), key, millionths(wanted), millionths(given)));
      page.decisive.by(money ? "budget of money" : "budget of points");
    }
    spend(key, all);
  }

  /** Points, or their worth in the programme's currency, rounded up to a millionth. */
  private static BigDecimal cost(Award award, boolean money) {
    if (!money) return award.points();
    if (award.kind.use() == PointKind.Use.QUALIFYING) return BigDecimal.ZERO;
    return award.points().multiply(award.kind.worth().get()).setScale(6, RoundingMode.UP);
  }

  private BigDecimal spent(String key) {
    return page.past.spent.getOrDefault(key, BigDecimal.ZERO);
  }

  private void spend(String key, BigDecimal much) {
    if (much.signum() == 0) return;
    page.past.spent.merge(key, much, BigDecimal::add);
    page.used(key, key.endsWith("/places") ? 1 : millionths(much));
  }

  private static String places(Campaign campaign) {
    return "campaigns/" + campaign.id() + "/places";
  }

  private static long millionths(BigDecimal number) {
    return number.movePointRight(6).longValueExact();
  }
}
