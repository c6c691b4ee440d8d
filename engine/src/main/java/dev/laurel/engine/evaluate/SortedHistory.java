package dev.laurel.engine.evaluate;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventCodec;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.intake.Intake;
import dev.laurel.engine.intake.UnusableFileException;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.spill.Merge;
import dev.laurel.engine.spill.Spill;
import dev.laurel.rules.language.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The events of files in the order in which an evaluation folds them: by member, and of each member
 * in {@link Event#ORDER}. What does not fit into the memory goes to disk. Not thread-safe.
 */
public final class SortedHistory implements AutoCloseable {
  /**
   * Which files.
   *
   * @param mapping how rows of the events' file become events; empty where they are events in our
   *     own JSON
   * @param threads how many read, 1 or more
   * @param memory how many bytes of sorted rows are held before they go to disk, above 0
   */
  public record Files(
      Path events, Optional<Mapping> mapping, Optional<Path> members, int threads, long memory) {}

  /** Is given the rows that could not be read, as lines of a file of refused rows. */
  @FunctionalInterface
  public interface Refused {
    void lines(JsonWriter lines) throws IOException;
  }

  private final Spill spill;
  private final EventTerms terms;
  private final Files files;
  private final Progress progress;
  private final Refused refused;
  private final EventCodec codec = new EventCodec();
  private final BinaryReader row = new BinaryReader();
  private long rowsRead;
  private long rowsRefused;
  private int file;

  private SortedHistory(Files files, EventTerms terms, Progress progress, Refused refused) {
    this.files = files;
    this.terms = terms;
    this.progress = progress;
    this.refused = refused;
    this.spill = new Spill(Path.of(System.getProperty("java.io.tmpdir", ".")), files.memory());
  }

  /**
   * Reads and sorts.
   *
   * @throws UnusableFileException when the mapping cannot be followed in this file
   * @throws IOException when a file cannot be read
   * @throws InterruptedException when the thread is interrupted
   */
  public static SortedHistory read(
      Files files, EventTerms terms, Progress progress, Refused refused)
      throws IOException, UnusableFileException, InterruptedException {
    SortedHistory history = new SortedHistory(files, terms, progress, refused);
    try {
      history.read();
      return history;
    } catch (IOException | UnusableFileException | InterruptedException | RuntimeException failed) {
      history.close();
      throw failed;
    }
  }

  private void read() throws IOException, UnusableFileException, InterruptedException {
    if (files.members().isPresent())
      try (Intake members = Intake.members(files.members().get(), terms)) {
        read(members, files.members().get());
      }
    try (Intake events =
        files.mapping().isPresent()
            ? Intake.mapped(files.events(), files.mapping().get(), terms)
            : Intake.events(files.events(), terms)) {
      read(events, files.events());
    }
  }

  private void read(Intake intake, Path path) throws IOException, InterruptedException {
    Reading reading =
        new Reading(intake, file++, Intake.nameOf(path), Optional.empty(), Optional.empty());
    Ordered.run(
        files.threads(),
        intake::next,
        reading,
        batch -> {
          spill.add(batch.run());
          rowsRead += batch.count().read;
          rowsRefused += batch.count().allRefused();
          if (batch.refused().size() > 0) refused.lines(batch.refused());
          progress.at(Progress.Stage.READING, intake.position(), intake.size());
        });
  }

  /** How many events there are. */
  public long events() {
    return spill.records();
  }

  /** How many rows were read, empty ones not counted. */
  public long rowsRead() {
    return rowsRead;
  }

  /** How many rows could not be read. */
  public long rowsRefused() {
    return rowsRefused;
  }

  /** Takes one event after the other. */
  @FunctionalInterface
  public interface Each {
    void event(Event event) throws IOException, InterruptedException;
  }

  /** Gives all events in order; to be called once. */
  public void forEach(Each each) throws IOException, InterruptedException {
    Merge rows = spill.merge();
    while (rows.next())
      each.event(StoredRow.read(codec, row.over(rows.bytes(), rows.from(), rows.to())).event());
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }
}
