package dev.laurel.engine.evaluate;

import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.StateJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.intake.Intake;
import dev.laurel.engine.intake.UnusableFileException;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.population.CountedMonths;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.spill.Spill;
import dev.laurel.rules.language.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Evaluates a history: reads the rows of the files into runs sorted by member, which go to disk
 * where they exceed their memory; then folds member by member on all threads and writes, in the
 * order of the members' ids (compared by UTF-16 code units):
 *
 * <ul>
 *   <li>{@code members.jsonl}: where each member stands
 *   <li>{@code ledger.jsonl}: every posting
 *   <li>{@code decisions.jsonl}: every decision with what the rules saw and what came of them
 *   <li>{@code refused.jsonl}: every refused row; first those that could not be read, in the order
 *       of the files, then those whose events could not be carried out, in the order of members
 *   <li>{@code summary.json}: how many of everything; rows add up
 * </ul>
 *
 * <p>Members and pools that something connects, a gift or a pool, are folded together in the order
 * of their time, one group after the other by their first ids, after all others.
 *
 * <p>Budgets of campaigns go from member to member in that order, not in the order of time, so that
 * who gets the last of one may be another than in a programme in operation; the summary says so.
 *
 * <p>Where segments ask for fifths of the population, that is the members of the history, counted
 * at the start of each month of the programme's zone; the summary tells where the fifths begin.
 *
 * <p>The bytes depend on the input and the revision alone, but for the times that the summary says
 * it took. Memory is bounded by the budget for rows, a few chunks of lines per thread, the names of
 * the events of the members that are being folded, the ids of those that something connects, and
 * the states of one group of them, which may have {@value GroupFolding#MOST} members.
 */
public final class Evaluation {
  private final EvaluationRequest request;
  private final Stopwatch watch;
  private final Progress progress;
  private final EventTerms terms;
  private final Optional<Instant> until;
  private final Optional<String> only;
  private final Optional<Outputs> outputs;
  private final List<RowCount> rows = new ArrayList<>();
  private final List<Long> blankLines = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final BudgetsInMemory budgets = new BudgetsInMemory();
  private Optional<CountedMonths> months = Optional.empty();
  private final Groups groups = new Groups();

  private Evaluation(
      EvaluationRequest request, Clock clock, Progress progress, Optional<Outputs> outputs) {
    this.request = request;
    this.watch = new Stopwatch(clock);
    this.progress = progress;
    this.outputs = outputs;
    this.terms = EventTerms.of(request.revision().pack());
    this.until = request.until().map(day -> day.atStartOfDay(terms.zone()).toInstant());
    // What others use of a budget is not there for this member, and they are the population.
    this.only =
        outputs.isPresent()
                || !request.revision().budgets().isEmpty()
                || !request.revision().rfm().isEmpty()
                || connects(request.revision())
            ? Optional.empty()
            : request.explain().map(EvaluationRequest.Explain::member);
  }

  /** Whether what happens to one member may happen to another by it. */
  private static boolean connects(Revision revision) {
    return revision.pack().programme().pointKinds().stream()
            .anyMatch(kind -> kind.transfer().isPresent() || kind.pooling().isPresent())
        || revision.refers();
  }

  /**
   * Evaluates.
   *
   * @param clock by which the summary tells how long it took
   * @throws UnusableFileException when the mapping cannot be followed in this file
   * @throws IOException when a file cannot be read or written; no result is then left behind
   * @throws InterruptedException when the thread is interrupted; no result is then left behind
   */
  public static Summary run(EvaluationRequest request, Clock clock, Progress progress)
      throws IOException, UnusableFileException, InterruptedException {
    if (request.out().isEmpty())
      return new Evaluation(request, clock, progress, Optional.empty()).run(temporary());
    try (Outputs outputs = Outputs.in(request.out().get())) {
      Summary summary =
          new Evaluation(request, clock, progress, Optional.of(outputs)).run(request.out().get());
      outputs.finish();
      return summary;
    }
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir", "."));
  }

  private Summary run(Path sorting)
      throws IOException, UnusableFileException, InterruptedException {
    long start = watch.nanos();
    try (Spill spill = new Spill(sorting, request.memory())) {
      try (Intake events = events()) {
        if (request.members().isPresent())
          try (Intake members = Intake.members(request.members().get(), terms)) {
            // A list of members goes first: what it says of a member is known from the first event
            // on.
            read(members, request.members().get(), spill);
          }
        read(events, request.events(), spill);
      }
      long read = watch.nanos();
      FoldCount folded = fold(spill, sorting);
      Summary.Times times =
          Summary.Times.of(
              Stopwatch.millis(read - start), Stopwatch.millis(watch.nanos() - read), folded);
      Summary summary = summary(folded, times);
      JsonWriter text = new JsonWriter();
      summary.write(request.revision(), terms, text);
      if (outputs.isPresent()) outputs.get().summary.write(text);
      return summary;
    }
  }

  private Intake events() throws IOException, UnusableFileException {
    Optional<Mapping> mapping = request.mapping();
    return mapping.isPresent()
        ? Intake.mapped(request.events(), mapping.get(), terms)
        : Intake.events(request.events(), terms);
  }

  private void read(Intake intake, Path path, Spill to) throws IOException, InterruptedException {
    String name = Intake.nameOf(path);
    RowCount count = new RowCount();
    Reading reading = new Reading(intake, files.size(), name, until, only);
    Ordered.run(
        request.threads(),
        intake::next,
        reading,
        batch -> {
          to.add(batch.run());
          batch.links().forEach(groups::add);
          count.add(batch.count());
          if (outputs.isPresent()) outputs.get().refused.write(batch.refused());
          progress.at(Progress.Stage.READING, intake.position(), intake.size());
        });
    files.add(name);
    rows.add(count);
    blankLines.add(intake.blankLines());
  }

  private FoldCount fold(Spill spill, Path sorting) throws IOException, InterruptedException {
    FoldPlan plan =
        new FoldPlan(
            new Fold(request.revision()),
            budgets,
            DecisionJson.of(terms),
            StateJson.of(terms),
            List.copyOf(files),
            until,
            request.explain(),
            outputs.isPresent(),
            watch);
    FoldCount count = new FoldCount();
    Optional<CountedMonths> counted =
        request.revision().rfm().isEmpty()
            ? Optional.empty()
            : new CountingMonths(spill, plan).count();
    months = counted;
    FoldPlan under = counted.map(plan::under).orElse(plan);
    try (Spill aside = new Spill(sorting, request.memory())) {
      long alone = foldAlone(under, spill, aside, count);
      new GroupFolding(under, groups)
          .fold(
              aside.merge(),
              folded -> take(folded, count),
              done -> progress.at(Progress.Stage.FOLDING, alone + done, spill.records()));
    }
    return count;
  }

  /** Folds those whom nothing connects with others, and puts the rows of the others aside. */
  private long foldAlone(FoldPlan plan, Spill spill, Spill aside, FoldCount count)
      throws IOException, InterruptedException {
    Folding folding = new Folding(plan);
    long[] done = {0};
    // A budget goes from member to member, whatever the number of threads.
    boolean alone = !request.revision().budgets().isEmpty();
    Ordered.run(
        alone ? 1 : request.threads(),
        new Chunks(new Rows(spill.merge(), groups, aside)),
        folding,
        folded -> {
          take(folded, count);
          done[0] += folded.chunkRows;
          folding.giveBack(folded);
          progress.at(Progress.Stage.FOLDING, done[0], spill.records());
        });
    return done[0];
  }

  private void take(Folded folded, FoldCount count) throws IOException {
    count.add(folded.count);
    for (int file = 0; file < rows.size(); file++) rows.get(file).add(folded.rows.get(file));
    if (outputs.isPresent()) {
      long start = watch.nanos();
      outputs.get().members.write(folded.members);
      outputs.get().ledger.write(folded.ledger);
      outputs.get().decisions.write(folded.decisions);
      outputs.get().refused.write(folded.refused);
      count.wrote(watch.nanos() - start);
    }
    request.explain().ifPresent(explain -> folded.explained.forEach(explain.lines()));
  }

  private Summary summary(FoldCount folded, Summary.Times times) {
    SortedMap<String, String> reasons = new TreeMap<>();
    request
        .mapping()
        .ifPresent(
            mapping -> mapping.leaveOut().forEach(row -> reasons.put(row.id(), row.reason())));
    int last = rows.size() - 1;
    Optional<Summary.FileCount> members =
        last == 0
            ? Optional.empty()
            : Optional.of(
                new Summary.FileCount(rows.getFirst(), blankLines.getFirst(), new TreeMap<>()));
    return new Summary(
        new Summary.FileCount(rows.get(last), blankLines.get(last), reasons),
        members,
        folded,
        budgets.used(),
        months.map(CountedMonths::all).orElse(List.of()),
        times);
  }
}
