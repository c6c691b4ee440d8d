package dev.laurel.engine.fold;

import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Decision.Refusal;
import dev.laurel.engine.decision.Grants;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The revisions of a programme one after the other, each from an instant on; the first one from
 * ever on. An event is decided by the revision in force at the instant as of which it is judged,
 * and so is what falls due by time. Immutable and thread-safe.
 *
 * @see <a href="../../../../../../../docs/decisions/035-one-revision-after-the-other.md">035</a>
 */
public final class Timeline {
  /** So much before a revision comes into force its predecessor is still asked what falls due. */
  private static final long JUST_BEFORE_NANOS = 1;

  private record Stage(Instant from, Supplier<Fold> fold) {}

  private final List<Stage> stages;

  private Timeline(List<Stage> stages) {
    this.stages = List.copyOf(stages);
  }

  /** One revision for all times. */
  public static Timeline of(Fold fold) {
    return new Timeline(List.of(new Stage(Instant.MIN, () -> fold)));
  }

  /**
   * The same with one more revision.
   *
   * @param from at or after the instant from which on the last one is in force
   * @param fold asked when it is needed first and each time after that; gives the same each time
   */
  public Timeline with(Instant from, Supplier<Fold> fold) {
    if (from.isBefore(stages.getLast().from()))
      throw new IllegalArgumentException(
          "The next revision is in force from %s, before the one that it follows (%s)."
              .formatted(from, stages.getLast().from()));
    List<Stage> more = new ArrayList<>(stages);
    more.add(new Stage(from, fold));
    return new Timeline(more);
  }

  /** The same with another population. */
  public Timeline under(Population other) {
    return new Timeline(
        stages.stream()
            .map(stage -> new Stage(stage.from(), () -> stage.fold().get().under(other)))
            .toList());
  }

  /** The fold of the revision in force at an instant. */
  public Fold at(Instant instant) {
    return stages.get(index(instant)).fold().get();
  }

  /** The revision of this digest, where it is one of these. */
  public Optional<Revision> revision(String digest) {
    return stages.stream()
        .map(stage -> stage.fold().get().decider().revision())
        .filter(revision -> revision.digest().equals(digest))
        .findFirst();
  }

  private int index(Instant instant) {
    int index = stages.size() - 1;
    while (index > 0 && stages.get(index).from().isAfter(instant)) index--;
    return index;
  }

  /**
   * Brings the member to the event's time, then decides the event; see {@link Fold#fold}.
   *
   * @param state one of any revision in this timeline
   */
  public MemberState fold(MemberState state, Event event, Consumer<Decision> each) {
    return fold(state, event, _ -> Grants.NONE, each);
  }

  /**
   * The same under programmes with budgets.
   *
   * @param grants by the fold that decides, is asked for what the event needs of campaigns' budgets
   */
  public MemberState fold(
      MemberState state, Event event, Function<Fold, Grants> grants, Consumer<Decision> each) {
    Instant asOf = Fold.judged(state, event);
    Fold fold = at(asOf);
    MemberState before =
        state.version() == 0
            ? fold.begin(event.member()).with(state.asOf())
            : passTime(state, asOf, grants, each);
    return fold.fold(before, event, asOf, grants.apply(fold), each);
  }

  /** Refuses an event that was not decided before; see {@link Fold#refuse}. */
  public Decision refuse(MemberState state, Event event, Refusal why) {
    return refuse(state, event, why, Set.of());
  }

  /** See {@link Fold#refuse}. */
  public Decision refuse(MemberState state, Event event, Refusal why, Set<String> messages) {
    Instant asOf = Fold.judged(state, event);
    return at(asOf)
        .refuse(passTime(state, asOf, _ -> Grants.FREELY, _ -> {}), event, why, messages);
  }

  /**
   * Does what falls due up to and at this instant, revision by revision. The state is then one of
   * the revision in force at the instant, or at its own where that lies later. No programme may
   * have a budget.
   */
  public MemberState passTime(MemberState state, Instant until, Consumer<Decision> each) {
    return passTime(state, until, _ -> Grants.NONE, each);
  }

  /**
   * The same for whoever keeps what comes of it.
   *
   * @param grants by the fold that decides, is asked for what time needs of budgets and for codes
   */
  public MemberState passTime(
      MemberState state, Instant until, Function<Fold, Grants> grants, Consumer<Decision> each) {
    if (state.version() == 0) return under(state, index(until));
    int last = Math.max(index(until), index(state.asOf()));
    MemberState now = fitted(state);
    for (int stage = index(state.asOf()); stage < last; stage++) {
      Instant end = stages.get(stage + 1).from().minusNanos(JUST_BEFORE_NANOS);
      Fold fold = stages.get(stage).fold().get();
      Fold next = stages.get(stage + 1).fold().get();
      now = under(fold.passTime(now, end, grants.apply(fold), each), stage + 1);
      now = next.begin(now, stages.get(stage + 1).from(), grants.apply(next), each);
    }
    Fold fold = stages.get(last).fold().get();
    return fold.passTime(now, until, grants.apply(fold), each);
  }

  /**
   * When something next falls due by time alone, by the revision in force then; empty where nothing
   * ever does.
   *
   * @param state as {@link #fold} or {@link #passTime} left it
   */
  public Optional<Instant> nextDue(MemberState state) {
    if (state.version() == 0) return Optional.empty();
    MemberState now = fitted(state);
    for (int stage = index(state.asOf()); ; stage++) {
      Optional<Instant> due =
          stages.get(stage).fold().get().nextDue(now).stream().findFirst().map(Event::occurredAt);
      if (stage + 1 == stages.size()) return due;
      Instant end = stages.get(stage + 1).from();
      if (due.isPresent() && due.get().isBefore(end)) return due;
      now = under(now, stage + 1);
      if (stages.get(stage + 1).fold().get().isDueFrom(now, end)) return Optional.of(end);
    }
  }

  /** Of an event that lay ahead a state may be that was folded before the revision was known. */
  private MemberState fitted(MemberState state) {
    int stage = index(state.asOf());
    return stages.get(stage).fold().get().decider().fits(state) ? state : under(state, stage);
  }

  /** The state as the revision of a stage wants it, from the beginning of that stage on. */
  private MemberState under(MemberState state, int stage) {
    Fold fold = stages.get(stage).fold().get();
    if (state.version() == 0) return fold.begin(state.member()).with(state.asOf());
    // Of none of these: whoever decides on it says so.
    return counting(state)
        .map(from ->
            fold.decider().adopt(state, from, before(stage, state), stages.get(stage).from()))
        .orElse(state);
  }

  /** The revision before a stage that has the ladders on which a state stands. */
  private Optional<Revision> before(int stage, MemberState state) {
    for (int i = stage - 1; i >= 0; i--) {
      Decider decider = stages.get(i).fold().get().decider();
      if (decider.fits(state)) return Optional.of(decider.revision());
    }
    return Optional.empty();
  }

  /** The revision by whose metrics a state counts. */
  private Optional<Revision> counting(MemberState state) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      Revision revision = stages.get(i).fold().get().decider().revision();
      if (revision.metricSet().equals(state.metricSet())) return Optional.of(revision);
    }
    return Optional.empty();
  }
}
