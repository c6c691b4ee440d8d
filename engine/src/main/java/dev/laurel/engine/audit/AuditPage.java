package dev.laurel.engine.audit;

import dev.laurel.engine.history.HistoryRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some of the books' records, the latest first. Immutable.
 *
 * @param next how to go on; empty where nothing is left
 */
public record AuditPage(List<Line> lines, Optional<From> next) {
  /** A book of what people did. */
  public enum Book {
    /** What was done to the programme. */
    PROGRAMME,
    /** What was done to people and keys. */
    PEOPLE,
    /** What was done to single members by hand, and what was looked at. */
    MEMBERS
  }

  /**
   * One record.
   *
   * @param revision the number of the revision that it led to or is about; empty where there is
   *     none
   */
  public record Line(Book book, HistoryRecord record, Optional<Integer> revision) {}

  /**
   * Where to go on: in each book below this number. Immutable.
   *
   * @param below a book that is not named is looked at from its end
   */
  public record From(Map<Book, Long> below) {
    public static final From THE_END = new From(Map.of());

    public From {
      below = below.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(below));
    }
  }

  /**
   * What is asked for; an empty part asks for everything.
   *
   * @param by a sign-in name
   * @param rule the place of a construct that a revision changed
   */
  public record Filter(Optional<String> by, Optional<Book> book, Optional<String> rule) {
    public static final Filter NONE =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public AuditPage {
    lines = List.copyOf(lines);
  }
}
