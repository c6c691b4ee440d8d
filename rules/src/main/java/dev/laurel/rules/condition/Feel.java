package dev.laurel.rules.condition;

/**
 * The text form of conditions: a subset of FEEL, the expression language of OMG DMN 1.5 (chapter
 * 10). Thread-safe.
 *
 * <p>{@code and}, {@code or}, {@code not(...)}, round brackets; {@code = != < <= > >=} between a
 * fact and a literal, on either side; {@code x in ("a", "b")}; {@code x in [1..5)} with {@code [}
 * and {@code ]} including a bound, {@code (} and {@code )} excluding it; {@code x between 1 and 5};
 * {@code x = null}, {@code x != null}; {@code list contains(x, "a")}; {@code some line in
 * purchase.lines satisfies (...)}, {@code every ...}; {@code count(purchase.lines[...])}, {@code
 * sum(purchase.lines[...].amount)}; {@code count([a, b, c][item = true]) >= 2}. Literals are
 * decimal numbers, {@code "text"} with FEEL's escapes, {@code true}, {@code false}, {@code
 * date("2026-01-31")} and {@code time("10:30:00")}. There are no comments.
 *
 * <p>Every condition has one canonical text; reading it gives an equal condition.
 *
 * @see "engine/docs/decisions/010-conditions-are-a-feel-subset.md"
 */
public final class Feel {
  /** The longest text, in UTF-16 code units. */
  public static final int MOST_CHARACTERS = 10_000;

  /** The deepest nesting: conditions on the way from the whole to a part, both included. */
  public static final int MOST_DEPTH = 50;

  /** The most conditions in one, itself included. */
  public static final int MOST_CONDITIONS = 1_000;

  /** The most values in one list. */
  public static final int MOST_VALUES = 1_000;

  private Feel() {}

  /**
   * Reads a condition.
   *
   * @throws FeelException where the text is none, or is larger than the bounds allow; names every
   *     fault that can be told for certain
   */
  public static Condition parse(String text) {
    Complaints complaints = new Complaints();
    checkLength(text, complaints);
    Condition condition = new Parser(new Cursor(text, complaints)).read();
    complaints.settle();
    Size.check(condition, complaints);
    return condition;
  }

  /**
   * Writes a condition in its canonical form.
   *
   * @throws FeelException where the condition is larger than the bounds allow, so that what is
   *     written can always be read again
   */
  public static String print(Condition condition) {
    Complaints complaints = new Complaints();
    Size.check(condition, complaints);
    String text = Printer.print(condition);
    checkLength(text, complaints);
    return text;
  }

  private static void checkLength(String text, Complaints complaints) {
    if (text.length() > MOST_CHARACTERS)
      complaints.add(
          0,
          "",
          "A condition has at most %d characters, not %d."
              .formatted(MOST_CHARACTERS, text.length()),
          "Split it into several rows.");
    complaints.settle();
  }
}
