package dev.laurel.engine.rulebase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells which of many rules can apply to given facts at all: never too few, at times one too many.
 * For each slot and each value or stretch of values a bit vector says which rules it leaves; those
 * of all slots are joined by "and". Immutable and thread-safe.
 *
 * <p>The rules are known by their position in the list handed in.
 *
 * @see <a href="https://doi.org/10.1145/285243.285283">Lakshman and Stiliadis, High-speed
 *     policy-based packet forwarding using efficient multi-dimensional range matching, 1998</a>
 */
final class CandidateIndex {
  /** Bounds the vectors of one slot to half a megabyte; beyond, values share a vector. */
  private static final int LONGS_OF_A_SLOT = 1 << 16;

  private static final int FEWEST_VECTORS = 2;

  private final int rules;

  /** How many vectors a slot may have. */
  private final int vectors;

  /** What an event has, and its lines with it. */
  private final Slot[] shared;

  /** What only a line has. */
  private final Slot[] ofLines;

  CandidateIndex(List<Map<Integer, Bound>> bounds, Layout layout) {
    this(bounds, layout, LONGS_OF_A_SLOT);
  }

  /**
   * @param longs how many longs the vectors of one slot may take; never less than two vectors
   */
  CandidateIndex(List<Map<Integer, Bound>> bounds, Layout layout, int longs) {
    this.rules = bounds.size();
    this.vectors = Math.max(FEWEST_VECTORS, longs / Math.max(1, words(rules)));
    Map<Integer, Map<Integer, Bound>> bySlot = new TreeMap<>();
    for (int rule = 0; rule < rules; rule++)
      for (Map.Entry<Integer, Bound> of : bounds.get(rule).entrySet())
        bySlot.computeIfAbsent(of.getKey(), slot -> new HashMap<>()).put(rule, of.getValue());
    List<Slot> ofEvents = new ArrayList<>();
    List<Slot> ofLinesOnly = new ArrayList<>();
    bySlot.forEach((slot, asked) -> {
      int ofLine = slot - layout.firstOfLine();
      (ofLine >= 0 && ofLine < layout.sizeOfLine() ? ofLinesOnly : ofEvents).add(slot(slot, asked));
    });
    this.shared = ofEvents.toArray(Slot[]::new);
    this.ofLines = ofLinesOnly.toArray(Slot[]::new);
  }

  private Slot slot(int slot, Map<Integer, Bound> asked) {
    return asked.values().iterator().next() instanceof Bound.Numbers
        ? Numbers.of(slot, asked, rules, vectors)
        : Texts.of(slot, asked, rules, vectors);
  }

  private static int words(int rules) {
    return (rules + Long.SIZE - 1) / Long.SIZE;
  }

  /** The rules that can apply, as bits by their position, as far as the event alone tells. */
  long[] of(Facts facts) {
    long[] candidates = all(rules);
    for (Slot slot : shared) slot.narrow(candidates, facts);
    return candidates;
  }

  /** Writes what of the candidates of the event is left for one of its lines. */
  void ofLine(long[] ofEvent, Facts line, long[] left) {
    System.arraycopy(ofEvent, 0, left, 0, left.length);
    for (Slot slot : ofLines) slot.narrow(left, line);
  }

  private static long[] all(int rules) {
    long[] bits = new long[words(rules)];
    Arrays.fill(bits, -1L);
    int rest = rules % Long.SIZE;
    if (rest != 0) bits[bits.length - 1] = (1L << rest) - 1;
    return bits;
  }

  private static void keep(long[] candidates, long[] left) {
    for (int i = 0; i < left.length; i++) candidates[i] &= left[i];
  }

  private static void set(long[] bits, int rule) {
    bits[rule / Long.SIZE] |= 1L << rule % Long.SIZE;
  }

  private static void clear(long[] bits, int rule) {
    bits[rule / Long.SIZE] &= ~(1L << rule % Long.SIZE);
  }

  private sealed interface Slot {
    void narrow(long[] candidates, Facts facts);
  }

  /** Texts that are asked for, or excluded. */
  private record Texts(int slot, Map<Object, long[]> byText, long[] other, long[] missing)
      implements Slot {
    static Texts of(int slot, Map<Integer, Bound> asked, int rules, int most) {
      SortedSet<String> texts = new TreeSet<>();
      asked.values().forEach(bound -> texts.addAll(texts(bound)));
      long[] missing = all(rules);
      asked.keySet().forEach(rule -> clear(missing, rule));
      long[] other = missing.clone();
      asked.forEach((rule, bound) -> {
        if (bound instanceof Bound.NotTexts) set(other, rule);
      });
      // Where there are more texts than vectors, several share one, which leaves what any of them
      // does.
      boolean alone = texts.size() <= most;
      Map<Object, long[]> byText = new HashMap<>();
      List<long[]> vectors = new ArrayList<>();
      for (String text : texts) {
        if (vectors.size() < most) vectors.add(other.clone());
        byText.put(text, vectors.get(byText.size() % most));
      }
      asked.forEach((rule, bound) -> {
        if (bound instanceof Bound.Texts(var wanted))
          wanted.forEach(text -> set(Objects.requireNonNull(byText.get(text)), rule));
        if (alone && bound instanceof Bound.NotTexts(var unwanted))
          unwanted.forEach(text -> clear(Objects.requireNonNull(byText.get(text)), rule));
      });
      return new Texts(slot, byText, other, missing);
    }

    private static Set<String> texts(Bound bound) {
      return switch (bound) {
        case Bound.Texts(var texts) -> texts;
        case Bound.NotTexts(var texts) -> texts;
        case Bound.Numbers n -> Set.of();
      };
    }

    @Override
    public void narrow(long[] candidates, Facts facts) {
      Object text = facts.text(slot);
      keep(candidates, text == null ? missing : byText.getOrDefault(text, other));
    }
  }

  /** Numbers, in stretches that begin where a rule begins or ends to be met. */
  private record Numbers(int slot, long[] begins, long[][] stretches, long[] missing)
      implements Slot {
    static Numbers of(int slot, Map<Integer, Bound> asked, int rules, int most) {
      long[] begins = begins(asked, most);
      long[] missing = all(rules);
      asked.keySet().forEach(rule -> clear(missing, rule));
      // The first stretch lies before all that begin.
      List<BitSet> begin = sets(begins.length + 2);
      List<BitSet> end = sets(begins.length + 2);
      asked.forEach((rule, bound) -> {
        Bound.Numbers numbers = (Bound.Numbers) bound;
        if (numbers.from() > numbers.to()) return;
        begin.get(stretch(begins, numbers.from())).set(rule);
        end.get(stretch(begins, numbers.to()) + 1).set(rule);
      });
      long[][] stretches = new long[begins.length + 1][];
      long[] now = missing.clone();
      for (int i = 0; i < stretches.length; i++) {
        end.get(i).stream().forEach(rule -> clear(now, rule));
        begin.get(i).stream().forEach(rule -> set(now, rule));
        stretches[i] = now.clone();
      }
      return new Numbers(slot, begins, stretches, missing);
    }

    private static List<BitSet> sets(int many) {
      List<BitSet> sets = new ArrayList<>(many);
      for (int i = 0; i < many; i++) sets.add(new BitSet());
      return sets;
    }

    private static long[] begins(Map<Integer, Bound> asked, int most) {
      SortedSet<Long> all = new TreeSet<>();
      for (Bound bound : asked.values()) {
        Bound.Numbers numbers = (Bound.Numbers) bound;
        if (numbers.from() > numbers.to()) continue;
        if (numbers.from() != Long.MIN_VALUE) all.add(numbers.from());
        if (numbers.to() != Long.MAX_VALUE) all.add(numbers.to() + 1);
      }
      long[] begins = all.stream().mapToLong(Long::longValue).toArray();
      if (begins.length < most) return begins;
      long[] fewer = new long[most - 1];
      for (int i = 0; i < fewer.length; i++)
        fewer[i] = begins[Math.toIntExact((long) i * begins.length / fewer.length)];
      return fewer;
    }

    private static int stretch(long[] begins, long number) {
      int found = Arrays.binarySearch(begins, number);
      return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public void narrow(long[] candidates, Facts facts) {
      long number = facts.number(slot);
      keep(candidates, number == Facts.MISSING ? missing : stretches[stretch(begins, number)]);
    }
  }
}
