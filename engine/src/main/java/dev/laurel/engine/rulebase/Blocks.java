package dev.laurel.engine.rulebase;

import dev.laurel.engine.rulebase.RuleBase.Rule;
import dev.laurel.engine.rulebase.RuleBase.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      List<Map<Integer, Bound>> bounds = new ArrayList<>();
      for (int rule = 0; rule < rules.size(); rule++) {
        if (rules.get(rule).target() != target) continue;
        Map<Integer, Bound> of = Bound.of(rules.get(rule), layout);
        if (of.isEmpty()) {
          others.add(target);
          continue;
        }
        places[rule] = new Place(next + bounds.size() / SIZE, bounds.size() % SIZE);
        bounds.add(of);
      }
      if (bounds.isEmpty()) continue;
      groups.put(target, new Group(next, new CandidateIndex(bounds, layout)));
      next += (bounds.size() + SIZE - 1) / SIZE;
    }
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
