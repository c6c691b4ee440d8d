package dev.laurel.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.engine.evaluate.SortedHistory;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.intake.UnusableFileException;
import dev.laurel.engine.operation.DirectTarget;
import dev.laurel.engine.operation.HistoryImport;
import dev.laurel.engine.operation.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the members of the example while it is served, so that whoever looks for the first time
 * sees a programme that lives. Their year is put forward by whole weeks until it ends in the week
 * before today. What broke off goes on at the next start. Thread-safe.
 */
final class ExampleMembers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExampleMembers.class);
  private static final String WORK = "example-members";
  private static final String DONE = "done";
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int ROWS_IN_MEMORY = 16 << 20;
  private static final int STEPS = 10;
  private static final int DAYS_OF_WEEK = 7;
  private static final Pattern TIME = Pattern.compile("(?<=\"occurredAt\":\")[^\"]+");
  private static final Pattern DAY = Pattern.compile("(?<=\"enrolled\":\")[^\"]+");

  private final Optional<Path> folder;
  private final boolean first;
  private final InstantSource clock;
  private volatile boolean loading = true;
  private @Nullable Thread thread;

  /**
   * @param example the example's folder; empty where there is none
   * @param first whether the store is new, so that they are to be loaded; otherwise only what broke
   *     off before goes on
   * @param clock tells which day is today
   */
  ExampleMembers(Optional<Path> example, boolean first, InstantSource clock) {
    this.folder = example.map(e -> e.resolve("population")).filter(Files::isDirectory);
    this.first = first;
    this.clock = clock;
  }

  /** Whether nothing is left to load; before that, time must not pass. */
  boolean areAllThere() {
    return !loading;
  }

  /**
   * Begins to load, where there is something to load.
   *
   * @param tell told now and then how far it is, by another thread, as lines for a terminal
   */
  synchronized void load(Operation into, Consumer<String> tell) {
    if (folder.isEmpty()) {
      loading = false;
      return;
    }
    Path population = folder.get();
    thread = Thread.ofPlatform().daemon().name(WORK).start(() -> run(population, into, tell));
  }

  private void run(Path population, Operation into, Consumer<String> tell) {
    try {
      Optional<Integer> weeks = begun(into, population);
      if (weeks.isPresent()) {
        into.loading().note(0, 0);
        load(population, weeks.get(), into, tell);
        into.leases().note(WORK, DONE);
        tell.accept("The members of the example are all there.");
      }
      into.leases().release(WORK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // It goes on at the next start.
    } catch (IOException | UnusableFileException | RuntimeException e) {
      LOG.error("The example's members could not all be loaded; it goes on at the next start", e);
    } finally {
      into.loading().end();
      loading = false;
    }
  }

  /** By how many weeks the year is put forward; empty where there is nothing to do. */
  private Optional<Integer> begun(Operation into, Path population)
      throws IOException, InterruptedException {
    Optional<String> progress = into.leases().take(WORK, LEASE);
    // A process that was killed holds it for a while; one that runs is soon done.
    for (; progress.isEmpty(); progress = into.leases().take(WORK, LEASE)) Thread.sleep(PAUSE);
    if (progress.get().equals(DONE) || progress.get().isEmpty() && !first) return Optional.empty();
    if (!progress.get().isEmpty()) return Optional.of(Integer.valueOf(progress.get()));
    int weeks = weeks(population);
    into.leases().note(WORK, String.valueOf(weeks));
    return Optional.of(weeks);
  }

  private int weeks(Path population) throws IOException {
    try (BufferedReader lines = lines(population, "events")) {
      Instant last =
          lines
              .lines()
              .flatMap(line -> TIME.matcher(line).results())
              .map(MatchResult::group)
              .map(Instant::parse)
              .max(Instant::compareTo)
              .orElse(Instant.MAX);
      long days = ChronoUnit.DAYS.between(last, clock.instant());
      return Math.toIntExact(Math.max(0, days) / DAYS_OF_WEEK);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void load(Path population, int weeks, Operation into, Consumer<String> tell)
      throws IOException, UnusableFileException, InterruptedException {
    Path scratch = Files.createTempDirectory("laurel-example");
    try {
      Path members = shifted(population, "members", scratch, DAY, text -> day(text, weeks));
      Path events = shifted(population, "events", scratch, TIME, text -> time(text, weeks));
      record(members, events, into, tell);
    } finally {
      delete(scratch);
    }
  }

  private static String time(String text, int weeks) {
    return Instant.parse(text).plus(Duration.ofDays((long) weeks * DAYS_OF_WEEK)).toString();
  }

  private static String day(String text, int weeks) {
    return LocalDate.parse(text).plus(Period.ofWeeks(weeks)).toString();
  }

  /** A copy of a file of the population with other dates. */
  private static Path shifted(
      Path population, String name, Path to, Pattern dates, UnaryOperator<String> other)
      throws IOException {
    Path copy = to.resolve(name + ".jsonl");
    try (BufferedReader lines = lines(population, name);
        Writer out = Files.newBufferedWriter(copy)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher found = dates.matcher(line);
        out.write(found.replaceAll(date -> Matcher.quoteReplacement(other.apply(date.group()))));
        out.write('\n');
      }
    }
    return copy;
  }

  private static BufferedReader lines(Path population, String name) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(population.resolve(name + ".jsonl.gz"))),
            UTF_8));
  }

  private static void record(Path members, Path events, Operation into, Consumer<String> tell)
      throws IOException, UnusableFileException, InterruptedException {
    SortedHistory.Files files =
        new SortedHistory.Files(events, Optional.empty(), Optional.of(members), 1, ROWS_IN_MEMORY);
    EventTerms terms = into.terms();
    int[] told = new int[1];
    try (SortedHistory history =
        SortedHistory.read(
            files,
            terms,
            (stage, done, all) -> {},
            lines ->
                LOG.warn("Rows of the example cannot be used: {}", lines.toString().strip()))) {
      HistoryImport.run(
          history,
          new DirectTarget(into),
          (event, answer) -> LOG.debug("{}:{}: {}", event.source(), event.id(), answer.why()),
          (stage, done, all) -> {
            into.leases().take(WORK, LEASE);
            into.loading().note(done, all);
            if (done * STEPS / all == told[0]) return;
            told[0] = (int) (done * STEPS / all);
            if (done < all)
              tell.accept(
                  "Loading the members of the example: %d %% of %,d events."
                      .formatted(told[0] * 100 / STEPS, all));
          },
          1);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) Files.delete(file);
    }
    Files.delete(folder);
  }

  /** Breaks off what is being loaded. */
  @Override
  public synchronized void close() {
    Thread running = thread;
    if (running == null) return;
    running.interrupt();
    try {
      running.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
