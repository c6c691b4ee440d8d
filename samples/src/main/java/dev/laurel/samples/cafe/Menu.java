package dev.laurel.samples.cafe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the café sells. */
final class Menu {
  /** Categories, in the order of a habit's tastes. */
  enum Category {
    COFFEE("Coffee"),
    TEA("Tea"),
    PASTRY("Pastry"),
    FRUIT("Fruit"),
    RETAIL("Retail"),
    GIFTS("Gifts");

    private final String word;

    Category(String word) {
      this.word = word;
    }

    /** As the pack's rules name it. */
    String word() {
      return word;
    }

    boolean isDrink() {
      return this == COFFEE || this == TEA;
    }
  }

  /**
   * @param cents the price of one, in euro cents
   * @param organic whether it is organic, where the café knows
   */
  record Item(String product, Category category, int cents, Optional<Boolean> organic) {}

  private static final Map<Category, List<Item>> BY_CATEGORY =
      Stream.of(
              known("espresso", Category.COFFEE, 260, true),
              known("filter-coffee", Category.COFFEE, 310, true),
              known("cappuccino", Category.COFFEE, 390, false),
              known("flat-white", Category.COFFEE, 430, false),
              known("latte", Category.COFFEE, 450, false),
              known("cold-brew", Category.COFFEE, 480, true),
              known("green-tea", Category.TEA, 340, true),
              known("black-tea", Category.TEA, 330, false),
              known("chai", Category.TEA, 460, false),
              known("croissant", Category.PASTRY, 280, false),
              known("cinnamon-bun", Category.PASTRY, 340, false),
              known("cheesecake", Category.PASTRY, 480, false),
              unknown("cake-of-the-day", Category.PASTRY, 450),
              known("apple", Category.FRUIT, 120, true),
              known("fruit-salad", Category.FRUIT, 420, true),
              unknown("smoothie", Category.FRUIT, 540),
              known("house-blend-250g", Category.RETAIL, 990, true),
              known("single-origin-250g", Category.RETAIL, 1490, true),
              known("tea-tin", Category.RETAIL, 1190, false),
              unknown("mug", Category.GIFTS, 1450),
              unknown("gift-box", Category.GIFTS, 3900))
          .collect(Collectors.groupingBy(Item::category));

  private Menu() {}

  private static Item known(String product, Category category, int cents, boolean organic) {
    return new Item(product, category, cents, Optional.of(organic));
  }

  private static Item unknown(String product, Category category, int cents) {
    return new Item(product, category, cents, Optional.empty());
  }

  static Item any(List<Integer> tastes, Chance chance) {
    return anyOf(Category.values()[chance.weighted(tastes)], chance);
  }

  static Item anyOf(Category category, Chance chance) {
    return chance.pick(BY_CATEGORY.getOrDefault(category, List.of()));
  }
}
