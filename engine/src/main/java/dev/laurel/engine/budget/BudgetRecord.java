package dev.laurel.engine.budget;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of a budget, replaced as one. Immutable. What was used is the total without what is
 * left and without what of the shares is not used.
 *
 * @param key see {@link dev.laurel.engine.revision.BudgetPlan#key}
 * @param version counts the replacements, from 1
 * @param revision the number of the revision that set the total
 * @param total in the budget's unit
 * @param left what nobody has taken; below 0 where a later revision lowered the total under it
 * @param shares what processes have taken to grant from, by number
 */
public record BudgetRecord(
    String key, long version, int revision, long total, long left, SortedMap<Long, Share> shares) {
  /**
   * A share of the budget.
   *
   * @param amount what may be granted from it, and what was
   * @param until when whoever took it must have said that it goes on
   */
  public record Share(long amount, Instant until) {}

  public BudgetRecord {
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
  }

  /** A budget of which nobody has taken anything, before it is kept. */
  static BudgetRecord begin(String key, int revision, long total) {
    return new BudgetRecord(key, 0, revision, total, total, new TreeMap<>());
  }

  /** As a revision has it; one before that which set the total changes nothing. */
  BudgetRecord under(int number, long other) {
    return number <= revision
        ? this
        : new BudgetRecord(key, version, number, other, left + (other - total), shares);
  }

  /** So much of a share goes back; the share is gone where it is not needed any more. */
  BudgetRecord back(long number, long amount, boolean gone) {
    Share share = shares.get(number);
    if (share == null) return this;
    SortedMap<Long, Share> others = new TreeMap<>(shares);
    if (gone) others.remove(number);
    else others.put(number, new Share(share.amount() - amount, share.until()));
    return new BudgetRecord(key, version, revision, total, left + amount, others);
  }

  /** A share is taken, with the number of the next version. */
  BudgetRecord taken(long amount, Instant until) {
    SortedMap<Long, Share> more = new TreeMap<>(shares);
    more.put(version + 1, new Share(amount, until));
    return new BudgetRecord(key, version, revision, total, left - amount, more);
  }

  /** A share is kept for longer. */
  BudgetRecord kept(long number, Instant until) {
    SortedMap<Long, Share> others = new TreeMap<>(shares);
    others.computeIfPresent(number, (_, share) -> new Share(share.amount(), until));
    return new BudgetRecord(key, version, revision, total, left, others);
  }

  BudgetRecord next() {
    return new BudgetRecord(key, version + 1, revision, total, left, shares);
  }
}
