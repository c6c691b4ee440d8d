package dev.laurel.engine.overview;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.MemberStore;
import dev.laurel.engine.recording.StoreUnavailableException;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Ladder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts all members again and again, and tells what was counted last. One thread counts; all else
 * is thread-safe.
 */
public final class Overviews implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Overviews.class);
  private static final int PAGE = 500;

  /** Counting rests so many times as long as it took, so that it never takes more than a share. */
  private static final int RESTS = 20;

  private static final Duration LEAST_REST = Duration.ofSeconds(10);
  private static final Duration MOST_REST = Duration.ofHours(1);

  private final MemberStore members;
  private final OverviewStore store;
  private final Supplier<Timeline> timeline;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("overview").daemon().factory());
  private volatile Consumer<BooleanSupplier> before = _ -> {};
  private volatile boolean closing;
  private volatile Optional<Overview> latest = Optional.empty();
  private volatile Optional<Positions> positions = Optional.empty();
  private volatile Optional<Sample> sample = Optional.empty();

  /**
   * @param timeline asked for each count
   * @param nanos how much time goes by, in nanoseconds since some moment
   */
  public Overviews(
      MemberStore members,
      OverviewStore store,
      Supplier<Timeline> timeline,
      InstantSource clock,
      LongSupplier nanos) {
    this.members = members;
    this.nanos = nanos;
    this.store = store;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * From now on counts by itself.
   *
   * @param before done before each count, by the same thread; is given what says that it should end
   */
  public void start(Consumer<BooleanSupplier> before) {
    this.before = before;
    thread.schedule(this::run, 0, TimeUnit.MILLISECONDS);
  }

  private void run() {
    long began = nanos.getAsLong();
    try {
      before.accept(() -> closing);
      count();
    } catch (StoreUnavailableException e) {
      LOG.warn("Members are counted later: {}", e.getMessage());
    } catch (RuntimeException e) {
      // Were it thrown on, nobody would count again.
      LOG.error("Members could not be counted", e);
    }
    Duration rest = Duration.ofNanos(nanos.getAsLong() - began).multipliedBy(RESTS);
    if (rest.compareTo(LEAST_REST) < 0) rest = LEAST_REST;
    if (rest.compareTo(MOST_REST) > 0) rest = MOST_REST;
    if (!closing) thread.schedule(this::run, rest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Counts all members now, in pages, and keeps the overview of the day.
   *
   * @return empty where it was told to end before it had counted all
   */
  public Optional<Overview> count() {
    Instant asOf = clock.instant();
    Timeline revisions = timeline.get();
    Fold fold = revisions.at(asOf);
    Revision by = fold.decider().revision();
    Counting counting = new Counting(by, asOf);
    Positions gathered = new Positions(by, asOf);
    Sample.Drawing drawing = new Sample.Drawing();
    String after = "";
    while (!closing) {
      List<MemberRecord> page = members.page(after, PAGE);
      for (MemberRecord record : page) {
        counting.add(fold.seen(present(revisions, by, record.state(), asOf), asOf));
        if (Event.isPool(record.member())) continue;
        gathered.add(record.state());
        drawing.add(record.member());
      }
      if (page.size() < PAGE) {
        Overview counted = counting.overview(asOf);
        store.put(asOf.atZone(by.zone()).toLocalDate(), counted);
        positions = Optional.of(gathered);
        sample = Optional.of(drawing.sample(asOf));
        latest = Optional.of(counted);
        return latest;
      }
      after = page.getLast().member();
    }
    return Optional.empty();
  }

  /**
   * Whoever nothing has happened to since the revision came into force is taken over for it. What
   * falls due by then counts as if all that it asks for were there, since nothing of it is kept.
   */
  private static MemberState present(
      Timeline revisions, Revision by, MemberState state, Instant asOf) {
    return state.metricSet().equals(by.metricSet())
        ? state
        : revisions.passTime(state, asOf, _ -> Grants.FREELY, _ -> {});
  }

  /** What was counted last; empty where nothing was yet. */
  public Optional<Overview> latest() {
    Optional<Overview> known = latest;
    return known.isPresent() ? known : store.latest();
  }

  /** Where members stood when this process last counted them; empty where it has not yet. */
  public Optional<Positions> positions(Actor actor) {
    actor.require(Permission.READ_MEMBERS);
    return positions;
  }

  /** Some of the members that this process counted last; empty where it has not yet. */
  public Optional<Sample> sample(Actor actor) {
    actor.require(Permission.READ_MEMBERS);
    return sample;
  }

  /**
   * Who would stand where by another form of a ladder; see {@link Positions#forecast}.
   *
   * @throws dev.laurel.engine.access.NotPermittedException when the actor may not read about
   *     members
   */
  public Forecast forecast(Actor actor, Ladder other) {
    return positions(actor)
        .map(all -> all.forecast(other))
        .orElseGet(() -> new Forecast.Unknown(Forecast.Why.NOT_YET, ""));
  }

  /**
   * Who would stand where by one change of a draft alone.
   *
   * @param live the ladders in force
   * @param draft those of the draft
   * @param place of the construct that is changed
   * @return empty where the change is on no ladder in force, or nothing can be counted of it
   * @throws dev.laurel.engine.access.NotPermittedException when the actor may not read about
   *     members
   */
  public Optional<Forecast.Counted> effect(
      Actor actor, List<Ladder> live, List<Ladder> draft, String place) {
    Optional<Positions> positions = positions(actor);
    return OneChange.of(live, draft, place)
        .flatMap(ladder -> positions.map(all -> all.forecast(ladder)))
        .filter(Forecast.Counted.class::isInstance)
        .map(Forecast.Counted.class::cast);
  }

  /** What was counted on this day or last before it; the first that there is where none was. */
  public Optional<Overview> onOrBefore(LocalDate day) {
    return store.onOrBefore(day);
  }

  /** Ends counting; a pass that is under way is given up. */
  @Override
  public void close() {
    closing = true;
    thread.shutdownNow();
    thread.close();
  }
}
