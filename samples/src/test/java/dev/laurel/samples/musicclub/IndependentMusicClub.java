package dev.laurel.samples.musicclub;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The music club's terms worked out by themselves, purchase by purchase, without anything of
 * Laurel: what the engine's result is compared with.
 */
final class IndependentMusicClub {
  private static final BigDecimal SILVER = new BigDecimal("100.00");
  private static final BigDecimal GOLD = new BigDecimal("250.00");

  /** One purchase on a day. */
  record Purchase(LocalDate day, BigDecimal dollars) {}

  private final List<Purchase> purchases = new ArrayList<>();
  private int tier;
  private LocalDate ends = LocalDate.MAX;
  private long points;

  /** The purchases of a member come in the order of their days, those of one day in the file's. */
  void purchase(Purchase purchase) {
    passTo(purchase.day());
    BigDecimal rate = new BigDecimal(tier == 2 ? "1.5" : tier == 1 ? "1.25" : "1");
    points += purchase.dollars().multiply(rate).setScale(0, RoundingMode.FLOOR).longValueExact();
    purchases.add(purchase);
    LocalDate yearEarlier = purchase.day().minusYears(1);
    int reached = tierOf(p -> p.day().isAfter(yearEarlier) && !p.day().isAfter(purchase.day()));
    if (reached >= tier && reached > 0) {
      tier = reached;
      ends = purchase.day().plusMonths(12);
    }
  }

  /** Does the reviews that are due at the start of this day or before. */
  void passTo(LocalDate day) {
    while (tier > 0 && !ends.isAfter(day)) {
      LocalDate end = ends;
      LocalDate yearEarlier = end.minusYears(1);
      tier = tierOf(p -> !p.day().isBefore(yearEarlier) && p.day().isBefore(end));
      ends = tier == 0 ? LocalDate.MAX : end.plusMonths(12);
    }
  }

  private int tierOf(java.util.function.Predicate<Purchase> counts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Purchase purchase : purchases)
      if (counts.test(purchase)) sum = sum.add(purchase.dollars());
    return sum.compareTo(GOLD) >= 0 ? 2 : sum.compareTo(SILVER) >= 0 ? 1 : 0;
  }

  String tier() {
    return List.of("Base", "Silver", "Gold").get(tier);
  }

  long points() {
    return points;
  }
}
