package dev.laurel.samples.bench;

import java.util.List;

/** The names and values of facts: twenty of the member, ten texts and ten numbers among them. */
final class Words {
  static final List<String> TEXTS =
      List.of(
          "region",
          "cityKind",
          "ageBand",
          "language",
          "household",
          "occupation",
          "device",
          "partner",
          "payment",
          "newsletter");
  static final List<String> NUMBERS =
      List.of(
          "children",
          "cars",
          "referrals",
          "appVisits",
          "reviews",
          "giftCards",
          "complaints",
          "surveys",
          "distance",
          "basket");

  /** Each text has as many values, each number lies below as much. */
  static final int VALUES = 4;

  static final int NUMBERS_BELOW = 1000;

  /** Amounts of lines in whole euros, from 1. */
  static final int MOST_EUROS = 100;

  static final int CENTS = 100;

  private Words() {}

  static String text(int which) {
    return "member." + TEXTS.get(which);
  }

  static String number(int which) {
    return "member." + NUMBERS.get(which);
  }

  static String value(String name, int which) {
    return name + "-" + which;
  }

  static String category(int which) {
    return "category-" + which;
  }

  static String store(int which) {
    return "store-" + which;
  }

  /** As many categories as leave a line about six rules that name its own. */
  static int categories(int rules) {
    return Math.max(1, rules / 8);
  }

  /** As many stores as leave a purchase about twelve rules that name its own. */
  static int stores(int rules) {
    return Math.max(1, rules / 40);
  }

  static String id(int rule) {
    return "r%05d".formatted(rule);
  }
}
