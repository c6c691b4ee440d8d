package dev.laurel.engine.history;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One book of what people did. Thread-safe. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException}.
 *
 * <p>The hashes find what was changed by whoever does not write all later records anew. Against
 * whoever does, note the {@link #head} outside the store from time to time and hand it to {@link
 * #verify}.
 */
public final class History {
  /** The most records that are read at once. */
  public static final int LARGEST_PAGE = 1_000;

  private final HistoryStore store;
  private final InstantSource clock;

  public History(HistoryStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public Head head() {
    return store.last().map(HistoryRecord::head).orElse(Head.EMPTY);
  }

  /**
   * Records what was decided in the light of all records up to a head.
   *
   * @return the record; empty where another one came first, so that it must be decided anew
   */
  public Optional<HistoryRecord> append(Head after, Entry entry) {
    // A store may keep no more than milliseconds, and what is read again must have the same hash.
    HistoryRecord record =
        HistoryRecord.of(after, clock.instant().truncatedTo(ChronoUnit.MILLIS), entry);
    return store.append(record) ? Optional.of(record) : Optional.empty();
  }

  /**
   * Records an act that was done already, once only however often this is asked.
   *
   * @throws IllegalArgumentException when it has no key
   */
  public void appendOnce(Entry entry) {
    if (entry.key().isEmpty()) throw new IllegalArgumentException("The act has no key.");
    while (true) {
      // Read first: whoever records the same later than this takes the number that is tried here.
      Head head = head();
      if (store.holds(entry.key()) || append(head, entry).isPresent()) return;
    }
  }

  /**
   * Records after this number in their order.
   *
   * @param limit 1 to {@link #LARGEST_PAGE}
   */
  public List<HistoryRecord> after(long number, int limit) {
    if (limit < 1 || limit > LARGEST_PAGE)
      throw new IllegalArgumentException(
          "A page has 1 to %d records, not %d.".formatted(LARGEST_PAGE, limit));
    return store.after(number, limit);
  }

  /**
   * Walks the whole book.
   *
   * @param noted a head that was noted before; {@link Head#EMPTY} where none was
   * @return the first broken place, or that there is none
   */
  public Verification verify(Head noted) {
    Head head = Head.EMPTY;
    while (true) {
      List<HistoryRecord> page = after(head.number(), LARGEST_PAGE);
      for (HistoryRecord record : page) {
        Optional<String> wrong = wrong(record, head, noted);
        if (wrong.isPresent()) return new Verification.Broken(head.number() + 1, wrong.get());
        head = record.head();
      }
      if (page.isEmpty())
        return head.number() < noted.number()
            ? new Verification.Broken(
                head.number() + 1,
                "Record %d and all after it are missing; record %d was noted."
                    .formatted(head.number() + 1, noted.number()))
            : new Verification.Whole(head);
    }
  }

  private static Optional<String> wrong(HistoryRecord record, Head before, Head noted) {
    long number = before.number() + 1;
    if (record.number() != number)
      return Optional.of(
          "Record %d is missing; record %d follows.".formatted(number, record.number()));
    if (!record.previous().equals(before.hash()))
      return Optional.of(
          "Record %d does not follow the record that stands before it.".formatted(number));
    if (!record.hash().equals(record.hashed()))
      return Optional.of("Record %d is not as it was written.".formatted(number));
    if (number == noted.number() && !record.hash().equals(noted.hash()))
      return Optional.of(
          "Record %d is another one than was noted: it or one before it was written anew."
              .formatted(number));
    return Optional.empty();
  }
}
