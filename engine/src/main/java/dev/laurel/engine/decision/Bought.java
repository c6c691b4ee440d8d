package dev.laurel.engine.decision;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a return must know of the event that it takes back: what was decided of it, and what earlier
 * returns left. Immutable.
 *
 * @param event the event's id, at the source of the return
 * @param type the word by which rules name the event's type; only purchases can be returned
 * @param judgedOn the day as of which it was judged, in the programme's zone
 * @param amount what the receipt asked for, in minor units
 * @param earned by point kind what it earned, in the kind's own unit
 * @param counted by metric what it added, in the metric's own unit: minor units of money, else
 *     millionths; without metrics of points
 * @param others what it gave the other side of a referral, of points; without what steps of
 *     challenges gave
 * @param returned what earlier returns have brought back of it, in minor units
 * @see "engine/docs/decisions/027-returns.md"
 */
public record Bought(
    String event,
    String type,
    LocalDate judgedOn,
    long amount,
    SortedMap<String, Long> earned,
    SortedMap<String, Long> counted,
    List<OtherShare> others,
    long returned) {
  /** The type of those that can be returned. */
  static final String PURCHASE = "purchase";

  /** Stands for the type of an event that was refused, of which nothing can come back. */
  private static final String REFUSED = "refused";

  /** Of one that gave nobody else anything. */
  public Bought(
      String event,
      String type,
      LocalDate judgedOn,
      long amount,
      SortedMap<String, Long> earned,
      SortedMap<String, Long> counted,
      long returned) {
    this(event, type, judgedOn, amount, earned, counted, List.of(), returned);
  }

  public Bought {
    others = List.copyOf(others);
    earned = Collections.unmodifiableSortedMap(new TreeMap<>(earned));
    counted = Collections.unmodifiableSortedMap(new TreeMap<>(counted));
  }

  /** What there is to know of an event that is no purchase that was carried out. */
  public static Bought other(String event, String type, boolean refused) {
    return new Bought(
        event, refused ? REFUSED : type, LocalDate.EPOCH, 0, new TreeMap<>(), new TreeMap<>(), 0);
  }

  boolean isPurchase() {
    return type.equals(PURCHASE);
  }

  /** What can still be returned, in minor units. */
  public long left() {
    return amount - returned;
  }

  /** The same after so much more came back, in minor units. */
  Bought less(long back) {
    return new Bought(
        event, type, judgedOn, amount, earned, counted, others, Math.addExact(returned, back));
  }
}
