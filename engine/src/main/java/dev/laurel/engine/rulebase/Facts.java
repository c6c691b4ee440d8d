package dev.laurel.engine.rulebase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The values of all operands of a revision for one event, one line or one standing, by slot of its
 * {@link Layout}. Filled once by whoever makes it, then only read; not thread-safe while it is
 * filled.
 */
public final class Facts {
  /** A number slot without a value. */
  static final long MISSING = Long.MIN_VALUE;

  private final long[] numbers;
  private final @Nullable Object[] texts;
  private final @Nullable List<Facts> lines;

  private Facts(long[] numbers, @Nullable Object[] texts, @Nullable List<Facts> lines) {
    this.numbers = numbers;
    this.texts = texts;
    this.lines = lines;
  }

  /** Facts without any value, of an event that is no purchase. */
  public static Facts none(Layout layout) {
    return empty(layout, null);
  }

  /** Facts without any value, of a purchase; its lines are added later. */
  public static Facts ofPurchase(Layout layout) {
    return empty(layout, new ArrayList<>(4));
  }

  private static Facts empty(Layout layout, @Nullable List<Facts> lines) {
    long[] numbers = new long[layout.size()];
    Arrays.fill(numbers, MISSING);
    return new Facts(numbers, new Object[layout.size()], lines);
  }

  /** A line's facts: those of its event and all of its lines, to which the line's own are added. */
  public Facts line() {
    return new Facts(numbers.clone(), texts.clone(), lines);
  }

  /** Gives a purchase's facts its lines. */
  public void addLines(List<Facts> more) {
    if (lines == null) throw new IllegalStateException("Only a purchase has lines.");
    lines.addAll(more);
  }

  /**
   * Sets a number in its slot's own unit: minor units of money, millionths of a number, days since
   * 1970-01-01, seconds of the day, a tier's rank, 0 or 1. A slot below 0 is not looked at by any
   * rule and is passed over.
   */
  public void set(int slot, long value) {
    if (slot >= 0) numbers[slot] = value;
  }

  /** Sets a text. A slot below 0 is passed over. */
  public void set(int slot, String value) {
    if (slot >= 0) texts[slot] = value;
  }

  /** Sets a list of texts. A slot below 0 is passed over. */
  public void set(int slot, List<String> value) {
    if (slot >= 0) texts[slot] = value;
  }

  long number(int slot) {
    return numbers[slot];
  }

  @Nullable Long boxed(int slot) {
    long number = numbers[slot];
    return number == MISSING ? null : number;
  }

  @Nullable Object text(int slot) {
    return texts[slot];
  }

  /** The lines of a purchase; null where the event is none. */
  @Nullable List<Facts> lines() {
    return lines;
  }

  /** The number in this slot in the slot's own unit. */
  public OptionalLong value(int slot) {
    return slot < 0 || numbers[slot] == MISSING
        ? OptionalLong.empty()
        : OptionalLong.of(numbers[slot]);
  }

  public boolean has(int slot) {
    return numbers[slot] != MISSING || texts[slot] != null;
  }
}
