package dev.laurel.engine.population;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.recording.LeaseStore;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.MemberStore;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.revision.SegmentPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes the snapshot of a day: goes through all members in pages, several times, until it is known
 * where the fifths begin. One process of several does it, and whoever comes next goes on where it
 * broke off. Whoever is changed during it may be counted as before or as after. To be run by one
 * thread.
 */
public final class QuintilePass {
  private static final String NAME = "quintiles";
  private static final int PAGE = 500;

  /** After so many pages it is noted how far it is. */
  private static final int NOTED = 20;

  /** A page takes far less; who dies holds it up for so long. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final MemberStore members;
  private final LeaseStore leases;
  private final QuintileStore store;
  private final KnownQuintiles known;
  private final Supplier<Timeline> timeline;
  private final InstantSource clock;

  public QuintilePass(
      MemberStore members,
      LeaseStore leases,
      QuintileStore store,
      KnownQuintiles known,
      Supplier<Timeline> timeline,
      InstantSource clock) {
    this.members = members;
    this.leases = leases;
    this.store = store;
    this.known = known;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * Takes the snapshot of this day, where the programme in force asks for one and there is none yet
   * of all the times that it looks at.
   *
   * @param ends asked after each page; whoever is told to end goes on another time
   * @return the snapshot; empty where none was taken now
   */
  public Optional<Quintiles> run(BooleanSupplier ends) {
    Instant now = clock.instant();
    Timeline revisions = timeline.get();
    Revision revision = revisions.at(now).decider().revision();
    LocalDate day = now.atZone(revision.zone()).toLocalDate();
    if (revision.rfm().isEmpty() || isTaken(day, revision)) return Optional.empty();
    Optional<String> progress = leases.take(NAME, LEASE);
    if (progress.isEmpty()) return Optional.empty();
    try {
      // Somebody else may have taken it just before.
      if (isTaken(day, revision)) return Optional.empty();
      Way way = Way.goOn(progress.get(), day, revision).orElseGet(() -> Way.begin(day, revision));
      return new Going(revisions, revision, now, way).on(ends);
    } finally {
      leases.release(NAME);
    }
  }

  private boolean isTaken(LocalDate day, Revision revision) {
    return known
        .newest()
        .filter(last -> !last.day().isBefore(day))
        .filter(
            last -> revision.rfm().stream().allMatch(rfm -> last.over().containsKey(rfm.over())))
        .isPresent();
  }

  /** Goes through the members. */
  private final class Going {
    private final Timeline revisions;
    private final Revision revision;
    private final Having having;
    private final Instant now;
    private final Way way;

    Going(Timeline revisions, Revision revision, Instant now, Way way) {
      this.revisions = revisions;
      this.revision = revision;
      this.having = new Having(revision);
      this.now = now;
      this.way = way;
    }

    Optional<Quintiles> on(BooleanSupplier ends) {
      for (int pages = 1; ; pages++) {
        List<MemberRecord> page = members.page(way.after, PAGE);
        for (MemberRecord record : page)
          if (!Event.isPool(record.member())) add(present(record.state()));
        if (page.size() < PAGE) {
          if (!way.endPass()) return Optional.of(kept());
        } else way.after = page.getLast().member();
        boolean stops = ends.getAsBoolean();
        if ((stops || pages % NOTED == 0) && !leases.note(NAME, way.written()))
          return Optional.empty();
        if (stops || leases.take(NAME, LEASE).isEmpty()) return Optional.empty();
      }
    }

    private void add(MemberState state) {
      for (SegmentPlan.Rfm rfm : revision.rfm())
        having.ranked(state, rfm, way.day).ifPresent(ranked -> way.ranking(rfm.over()).add(ranked));
    }

    /**
     * Of whoever nothing has happened to since the revision came into force. What falls due by then
     * counts as if all that it asks for were there, since nothing of it is kept.
     */
    private MemberState present(MemberState state) {
      return state.metricSet().equals(revision.metricSet())
          ? state
          : revisions.passTime(state, now, _ -> Grants.FREELY, _ -> {});
    }

    private Quintiles kept() {
      SortedMap<String, Quintiles.Bounds> over = new TreeMap<>();
      way.rankings.forEach((described, ranking) -> over.put(described, ranking.bounds()));
      Instant from = clock.instant().plus(KnownQuintiles.NOTICE).truncatedTo(ChronoUnit.SECONDS);
      Quintiles taken = new Quintiles(way.day, from, over);
      store.keep(taken);
      leases.note(NAME, "");
      return taken;
    }
  }

  /** How far the members were gone through. */
  private static final class Way {
    private final LocalDate day;
    private final SortedMap<String, Ranking> rankings;
    private String after;

    private Way(LocalDate day, String after, SortedMap<String, Ranking> rankings) {
      this.day = day;
      this.after = after;
      this.rankings = rankings;
    }

    static Way begin(LocalDate day, Revision revision) {
      return new Way(
          day,
          "",
          revision.rfm().stream()
              .collect(
                  Collectors.toMap(
                      SegmentPlan.Rfm::over, _ -> new Ranking(), (a, _) -> a, TreeMap::new)));
    }

    /** Where somebody broke off on the same day, looking at the same times. */
    static Optional<Way> goOn(String progress, LocalDate day, Revision revision) {
      if (progress.isEmpty()) return Optional.empty();
      byte[] bytes = Base64.getDecoder().decode(progress);
      BinaryReader from = new BinaryReader().over(bytes, 0, bytes.length);
      LocalDate begun = LocalDate.ofEpochDay(from.number());
      String after = from.text();
      SortedMap<String, Ranking> rankings = new TreeMap<>();
      for (int left = from.size(); left > 0; left--) rankings.put(from.text(), Ranking.read(from));
      return Optional.of(new Way(begun, after, rankings))
          .filter(way -> way.day.equals(day))
          .filter(way -> way.rankings.keySet().equals(begin(day, revision).rankings.keySet()));
    }

    String written() {
      BinaryWriter to = new BinaryWriter();
      to.number(day.toEpochDay()).text(after).count(rankings.size());
      for (Map.Entry<String, Ranking> each : rankings.entrySet())
        each.getValue().write(to.text(each.getKey()));
      return Base64.getEncoder().encodeToString(Arrays.copyOf(to.memory(), to.size()));
    }

    Ranking ranking(String over) {
      return Objects.requireNonNull(rankings.get(over), over);
    }

    /** Whether another pass is needed, which begins with the first member again. */
    boolean endPass() {
      after = "";
      boolean more = false;
      for (Ranking ranking : rankings.values()) more |= ranking.endPass();
      return more;
    }
  }
}
