package dev.laurel.rules.oracle;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Condition.All;
import dev.laurel.rules.condition.Condition.Any;
import dev.laurel.rules.condition.Condition.AtLeast;
import dev.laurel.rules.condition.Condition.Comparison;
import dev.laurel.rules.condition.Condition.EveryLine;
import dev.laurel.rules.condition.Condition.Holds;
import dev.laurel.rules.condition.Condition.Not;
import dev.laurel.rules.condition.Condition.OneOf;
import dev.laurel.rules.condition.Condition.Present;
import dev.laurel.rules.condition.Condition.SomeLine;
import dev.laurel.rules.condition.Condition.Within;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Operand.Attribute;
import dev.laurel.rules.condition.Operand.LineCount;
import dev.laurel.rules.condition.Operand.LineSum;
import dev.laurel.rules.condition.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** A condition which jqwik makes smaller, part by part, as long as the property still fails. */
record ShrinkableCondition(Condition value) implements Shrinkable<Condition> {
  @Override
  public Stream<Shrinkable<Condition>> shrink() {
    return smaller(value).map(ShrinkableCondition::new);
  }

  @Override
  public ShrinkingDistance distance() {
    return ShrinkingDistance.of(value.toString().length());
  }

  private static Stream<Condition> smaller(Condition condition) {
    return switch (condition) {
      case All(List<Condition> parts) ->
          Stream.concat(parts.stream(), smaller(parts).map(All::new));
      case Any(List<Condition> parts) ->
          Stream.concat(parts.stream(), smaller(parts).map(Any::new));
      case AtLeast(int least, List<Condition> parts) ->
          Stream.concat(
              parts.stream(),
              smaller(parts).map(fewer -> new AtLeast(Math.min(least, fewer.size()), fewer)));
      case Not(Condition part) -> Stream.concat(Stream.of(part), smaller(part).map(Not::new));
      case SomeLine(Condition where) -> smaller(where).map(SomeLine::new);
      case EveryLine(Condition where) -> smaller(where).map(EveryLine::new);
      case Comparison(Operand operand, Comparator comparator, Value bound) ->
          smaller(operand).map(less -> new Comparison(less, comparator, bound));
      case OneOf(Operand operand, List<Value> values) ->
          Stream.concat(
              smaller(operand).map(less -> new OneOf(less, values)),
              values.size() == 1
                  ? Stream.of()
                  : without(values).map(fewer -> new OneOf(operand, fewer)));
      case Within(Operand operand, Value low, boolean lowIn, Value high, boolean highIn) ->
          smaller(operand).map(less -> new Within(less, low, lowIn, high, highIn));
      case Holds(Operand operand, Value one) -> smaller(operand).map(less -> new Holds(less, one));
      case Present(Operand operand) -> smaller(operand).map(Present::new);
    };
  }

  /** One part less, down to two, or one part smaller. */
  private static Stream<List<Condition>> smaller(List<Condition> parts) {
    Stream<List<Condition>> fewer = parts.size() == 2 ? Stream.of() : without(parts);
    return Stream.concat(
        fewer,
        IntStream.range(0, parts.size())
            .boxed()
            .flatMap(place ->
                smaller(parts.get(place))
                    .map(part -> {
                      List<Condition> changed = new ArrayList<>(parts);
                      changed.set(place, part);
                      return changed;
                    })));
  }

  private static <T> Stream<List<T>> without(List<T> all) {
    return IntStream.range(0, all.size())
        .mapToObj(place -> {
          List<T> rest = new ArrayList<>(all);
          rest.remove(place);
          return rest;
        });
  }

  private static Stream<Operand> smaller(Operand operand) {
    return switch (operand) {
      case Attribute _ -> Stream.of();
      case LineCount(Optional<Condition> where) -> smaller(where, LineCount::new);
      case LineSum(String attribute, Optional<Condition> where) ->
          smaller(where, less -> new LineSum(attribute, less));
    };
  }

  private static Stream<Operand> smaller(
      Optional<Condition> where, Function<Optional<Condition>, Operand> operand) {
    return where.stream()
        .flatMap(condition ->
            Stream.concat(
                Stream.of(Optional.<Condition>empty()), smaller(condition).map(Optional::of)))
        .map(operand);
  }
}
