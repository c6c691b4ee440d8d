package dev.laurel.rules.vocabulary;

import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Vocabulary;
import java.util.List;

/**
 * One operand that a condition may name. Immutable.
 *
 * @param path as conditions write it, such as {@code purchase.amount}
 * @param type what its value is
 * @param of of a tier its ladder's id, else empty
 * @param choices the values it may take where they are known: those of a choice, a ladder's tiers
 *     from the base upward, the days of the week, types of event, segments; else empty
 * @param source what carries the value
 * @param title its name for people where the pack gives one, else its path
 */
public record Word(
    String path, Type type, String of, List<String> choices, Source source, Text title) {
  /** What the value of an operand is. */
  public enum Type {
    /** A decimal number with at most six places. */
    NUMBER,
    /** An amount in the programme's currency. */
    MONEY,
    TEXT,
    /** Several texts without order. */
    LIST,
    TRUTH,
    DATE,
    TIME,
    /** A rung of a ladder, compared by rank. */
    TIER;

    /** What the value of an attribute is. */
    public static Type of(Vocabulary.Type type) {
      return switch (type) {
        case NUMBER -> NUMBER;
        case MONEY -> MONEY;
        case TEXT, CHOICE -> TEXT;
        case LIST -> LIST;
        case TRUTH -> TRUTH;
        case DATE -> DATE;
        case TIME -> TIME;
      };
    }
  }

  /** What carries the value. */
  public enum Source {
    /** The member: tiers, balances, metrics, counters and attributes. */
    MEMBER,
    /** Any event. */
    EVENT,
    /** A purchase only. */
    PURCHASE,
    /** A line of a purchase only. */
    LINE
  }
}
