package dev.laurel.engine.rulebase;

import dev.laurel.engine.rulebase.RuleBase.Rule;
import dev.laurel.engine.rulebase.RuleBase.Target;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules of which a {@link CandidateIndex} can tell beforehand that they do not apply, in blocks of
 * four: Drools is told only of blocks in which a rule is left, and which those are. A fact for each
 * rule would cost more where many are left, one for all rules would be asked of each of them.
 * Immutable and thread-safe.
 */
final class Blocks {
  private static final int SIZE = 4;
  private static final int BITS = (1 << SIZE) - 1;

  /** Drools finds rules that name one value by its own hash; so many of them as fast as this. */
  private static final int MOST_NAMED = 256;

  /** Fewer of the others are asked one after the other as fast. */
  private static final int FEWEST_OTHERS = 16;

  /**
   * Where a rule stands.
   *
   * @param block unique among the rules of all targets
   * @param bit 0 to 3
   */
  record Place(int block, int bit) {}

  /** Is told of a block in which rules are left, by their bits. */
  @FunctionalInterface
  interface Taker {
    void take(int block, int bits);
  }

  private record Group(int firstBlock, CandidateIndex index) {}

  private final @Nullable Place[] places;
  private final Map<Target, Group> groups = new EnumMap<>(Target.class);
  private final Set<Target> others = EnumSet.noneOf(Target.class);

  Blocks(List<Rule> rules, Layout layout) {
    this.places = new Place[rules.size()];
    int next = 0;
    for (Target target : Target.values()) {
      SortedMap<Integer, Map<Integer, Bound>> bounds = bounds(rules, target, layout);
      int place = next * SIZE;
      for (int rule : bounds.keySet()) places[rule] = new Place(place / SIZE, place++ % SIZE);
      for (int rule = 0; rule < rules.size(); rule++)
        if (rules.get(rule).target() == target && places[rule] == null) others.add(target);
      if (bounds.isEmpty()) continue;
      groups.put(target, new Group(next, new CandidateIndex(List.copyOf(bounds.values()), layout)));
      next += (bounds.size() + SIZE - 1) / SIZE;
    }
  }

  /** The rules of a target that are put into blocks, and what they ask at least. */
  private static SortedMap<Integer, Map<Integer, Bound>> bounds(
      List<Rule> rules, Target target, Layout layout) {
    SortedMap<Integer, Map<Integer, Bound>> named = new TreeMap<>();
    SortedMap<Integer, Map<Integer, Bound>> others = new TreeMap<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      if (rules.get(rule).target() != target) continue;
      Map<Integer, Bound> of = Bound.of(rules.get(rule), layout);
      if (of.isEmpty()) continue;
      boolean names = of.values().stream().anyMatch(Bound::isOneValue);
      (names ? named : others).put(rule, of);
    }
    SortedMap<Integer, Map<Integer, Bound>> all = new TreeMap<>();
    if (named.size() > MOST_NAMED) all.putAll(named);
    if (others.size() >= FEWEST_OTHERS) all.putAll(others);
    return all;
  }

  /** Where this rule stands; null where nothing can be told of it beforehand. */
  @Nullable Place place(int rule) {
    return places[rule];
  }

  /** Whether rules of this target stand in no block. */
  boolean leavesOut(Target target) {
    return others.contains(target);
  }

  /** The rules of a target, lines excepted, that are left for these facts. */
  void left(Target target, Facts facts, Taker taker) {
    Group group = groups.get(target);
    if (group != null) tell(group, group.index().of(facts), taker);
  }

  /** Tells of the rules that are left for the lines of an event, one line after the other. */
  @Nullable OfLines ofLines(Facts event) {
    Group group = groups.get(Target.LINE);
    return group == null ? null : new OfLines(group, group.index().of(event));
  }

  /** What the event leaves for each of its lines. Not thread-safe. */
  static final class OfLines {
    private final Group group;
    private final long[] ofEvent;

    /** Overwritten for each line. */
    private final long[] ofLine;

    private OfLines(Group group, long[] ofEvent) {
      this.group = group;
      this.ofEvent = ofEvent;
      this.ofLine = new long[ofEvent.length];
    }

    void left(Facts line, Taker taker) {
      group.index().ofLine(ofEvent, line, ofLine);
      tell(group, ofLine, taker);
    }
  }

  private static void tell(Group group, long[] candidates, Taker taker) {
    for (int i = 0; i < candidates.length; i++) {
      long left = candidates[i];
      for (int block = group.firstBlock() + i * Long.SIZE / SIZE; left != 0; block++) {
        int bits = (int) left & BITS;
        if (bits != 0) taker.take(block, bits);
        left >>>= SIZE;
      }
    }
  }
}
