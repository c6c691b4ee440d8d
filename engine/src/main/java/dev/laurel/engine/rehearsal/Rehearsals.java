package dev.laurel.engine.rehearsal;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.ProgrammeView;
import dev.laurel.engine.overview.Sample;
import dev.laurel.engine.rehearsal.Rehearsed.Counted;
import dev.laurel.engine.rehearsal.Rehearsed.Difference;
import dev.laurel.engine.rehearsal.Rehearsed.Unknown;
import dev.laurel.engine.rehearsal.Rehearsed.Why;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rehearses changes of the draft on what members did. The first time takes some tenths of a second
 * for each change; what was found is kept for a while. Thread-safe; one rehearses at a time. May
 * throw {@link dev.laurel.engine.recording.StoreUnavailableException} and {@link
 * dev.laurel.engine.access.NotPermittedException}.
 *
 * @see <a href="../../../../../../../docs/decisions/053-rehearsals.md">053</a>
 */
public final class Rehearsals {
  /** So far back it is compared what members were given. */
  private static final int MONTHS = 12;

  /** What is to come is taken to have counted for at least so many days, however short it is. */
  private static final int LEAST_DAYS = 28;

  /** No more events than these are decided for one change, whoever has to be left out. */
  private static final int MOST_EVENTS = 20_000;

  private static final int MOST_EVENTS_OF_ONE = 2_000;
  private static final int MOST_KEPT = 100;

  /** What gives points, by the first part of its place. */
  private static final Set<String> GIVES =
      Set.of("earning", "tables", "challenges", "campaigns", "segments", "messages", "offers");

  private final Operation operation;
  private final Drafts drafts;
  private final ReentrantLock rehearsing = new ReentrantLock();
  private final Map<Asked, Rehearsed> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Rehearsed> eldest) {
          return size() > MOST_KEPT;
        }
      };
  private Optional<Base> base = Optional.empty();

  public Rehearsals(Operation operation, Drafts drafts) {
    this.operation = operation;
    this.drafts = drafts;
  }

  /** What a rehearsal depends on. */
  private record Asked(
      String before, String after, LocalDate from, Optional<LocalDate> begins, Drawn drawn) {}

  /** Whose past, as of which hour it was read. */
  private record Drawn(List<String> members, long of, long hour) {}

  /** The past of the members of a sample, and what one revision gives for it. */
  private record Base(Drawn drawn, Past past, String digest, List<Past.Given> given) {}

  /** The programme with a change and without it, both as if it had counted all the time. */
  private record Compared(PackResult.Read before, PackResult.Read after) {}

  /** What one change of the draft alone would have done to members. */
  public Rehearsed rehearse(Actor actor, SaidChange change) {
    return rehearse(actor, change.place(), change.kind().equals("moved"));
  }

  /**
   * What something that the draft adds alone would have done to members.
   *
   * @param place of the construct that is added
   */
  public Rehearsed rehearseAdded(Actor actor, String place) {
    return rehearse(actor, place, false);
  }

  private Rehearsed rehearse(Actor actor, String place, boolean moved) {
    DraftView draft = drafts.view(actor);
    Optional<Sample> sample = operation.overviews().sample(actor);
    if (!GIVES.contains(place.split("/", 2)[0])) return new Unknown(Why.GIVES_NOTHING);
    if (sample.filter(drawn -> drawn.of() > 0).isEmpty()) return new Unknown(Why.NOT_YET);
    ProgrammeView programme = operation.programme();
    Tree live = PackTree.of(programme.revision().pack());
    return Alone.of(live, draft.tree(), place, moved)
        .map(alone -> rehearse(actor, programme, place, live, alone, sample.get()))
        .orElseGet(() -> new Unknown(Why.NEEDS_OTHERS));
  }

  private Rehearsed rehearse(
      Actor actor, ProgrammeView programme, String place, Tree live, Tree alone, Sample sample) {
    LocalDate today = programme.now().atZone(programme.revision().zone()).toLocalDate();
    Optional<LocalDate> ahead = Alone.begins(alone, place, today);
    LocalDate year = today.minusMonths(MONTHS);
    LocalDate from =
        ahead
            .flatMap(begins ->
                Alone.ends(alone, place)
                    .map(ends -> ChronoUnit.DAYS.between(begins, ends) + 1)
                    .map(days -> today.minusDays(Math.max(days, LEAST_DAYS))))
            .filter(year::isBefore)
            .orElse(year);
    Optional<Compared> compared =
        ahead.isPresent()
            ? compared(Alone.always(live, place), Alone.always(alone, place))
            : compared(live, alone);
    if (compared.isEmpty()) return new Unknown(Why.NEEDS_OTHERS);
    if (!Revision.notEvaluated(compared.get().after().pack()).isEmpty())
      return new Unknown(Why.NOT_EVALUATED);
    Drawn drawn =
        new Drawn(
            sample.members(),
            sample.of(),
            programme.now().truncatedTo(ChronoUnit.HOURS).getEpochSecond());
    return known(actor, compared.get(), from, today, ahead, drawn);
  }

  private static Optional<Compared> compared(Tree before, Tree after) {
    return PackTree.check(before) instanceof PackResult.Read one
            && PackTree.check(after) instanceof PackResult.Read other
        ? Optional.of(new Compared(one, other))
        : Optional.empty();
  }

  private Rehearsed known(
      Actor actor,
      Compared compared,
      LocalDate from,
      LocalDate today,
      Optional<LocalDate> begins,
      Drawn drawn) {
    Asked asked =
        new Asked(compared.before().digest(), compared.after().digest(), from, begins, drawn);
    rehearsing.lock();
    try {
      Optional<Rehearsed> before = Optional.ofNullable(kept.get(asked));
      if (before.isPresent()) return before.get();
      Rehearsed now = counted(base(actor, compared.before(), drawn), compared, asked, today);
      kept.put(asked, now);
      return now;
    } finally {
      rehearsing.unlock();
    }
  }

  /** Most changes are compared with what is in force, so that is decided once for all of them. */
  private Base base(Actor actor, PackResult.Read by, Drawn drawn) {
    Optional<Base> known = base.filter(one -> one.drawn().equals(drawn));
    if (known.isPresent() && known.get().digest().equals(by.digest())) return known.get();
    Past past = known.map(Base::past).orElseGet(() -> new Past(histories(actor, drawn)));
    Base now = new Base(drawn, past, by.digest(), past.by(Revision.of(by.pack(), by.digest())));
    base = Optional.of(now);
    return now;
  }

  private List<List<Event>> histories(Actor actor, Drawn drawn) {
    List<List<Event>> histories = new ArrayList<>();
    int events = 0;
    for (String member : drawn.members()) {
      Optional<List<Event>> history =
          operation.insight().history(actor, member, MOST_EVENTS_OF_ONE);
      if (history.isEmpty()) continue;
      events += history.get().size();
      if (events > MOST_EVENTS && !histories.isEmpty()) break;
      histories.add(history.get());
    }
    return histories;
  }

  private static Rehearsed counted(Base base, Compared compared, Asked asked, LocalDate today) {
    PackResult.Read other = compared.after();
    List<Past.Given> after = base.past().by(Revision.of(other.pack(), other.digest()));
    SortedMap<String, Long> sums = new TreeMap<>();
    int touched = 0;
    for (int member = 0; member < after.size(); member++) {
      SortedMap<String, Long> now = after.get(member).from(asked.from());
      base.given()
          .get(member)
          .from(asked.from())
          .forEach((kind, units) -> now.merge(kind, -units, Math::addExact));
      now.values().removeIf(units -> units == 0);
      if (!now.isEmpty()) touched++;
      now.forEach((kind, units) -> sums.merge(kind, units, Math::addExact));
    }
    List<Difference> differences = new ArrayList<>();
    for (PointKind kind : other.pack().programme().pointKinds()) {
      long units = sums.getOrDefault(kind.id(), 0L);
      if (units != 0) differences.add(new Difference(kind.id(), units));
    }
    List<Rehearsed.Sent> messages = new ArrayList<>();
    sums.forEach((name, count) -> {
      if (name.startsWith(Past.MESSAGES) && count != 0)
        messages.add(new Rehearsed.Sent(name.substring(Past.MESSAGES.length()), count));
    });
    return new Counted(
        asked.from(),
        today,
        asked.begins(),
        after.size(),
        base.drawn().of(),
        touched,
        differences,
        messages);
  }
}
