package dev.laurel.engine.population;

import dev.laurel.engine.decision.Having;
import dev.laurel.engine.fold.Population;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.member.Quintiles.Ranked;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.revision.SegmentPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A population of which all is known that its members did, counted at the start of each month: by
 * what was found it is judged until the next month begins. The members are gone through several
 * times. Takes some 200 KB for each month and time that is looked at. Thread-safe once it is known.
 */
public final class CountedMonths implements Population {
  /** Fifty years; of a longer history the first ones are not counted. */
  private static final int MOST = 600;

  private final Revision revision;
  private final Having having;
  private final List<LocalDate> months;
  private final List<SortedMap<String, Ranking>> rankings = new ArrayList<>();
  private final TreeMap<Instant, Quintiles> found = new TreeMap<>();

  /**
   * @param first when the first of all members did something
   * @param last when the last of them did, or at least until when it is looked at
   */
  public CountedMonths(Revision revision, Instant first, Instant last) {
    this.revision = revision;
    this.having = new Having(revision);
    this.months = months(day(first), day(last));
    for (int i = 0; i < months.size(); i++) {
      SortedMap<String, Ranking> of = new TreeMap<>();
      for (SegmentPlan.Rfm rfm : revision.rfm()) of.put(rfm.over(), new Ranking());
      rankings.add(of);
    }
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(revision.zone()).toLocalDate();
  }

  private static List<LocalDate> months(LocalDate first, LocalDate last) {
    List<LocalDate> months = new ArrayList<>();
    for (LocalDate month = last.withDayOfMonth(1);
        month.isAfter(first) && months.size() < MOST;
        month = month.minusMonths(1)) months.add(month);
    Collections.reverse(months);
    return months;
  }

  /** One member, from the first event on. */
  public Member member() {
    return new Member();
  }

  /** One member in this pass. Not thread-safe. */
  public final class Member {
    private int next;

    private Member() {}

    /**
     * Notes how the member stood at the start of each month up to an instant.
     *
     * @param state after all that happened before it
     */
    public void upTo(Instant instant, MemberState state) {
      for (; next < months.size() && !months.get(next).isAfter(day(instant)); next++)
        add(next, state);
    }

    /** Notes how the member stood at the start of each month after the last event. */
    public void end(MemberState state) {
      for (; next < months.size(); next++) add(next, state);
    }

    private void add(int month, MemberState state) {
      if (state.version() == 0) return;
      // What was bought on the day before is the last that counts at the start of a month.
      LocalDate before = months.get(month).minusDays(1);
      for (SegmentPlan.Rfm rfm : revision.rfm()) {
        Optional<Ranked> ranked = having.ranked(state, rfm, before);
        Ranking ranking = rankings.get(month).get(rfm.over());
        if (ranking != null) ranked.ifPresent(ranking::add);
      }
    }
  }

  /** Ends a pass; whether another one over all members is needed. */
  public boolean endPass() {
    boolean more = false;
    for (SortedMap<String, Ranking> month : rankings)
      for (Ranking ranking : month.values()) more |= ranking.endPass();
    if (more) return true;
    for (int i = 0; i < months.size(); i++) {
      SortedMap<String, Quintiles.Bounds> over = new TreeMap<>();
      rankings.get(i).forEach((described, ranking) -> over.put(described, ranking.bounds()));
      Instant from = months.get(i).atStartOfDay(revision.zone()).toInstant();
      found.put(from, new Quintiles(months.get(i), from, over));
    }
    rankings.clear();
    return false;
  }

  @Override
  public Optional<Quintiles> at(Instant asOf) {
    return Optional.ofNullable(found.floorEntry(asOf)).map(Map.Entry::getValue);
  }

  /** What was found, in the order of the months. */
  public List<Quintiles> all() {
    return List.copyOf(found.values());
  }
}
