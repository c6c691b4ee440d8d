package dev.laurel.samples.cafe;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one guest buys at once and how it is paid. Not thread-safe. */
final class Basket {
  private static final String GIFT_CARD = "gift-card";
  private static final List<String> PAYMENTS = List.of("card", "cash", GIFT_CARD);
  private static final List<Integer> PAYMENT_WEIGHTS = List.of(78, 19, 3);
  private static final int CENTS_OFF = 100;

  private final Chance chance;
  private final List<Event.Line> lines = new ArrayList<>();
  private final Map<String, Datum> attributes = new TreeMap<>();
  private boolean withDrink;
  private long amount;
  private long discount;
  private long pieces;

  private Basket(Chance chance) {
    this.chance = chance;
  }

  /** What a guest of this habit takes, alone or with company. */
  static Body.Purchase usual(Habit habit, String store, Chance chance) {
    Basket basket = new Basket(chance);
    int count = chance.between(1, habit.mostLines());
    for (int i = 0; i < count; i++)
      basket.add(Menu.any(habit.tastes(), chance), chance.oneIn(8) ? 2 : 1);
    basket.text("store", store);
    if (chance.percent(habit.byApp())) {
      basket.text("channel", "app");
      basket.text("payment", "app");
    } else {
      basket.text("channel", "counter");
      basket.text("payment", PAYMENTS.get(chance.weighted(PAYMENT_WEIGHTS)));
      basket.truth("tableService", chance.percent(habit.atTable()));
    }
    if (basket.withDrink) basket.truth("ownCup", chance.percent(habit.ownCup()));
    return basket.paid();
  }

  /** What a guest orders for a meeting at work. */
  static Body.Purchase catering(String store, Chance chance) {
    Basket basket = new Basket(chance);
    basket.add(Menu.anyOf(Menu.Category.COFFEE, chance), chance.between(6, 20));
    basket.add(Menu.anyOf(Menu.Category.PASTRY, chance), chance.between(6, 20));
    basket.text("store", store);
    basket.text("channel", "web");
    basket.text("payment", "invoice");
    basket.attributes.put("tags", new Datum.Several(List.of("catering")));
    return basket.paid();
  }

  private void add(Menu.Item item, int quantity) {
    int off = chance.percent(4) ? CENTS_OFF : 0;
    long price = (long) item.cents() * quantity - off;
    Map<String, Datum> about = new TreeMap<>();
    about.put("product", Datum.of(Value.of(item.product())));
    about.put("category", Datum.of(Value.of(item.category().word())));
    item.organic().ifPresent(organic -> about.put("organic", Datum.of(Value.of(organic))));
    lines.add(new Event.Line(price, quantity * Event.MICROS, about));
    amount += price;
    discount += off;
    pieces += quantity;
    withDrink |= item.category().isDrink();
  }

  private Body.Purchase paid() {
    boolean byGiftCard = Datum.of(Value.of(GIFT_CARD)).equals(attributes.get("payment"));
    return new Body.Purchase(
        amount,
        0,
        0,
        discount,
        0,
        byGiftCard ? amount : 0,
        pieces * Event.MICROS,
        lines,
        attributes);
  }

  private void text(String name, String text) {
    attributes.put(name, Datum.of(Value.of(text)));
  }

  private void truth(String name, boolean truth) {
    attributes.put(name, Datum.of(Value.of(truth)));
  }
}
