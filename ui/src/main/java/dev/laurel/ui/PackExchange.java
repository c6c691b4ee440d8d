package dev.laurel.ui;

import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.rules.fault.Fault;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** Where packs are brought in and taken away: a server that runs, or a store at rest. */
interface PackExchange extends AutoCloseable {
  /**
   * Makes a pack the draft.
   *
   * @param zip an archive of the pack's files
   * @param language in which changes are told, as its tag
   */
  Came bringIn(byte[] zip, String language) throws IOException, InterruptedException;

  /**
   * A revision's pack as an archive.
   *
   * @param revision its number; the one in force where empty
   * @throws RefusedException when there is none, or whoever asks may not have it
   */
  byte[] takeAway(OptionalInt revision) throws IOException, InterruptedException;

  @Override
  void close();

  /** What came of a pack. */
  sealed interface Came {
    /** It is the draft; its faults may be mended there. */
    record Draft(int number, int against, List<Change> changes, List<String> faults)
        implements Came {
      public Draft {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
      }
    }

    /** The archive is no pack. */
    record NoPack(List<String> faults) implements Came {
      public NoPack {
        faults = List.copyOf(faults);
      }
    }
  }

  /** A change in sentences. */
  record Change(String kind, String title, List<String> before, List<String> after) {
    static Change of(SaidChange change) {
      return new Change(change.kind(), change.title(), change.before(), change.after());
    }
  }

  static List<String> told(List<Fault> faults) {
    return faults.stream().map(Fault::toString).toList();
  }

  /** What was asked for was not done, for a reason that is told. */
  final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String sentence) {
      super(sentence);
    }

    static RefusedException of(Refusal refusal) {
      return new RefusedException(refusal.sentence());
    }
  }
}
