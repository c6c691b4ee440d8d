package dev.laurel.engine.operation;

import dev.laurel.engine.decision.Sides;
import dev.laurel.engine.evaluate.Progress;
import dev.laurel.engine.evaluate.SortedHistory;
import dev.laurel.engine.event.Event;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Records a whole history, several batches at once. The events of a member go in one batch, or one
 * after the other where they are too many for that, so that each is decided before those after it.
 * What was recorded before is only answered again: an import that broke off is run once more. What
 * goes between accounts is refused by name, to be sent afterwards. Not thread-safe.
 *
 * @see "engine/docs/decisions/059-pools.md"
 */
public final class HistoryImport {
  /** The most events of a batch. */
  public static final int BATCH = 1_000;

  /** What came of an event. */
  public enum Came {
    /** It was decided now. */
    RECORDED,
    /** It was decided before, with the same content. */
    REPLAYED,
    /** Another event with its source and id was recorded before. */
    CONFLICT,
    /** It was not recorded, such as one that lies ahead. */
    REFUSED,
    /** It was recorded, and its decision says why it could not be carried out. */
    NOT_CARRIED_OUT
  }

  /**
   * What came of an event, and why.
   *
   * @param why a sentence; empty where it was recorded and carried out
   */
  public record Answer(Came came, String why) {}

  /** Where events are recorded. Thread-safe. */
  @FunctionalInterface
  public interface Target {
    /**
     * Records events; asks again by itself where it is told to come later.
     *
     * @param events at most {@value #BATCH}, those of a member in their order
     * @return what came of each, in the order in which they were given
     */
    List<Answer> record(List<Event> events) throws IOException, InterruptedException;
  }

  /** Is told of events that were not recorded or not carried out, by the thread that imports. */
  @FunctionalInterface
  public interface Troubles {
    void of(Event event, Answer answer);
  }

  private record UnderWay(List<Event> events, Future<List<Answer>> answers) {}

  private final Target target;
  private final Troubles troubles;
  private final Progress progress;
  private final long all;
  private final int atOnce;
  private final ExecutorService workers;
  private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();
  private final Map<Came, Long> counts = new EnumMap<>(Came.class);
  private List<Event> batch = new ArrayList<>();
  private List<Event> own = new ArrayList<>();
  private long done;

  private HistoryImport(Target target, Troubles troubles, Progress progress, long all, int atOnce) {
    this.target = target;
    this.troubles = troubles;
    this.progress = progress;
    this.all = all;
    this.atOnce = atOnce;
    this.workers =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().daemon().name("import-", 1).factory());
    for (Came came : Came.values()) counts.put(came, 0L);
  }

  /**
   * Imports.
   *
   * @param atOnce how many batches are under way at once, 1 or more
   * @return how many events came to what
   * @throws IOException when a file or the target cannot be reached; what was recorded stays
   */
  public static Map<Came, Long> run(
      SortedHistory history, Target target, Troubles troubles, Progress progress, int atOnce)
      throws IOException, InterruptedException {
    HistoryImport work = new HistoryImport(target, troubles, progress, history.events(), atOnce);
    try {
      history.forEach(work::add);
      work.endMember();
      work.send();
      work.awaitAll();
      return work.counts;
    } finally {
      work.workers.shutdownNow();
    }
  }

  private void add(Event event) throws IOException, InterruptedException {
    Optional<Answer> not = betweenAccounts(event);
    if (not.isPresent()) {
      came(event, not.get());
      progress.at(Progress.Stage.RECORDING, ++done, all);
      return;
    }
    if (!own.isEmpty() && !own.getFirst().member().equals(event.member())) endMember();
    if (own.size() == BATCH) {
      send();
      batch = own;
      own = new ArrayList<>();
      send();
      awaitAll();
    }
    own.add(event);
  }

  private void endMember() throws IOException, InterruptedException {
    if (batch.size() + own.size() > BATCH) send();
    batch.addAll(own);
    own = new ArrayList<>();
  }

  private void send() throws IOException, InterruptedException {
    if (batch.isEmpty()) return;
    List<Event> events = batch;
    batch = new ArrayList<>();
    // One that is worked on and one that waits for each.
    while (underWay.size() >= 2 * atOnce) awaitFirst();
    underWay.add(new UnderWay(events, workers.submit(() -> target.record(events))));
  }

  private void awaitAll() throws IOException, InterruptedException {
    while (!underWay.isEmpty()) awaitFirst();
  }

  private void awaitFirst() throws IOException, InterruptedException {
    UnderWay first = underWay.remove();
    List<Answer> answers = answers(first);
    for (int i = 0; i < answers.size(); i++) came(first.events().get(i), answers.get(i));
    done += answers.size();
    progress.at(Progress.Stage.RECORDING, done, all);
  }

  private void came(Event event, Answer answer) {
    counts.merge(answer.came(), 1L, Long::sum);
    if (!answer.why().isEmpty()) troubles.of(event, answer);
  }

  /**
   * What asks how another account stands is judged by what was recorded of that one, which in an
   * import hangs on the order of ids and keeps its answer for ever. So it is not recorded here.
   */
  private static Optional<Answer> betweenAccounts(Event event) {
    if (event.body() instanceof Event.Body.Transfer)
      return Optional.of(refused(event, "transfer-between-members"));
    if (Sides.named(event).isPresent())
      return Optional.of(refused(event, "referral-between-members"));
    return Event.isPool(event.member())
        ? Optional.of(refused(event, "pool-of-members"))
        : Optional.empty();
  }

  private static Answer refused(Event event, String code) {
    return new Answer(
        Came.REFUSED,
        "[%s] The %s %s of %s was not recorded: an import goes from one account to the next, and this hangs on another one. Once the import is done, send what was refused so to the server, one after the other in the order of time."
            .formatted(code, event.type(), event.id(), event.member()));
  }

  private static List<Answer> answers(UnderWay batch) throws IOException, InterruptedException {
    try {
      return batch.answers().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) throw io;
      if (e.getCause() instanceof RuntimeException known) throw known;
      if (e.getCause() instanceof Error error) throw error;
      throw new IllegalStateException(e.getCause());
    }
  }
}
