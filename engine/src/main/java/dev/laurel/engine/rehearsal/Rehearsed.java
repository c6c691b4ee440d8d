package dev.laurel.engine.rehearsal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What came of rehearsing one change. Closed family, immutable. */
public sealed interface Rehearsed {
  /**
   * The past was decided anew.
   *
   * @param from the first day of what was compared
   * @param to the last one
   * @param begins the day on which the change begins to count, where it has not begun before today:
   *     then it was rehearsed as if it had counted all the time
   * @param asked how many members were asked
   * @param members how many there are
   * @param touched how many of those asked would have got more or less, or other messages
   * @param differences by kind of points, in the programme's order; none that is 0
   * @param messages how many more or fewer messages would have been sent; none that is 0
   */
  record Counted(
      LocalDate from,
      LocalDate to,
      Optional<LocalDate> begins,
      int asked,
      long members,
      int touched,
      List<Difference> differences,
      List<Sent> messages)
      implements Rehearsed {
    public Counted {
      differences = List.copyOf(differences);
      messages = List.copyOf(messages);
    }

    /** Whether every member was asked. */
    public boolean isExact() {
      return asked == members;
    }

    /** At least so many of all members would have been touched, but for one case in forty. */
    public long least() {
      return isExact() ? touched : Interval.of(touched, asked).least(members);
    }

    /** At most so many of all members would have been touched, but for one case in forty. */
    public long most() {
      return isExact() ? touched : Interval.of(touched, asked).most(members);
    }
  }

  /**
   * So much more or less would have been given of a kind of points, over all that were asked.
   *
   * @param units in the kind's unit: whole points or hundredths
   */
  record Difference(String kind, long units) {}

  /** So many more or fewer messages, over all that were asked. */
  record Sent(String message, long count) {}

  /** It cannot be told. */
  record Unknown(Why why) implements Rehearsed {}

  /** What stands in the way. */
  enum Why {
    /** Nobody was counted since this process began. */
    NOT_YET,
    /** Alone the change makes no pack without fault: it needs others of the draft. */
    NEEDS_OTHERS,
    /** It uses what is not evaluated yet. */
    NOT_EVALUATED,
    /** It is about nothing that gives points. */
    GIVES_NOTHING
  }
}
