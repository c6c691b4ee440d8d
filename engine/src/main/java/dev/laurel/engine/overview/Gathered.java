package dev.laurel.engine.overview;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all members had together beside tiers and points. Immutable.
 *
 * @param segments how many members belonged to each segment
 * @param benefits what became of each benefit
 * @param groups by campaign and group what its groups are compared by
 * @param challenges how far members were with each challenge
 * @param skipped how many members could not be looked at, since their states still count by other
 *     metrics than the revision's
 */
public record Gathered(
    SortedMap<String, Long> segments,
    SortedMap<String, Benefit> benefits,
    SortedMap<String, SortedMap<String, Group>> groups,
    SortedMap<String, Challenge> challenges,
    Long skipped) {
  public static final Gathered NOTHING =
      new Gathered(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  /** The same of members all of whom could be looked at. */
  public Gathered(
      SortedMap<String, Long> segments,
      SortedMap<String, Benefit> benefits,
      SortedMap<String, SortedMap<String, Group>> groups,
      SortedMap<String, Challenge> challenges) {
    this(segments, benefits, groups, challenges, 0L);
  }

  /**
   * What became of a benefit.
   *
   * @param holders members who had it, or to whom it was handed out and who could use it yet
   * @param issued how many were handed out or redeemed
   * @param used how often it was used
   * @param expired how many lapsed
   */
  public record Benefit(long holders, long issued, long used, long expired) {
    Benefit plus(Benefit other) {
      return new Benefit(
          holders + other.holders,
          issued + other.issued,
          used + other.used,
          expired + other.expired);
    }
  }

  /**
   * What the groups of a campaign are compared by.
   *
   * @param members who bought something that the campaign is for while it ran
   * @param purchases how many of these purchases there were
   * @param amount what they came to, in minor units
   * @param points what the campaign's rules gave for them, in millionths of points of all kinds
   */
  public record Group(long members, long purchases, long amount, long points) {
    Group plus(Group other) {
      return new Group(
          members + other.members,
          purchases + other.purchases,
          Math.addExact(amount, other.amount),
          Math.addExact(points, other.points));
    }
  }

  /**
   * How far members were with a challenge.
   *
   * @param begun who had begun and not completed it
   * @param completed who had completed it, once or more often
   */
  public record Challenge(long begun, long completed) {
    Challenge plus(Challenge other) {
      return new Challenge(begun + other.begun, completed + other.completed);
    }
  }

  public Gathered {
    segments = Collections.unmodifiableSortedMap(new TreeMap<>(segments));
    benefits = Collections.unmodifiableSortedMap(new TreeMap<>(benefits));
    SortedMap<String, SortedMap<String, Group>> copy = new TreeMap<>();
    groups.forEach(
        (campaign, of) -> copy.put(campaign, Collections.unmodifiableSortedMap(new TreeMap<>(of))));
    groups = Collections.unmodifiableSortedMap(copy);
    challenges = Collections.unmodifiableSortedMap(new TreeMap<>(challenges));
    // Overviews of earlier days say nothing of it.
    skipped = Objects.requireNonNullElse(skipped, 0L);
  }
}
