package dev.laurel.engine.rulebase;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.vocabulary.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a rule asks of one slot at least: without such a value it cannot apply. Other conditions of
 * the rule may ask for more. Closed family, immutable.
 */
sealed interface Bound {
  /** One of these texts. */
  record Texts(Set<String> texts) implements Bound {}

  /** Any text but these. */
  record NotTexts(Set<String> texts) implements Bound {}

  /** A number in the slot's unit, both ends included; none where the first is the larger. */
  record Numbers(long from, long to) implements Bound {}

  /** Whether only one value will do, by which rules can be hashed. */
  default boolean isOneValue() {
    return switch (this) {
      case Texts(var texts) -> texts.size() == 1;
      case NotTexts n -> false;
      case Numbers(var from, var to) -> from == to;
    };
  }

  /** What the rule asks of each slot, of those of which it asks anything that can be told so. */
  static Map<Integer, Bound> of(RuleBase.Rule rule, Layout layout) {
    Map<Integer, Bound> bounds = new HashMap<>();
    rule.inForce().forEach(row -> collect(row.condition(), layout, bounds));
    rule.when().forEach(row -> collect(row.condition(), layout, bounds));
    return bounds;
  }

  private static void collect(Condition condition, Layout layout, Map<Integer, Bound> bounds) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(part -> collect(part, layout, bounds));
      case Condition.Comparison(Operand.Attribute(var path), var comparator, var bound) -> {
        int slot = layout.slot(path);
        if (isText(layout, slot)) compared(slot, comparator, bound, bounds);
        else if (comparator != Comparator.NOT_EQUAL)
          add(slot, numbers(comparator, layout.encode(layout.word(slot), bound)), bounds);
      }
      case Condition.Not(
              Condition.Comparison(Operand.Attribute(var path), var comparator, var bound)) ->
          collect(
              new Condition.Comparison(new Operand.Attribute(path), comparator.opposite(), bound),
              layout,
              bounds);
      case Condition.OneOf(Operand.Attribute(var path), var values) -> {
        int slot = layout.slot(path);
        add(
            slot,
            isText(layout, slot) ? new Texts(texts(values)) : hull(layout, slot, values),
            bounds);
      }
      case Condition.Within(
              Operand.Attribute(var path),
              var low,
              var lowIncluded,
              var high,
              var highIncluded) -> {
        int slot = layout.slot(path);
        Word word = layout.word(slot);
        Comparator above = lowIncluded ? Comparator.AT_LEAST : Comparator.GREATER;
        Comparator below = highIncluded ? Comparator.AT_MOST : Comparator.LESS;
        add(slot, numbers(above, layout.encode(word, low)), bounds);
        add(slot, numbers(below, layout.encode(word, high)), bounds);
      }
      case Condition.Comparison c -> {}
      case Condition.OneOf c -> {}
      case Condition.Within c -> {}
      case Condition.Any c -> {}
      case Condition.AtLeast c -> {}
      case Condition.Not c -> {}
      case Condition.Holds c -> {}
      case Condition.Present c -> {}
      case Condition.SomeLine c -> {}
      case Condition.EveryLine c -> {}
    }
  }

  private static boolean isText(Layout layout, int slot) {
    return layout.word(slot).type() == Word.Type.TEXT;
  }

  private static void compared(
      int slot, Comparator comparator, Value bound, Map<Integer, Bound> bounds) {
    Set<String> texts = texts(List.of(bound));
    if (comparator == Comparator.EQUAL) add(slot, new Texts(texts), bounds);
    else if (comparator == Comparator.NOT_EQUAL) add(slot, new NotTexts(texts), bounds);
  }

  private static Set<String> texts(List<Value> values) {
    return values.stream().map(v -> ((Value.Text) v).text()).collect(Collectors.toSet());
  }

  private static Numbers hull(Layout layout, int slot, List<Value> values) {
    Word word = layout.word(slot);
    LongStream.Builder all = LongStream.builder();
    values.forEach(value -> all.add(layout.encode(word, value)));
    var numbers = all.build().summaryStatistics();
    return new Numbers(numbers.getMin(), numbers.getMax());
  }

  private static Numbers numbers(Comparator comparator, long bound) {
    return switch (comparator) {
      case EQUAL -> new Numbers(bound, bound);
      case LESS -> new Numbers(Long.MIN_VALUE, bound == Long.MIN_VALUE ? bound : bound - 1);
      case AT_MOST -> new Numbers(Long.MIN_VALUE, bound);
      case GREATER -> new Numbers(bound == Long.MAX_VALUE ? bound : bound + 1, Long.MAX_VALUE);
      case AT_LEAST -> new Numbers(bound, Long.MAX_VALUE);
      case NOT_EQUAL -> new Numbers(Long.MIN_VALUE, Long.MAX_VALUE);
    };
  }

  private static void add(int slot, Bound bound, Map<Integer, Bound> bounds) {
    bounds.merge(slot, bound, Bound::both);
  }

  /** What is left where both are asked. */
  private static Bound both(Bound one, Bound other) {
    return switch (one) {
      case Numbers(var from, var to) ->
          other instanceof Numbers(var otherFrom, var otherTo)
              ? new Numbers(Math.max(from, otherFrom), Math.min(to, otherTo))
              : one;
      case Texts(var texts) ->
          switch (other) {
            case Texts(var others) -> new Texts(less(texts, others, true));
            case NotTexts(var others) -> new Texts(less(texts, others, false));
            case Numbers n -> one;
          };
      case NotTexts(var texts) ->
          switch (other) {
            case Texts(var others) -> new Texts(less(others, texts, false));
            case NotTexts(var others) -> {
              Set<String> all = new HashSet<>(texts);
              all.addAll(others);
              yield new NotTexts(all);
            }
            case Numbers n -> one;
          };
    };
  }

  private static Set<String> less(Set<String> texts, Set<String> others, boolean held) {
    return texts.stream().filter(text -> others.contains(text) == held).collect(Collectors.toSet());
  }
}
