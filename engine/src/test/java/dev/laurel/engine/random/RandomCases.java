package dev.laurel.engine.random;

import dev.laurel.engine.event.Event;
import dev.laurel.rules.language.Pack;
import java.time.Duration;
import java.util.Currency;
import java.util.List;

/** A random pack, and random members under it. Immutable and thread-safe. */
public final class RandomCases {
  private final long seed;
  private final Pools pools;
  private final Pack pack;

  private RandomCases(long seed) {
    Dice dice = new Dice(seed);
    Currency currency = RandomProgramme.currency(dice);
    this.seed = seed;
    this.pools = new Pools(dice, currency.getDefaultFractionDigits());
    this.pack = RandomPack.of(dice, currency, pools);
  }

  /** The same seed gives the same pack. */
  public static RandomCases of(long seed) {
    return new RandomCases(seed);
  }

  public Pack pack() {
    return pack;
  }

  /** What happens to one member; the same number gives the same member. */
  public Case member(int number) {
    Dice dice = new Dice(seed * 1_000_003L + number);
    List<Event> events = new RandomEvents(dice, pools.with(dice), pack).events();
    Duration after = Duration.ofDays(dice.pick(0, 1, 40, 400));
    return new Case(pack, events, events.getLast().occurredAt().plus(after));
  }
}
