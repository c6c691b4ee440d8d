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

  private final Layout layout;

  /** The slot of the first value; a line holds the slots of lines, and its event all the others. */
  private final int first;

  private final long[] numbers;
  private final @Nullable Object[] texts;
  private final @Nullable Facts event;
  private final @Nullable List<Facts> lines;

  private Facts(
      Layout layout, int first, int size, @Nullable Facts event, @Nullable List<Facts> lines) {
    this.layout = layout;
    this.first = first;
    this.numbers = new long[size];
    Arrays.fill(numbers, MISSING);
    this.texts = new Object[size];
    this.event = event;
    this.lines = lines;
  }

  /** Facts without any value, of an event that is no purchase. */
  public static Facts none(Layout layout) {
    return new Facts(layout, 0, layout.size(), null, null);
  }

  /** Facts without any value, of a purchase; its lines are added later. */
  public static Facts ofPurchase(Layout layout) {
    return new Facts(layout, 0, layout.size(), null, new ArrayList<>(4));
  }

  /**
   * A line's facts: those of its event and all of its lines, to which the line's own are added.
   * Nothing else can be set of a line.
   */
  public Facts line() {
    return new Facts(layout, layout.firstOfLine(), layout.sizeOfLine(), this, lines);
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
    if (slot >= 0) numbers[slot - first] = value;
  }

  /** Sets a text. A slot below 0 is passed over. */
  public void set(int slot, String value) {
    if (slot < 0) return;
    String asked = layout.asked(value);
    texts[slot - first] = asked == null ? value : asked;
  }

  /** Sets a list of texts. A slot below 0 is passed over. */
  public void set(int slot, List<String> value) {
    if (slot >= 0) texts[slot - first] = value;
  }

  long number(int slot) {
    int own = slot - first;
    return event == null || (own >= 0 && own < numbers.length) ? numbers[own] : event.number(slot);
  }

  @Nullable Long boxed(int slot) {
    long number = number(slot);
    return number == MISSING ? null : number;
  }

  @Nullable Object text(int slot) {
    int own = slot - first;
    return event == null || (own >= 0 && own < texts.length) ? texts[own] : event.text(slot);
  }

  /** The lines of a purchase; null where the event is none. */
  @Nullable List<Facts> lines() {
    return lines;
  }

  /** Whether the slot holds this text. */
  public boolean isText(int slot, String text) {
    return slot >= 0 && text.equals(text(slot));
  }

  /** The number in this slot in the slot's own unit. */
  public OptionalLong value(int slot) {
    if (slot < 0) return OptionalLong.empty();
    long number = number(slot);
    return number == MISSING ? OptionalLong.empty() : OptionalLong.of(number);
  }

  public boolean has(int slot) {
    return number(slot) != MISSING || text(slot) != null;
  }
}
