package dev.laurel.samples.cafe;

import dev.laurel.engine.json.JsonWriter;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A member of the café. Immutable.
 *
 * @param zeal how often this guest comes, in per cent of what is usual for the habit
 * @param last the last day on which this guest may come
 * @param store where this guest usually goes
 */
record Guest(
    String id,
    Habit habit,
    LocalDate enrolled,
    Optional<MonthDay> birthday,
    Optional<Boolean> newsletter,
    Optional<String> favourite,
    int zeal,
    LocalDate last,
    String store) {
  static final List<String> STORES = List.of("Harbour", "Market", "Station");
  private static final List<Integer> STORE_WEIGHTS = List.of(48, 30, 22);
  private static final List<String> DRINKS = List.of("coffee", "tea", "chocolate");
  private static final int DAYS_OF_YEAR = 365;
  private static final int OLDEST_MEMBERSHIP = 3 * DAYS_OF_YEAR;

  static Guest invent(int number, LocalDate from, Chance chance) {
    LocalDate enrolled =
        chance.percent(62)
            ? from.minusDays(chance.between(1, OLDEST_MEMBERSHIP))
            : from.plusDays(chance.between(0, DAYS_OF_YEAR - 1));
    Optional<MonthDay> birthday =
        chance.percent(71) ? Optional.of(birthday(chance)) : Optional.empty();
    Optional<Boolean> newsletter =
        chance.percent(80) ? Optional.of(chance.percent(43)) : Optional.empty();
    Optional<String> favourite =
        chance.percent(35) ? Optional.of(chance.pick(DRINKS)) : Optional.empty();
    // Two throws make middling guests more frequent than extreme ones.
    int zeal = 40 + chance.between(0, 60) + chance.between(0, 60);
    LocalDate last =
        chance.percent(14) ? from.plusDays(chance.between(0, DAYS_OF_YEAR - 1)) : LocalDate.MAX;
    String store = STORES.get(chance.weighted(STORE_WEIGHTS));
    return new Guest(
        String.format(Locale.ROOT, "G%08d", number),
        Habit.any(chance),
        enrolled,
        birthday,
        newsletter,
        favourite,
        zeal,
        last,
        store);
  }

  /** Any day of a leap year, so that 29 February comes up too. */
  private static MonthDay birthday(Chance chance) {
    return MonthDay.from(LocalDate.of(2024, 1, 1).plusDays(chance.between(0, DAYS_OF_YEAR)));
  }

  boolean comesOn(LocalDate day) {
    return !day.isBefore(enrolled) && !day.isAfter(last);
  }

  /** The member's row, without an end of line. */
  void write(JsonWriter to) {
    to.open().key("member").text(id).key("enrolled").text(enrolled.toString());
    birthday.ifPresent(day -> to.key("birthday").text(day.toString()));
    if (favourite.isPresent() || newsletter.isPresent()) {
      to.key("attributes").open();
      favourite.ifPresent(drink -> to.key("favourite").text(drink));
      newsletter.ifPresent(reads -> to.key("newsletter").truth(reads));
      to.close();
    }
    to.close();
  }
}
