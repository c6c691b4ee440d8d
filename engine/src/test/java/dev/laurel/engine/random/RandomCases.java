package dev.laurel.engine.random;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Pack;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A random pack, and random members under it. Immutable and thread-safe. */
public final class RandomCases {
  private final long seed;
  private final Pools pools;
  private final Pack pack;
  private final List<Quintiles> population;

  private RandomCases(long seed) {
    Dice dice = new Dice(seed);
    Currency currency = RandomProgramme.currency(dice);
    this.seed = seed;
    this.pools = new Pools(dice, currency.getDefaultFractionDigits());
    this.pack = RandomPack.of(dice, currency, pools);
    this.population = new RandomPopulation(dice.apart("population"), pack).snapshots();
  }

  /** The same seed gives the same pack. */
  public static RandomCases of(long seed) {
    return new RandomCases(seed);
  }

  public Pack pack() {
    return pack;
  }

  /** Snapshots of all members, in the order of the instants from which they hold. */
  public List<Quintiles> population() {
    return population;
  }

  /** What happens to one member; the same number gives the same member. */
  public Case member(int number) {
    Dice dice = new Dice(seed * 1_000_003L + number);
    return made(dice, new RandomEvents(dice, pools.with(dice), pack).events());
  }

  /** What happens to one pool; the same number gives the same pool. */
  public Case pool(int number) {
    Dice dice = new Dice(seed * 1_000_003L + number).apart("pools");
    return made(dice, new RandomPools(dice, pools.with(dice), pack).events());
  }

  private Case made(Dice dice, List<Event> events) {
    Duration after = Duration.ofDays(dice.pick(0, 1, 40, 400));
    return new Case(
        pack, used(dice), population, events, events.getLast().occurredAt().plus(after));
  }

  /** What others have used of budgets: nothing, a part, or all. */
  private Map<String, Long> used(Dice dice) {
    Map<String, Long> used = new TreeMap<>();
    for (Campaign campaign : pack.campaigns()) {
      String place = "campaigns/" + campaign.id() + "/";
      campaign.firstMembers().ifPresent(most -> used.put(place + "places", part(dice, most)));
      campaign
          .budget()
          .flatMap(Campaign.Budget::points)
          .ifPresent(total -> used.put(place + "points", part(dice, micros(total))));
      campaign
          .budget()
          .flatMap(Campaign.Budget::money)
          .ifPresent(total -> used.put(place + "money", part(dice, micros(total))));
    }
    for (Benefit benefit : pack.benefits())
      benefit
          .stock()
          .ifPresent(all ->
              used.put("benefits/" + benefit.id() + "/stock", part(dice.apart("stock"), all)));
    return used;
  }

  private static long part(Dice dice, long of) {
    return dice.chance(30) ? of : of * dice.between(0, 9) / 10;
  }

  private static long micros(BigDecimal number) {
    return number.movePointRight(6).longValueExact();
  }
}
