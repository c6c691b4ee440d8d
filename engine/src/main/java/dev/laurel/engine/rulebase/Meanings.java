package dev.laurel.engine.rulebase;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.vocabulary.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes conditions ready: resolves each operand to its slot and each literal to its unit, once. */
final class Meanings {
  private final Layout layout;

  Meanings(Layout layout) {
    this.layout = layout;
  }

  Meaning of(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> all(parts);
      case Condition.Any(var parts) -> any(parts);
      case Condition.AtLeast(var least, var parts) -> atLeast(least, parts);
      case Condition.Not(var part) -> {
        Meaning meaning = of(part);
        yield facts -> -meaning.of(facts);
      }
      case Condition.Comparison(var operand, var comparator, var bound) ->
          comparison(operand, comparator, bound);
      case Condition.OneOf(var operand, var values) -> oneOf(operand, values);
      case Condition.Within w -> within(w);
      case Condition.Holds(var operand, var value) -> holds(operand, value);
      case Condition.Present(var operand) -> present(operand);
      case Condition.SomeLine(var where) -> someLine(of(where));
      case Condition.EveryLine(var where) -> everyLine(of(where));
    };
  }

  private Meaning all(List<Condition> parts) {
    Meaning[] meanings = ready(parts);
    return facts -> {
      int least = Meaning.MET;
      for (Meaning m : meanings) {
        least = Math.min(least, m.of(facts));
        if (least == Meaning.REFUTED) return least;
      }
      return least;
    };
  }

  private Meaning any(List<Condition> parts) {
    Meaning[] meanings = ready(parts);
    return facts -> {
      int most = Meaning.REFUTED;
      for (Meaning m : meanings) {
        most = Math.max(most, m.of(facts));
        if (most == Meaning.MET) return most;
      }
      return most;
    };
  }

  private Meaning atLeast(int least, List<Condition> parts) {
    Meaning[] meanings = ready(parts);
    return facts -> {
      int met = 0;
      int missing = 0;
      for (Meaning m : meanings) {
        int is = m.of(facts);
        if (is == Meaning.MET) met++;
        else if (is == Meaning.MISSING) missing++;
      }
      if (met >= least) return Meaning.MET;
      return met + missing >= least ? Meaning.MISSING : Meaning.REFUTED;
    };
  }

  private Meaning[] ready(List<Condition> parts) {
    return parts.stream().map(this::of).toArray(Meaning[]::new);
  }

  private Meaning comparison(Operand operand, Comparator comparator, Value bound) {
    Word word = word(operand);
    if (word.type() == Word.Type.TEXT)
      return text(operand, comparator, ((Value.Text) bound).text());
    long asked = layout.encode(word, bound);
    NumberOf number = number(operand);
    return facts -> {
      long actual = number.of(facts);
      if (actual == Facts.MISSING) return Meaning.MISSING;
      return comparator.accepts(Long.compare(actual, asked)) ? Meaning.MET : Meaning.REFUTED;
    };
  }

  private Meaning text(Operand operand, Comparator comparator, String asked) {
    int slot = slot(operand);
    boolean same =
        switch (comparator) {
          case EQUAL -> true;
          case NOT_EQUAL -> false;
          case LESS, AT_MOST, GREATER, AT_LEAST ->
              throw new IllegalArgumentException("Texts have no order: " + comparator.sign());
        };
    return facts -> {
      Object actual = facts.text(slot);
      if (actual == null) return Meaning.MISSING;
      return asked.equals(actual) == same ? Meaning.MET : Meaning.REFUTED;
    };
  }

  private Meaning oneOf(Operand operand, List<Value> values) {
    Word word = word(operand);
    if (word.type() == Word.Type.TEXT) {
      int slot = slot(operand);
      Set<String> texts =
          values.stream().map(v -> ((Value.Text) v).text()).collect(Collectors.toUnmodifiableSet());
      return facts -> {
        Object actual = facts.text(slot);
        if (actual == null) return Meaning.MISSING;
        return texts.contains(actual) ? Meaning.MET : Meaning.REFUTED;
      };
    }
    long[] asked = values.stream().mapToLong(v -> layout.encode(word, v)).sorted().toArray();
    NumberOf number = number(operand);
    return facts -> {
      long actual = number.of(facts);
      if (actual == Facts.MISSING) return Meaning.MISSING;
      return Arrays.binarySearch(asked, actual) >= 0 ? Meaning.MET : Meaning.REFUTED;
    };
  }

  private Meaning within(Condition.Within within) {
    Word word = word(within.operand());
    long low = layout.encode(word, within.low());
    long high = layout.encode(word, within.high());
    boolean lowIncluded = within.lowIncluded();
    boolean highIncluded = within.highIncluded();
    NumberOf number = number(within.operand());
    return facts -> {
      long actual = number.of(facts);
      if (actual == Facts.MISSING) return Meaning.MISSING;
      boolean above = lowIncluded ? actual >= low : actual > low;
      boolean below = highIncluded ? actual <= high : actual < high;
      return above && below ? Meaning.MET : Meaning.REFUTED;
    };
  }

  private Meaning holds(Operand operand, Value value) {
    int slot = slot(operand);
    String asked = ((Value.Text) value).text();
    return facts -> {
      Object actual = facts.text(slot);
      if (actual == null) return Meaning.MISSING;
      return ((List<?>) actual).contains(asked) ? Meaning.MET : Meaning.REFUTED;
    };
  }

  private Meaning present(Operand operand) {
    return switch (operand) {
      case Operand.Attribute(var path) -> {
        int slot = slot(operand);
        yield facts -> facts.has(slot) ? Meaning.MET : Meaning.REFUTED;
      }
      case Operand.LineCount c -> hasLines();
      case Operand.LineSum s -> hasLines();
    };
  }

  private static Meaning hasLines() {
    return facts -> facts.lines() != null ? Meaning.MET : Meaning.REFUTED;
  }

  private static Meaning someLine(Meaning where) {
    return facts -> {
      List<Facts> lines = facts.lines();
      if (lines == null) return Meaning.MISSING;
      int most = Meaning.REFUTED;
      for (Facts line : lines) most = Math.max(most, where.of(line));
      return most;
    };
  }

  private static Meaning everyLine(Meaning where) {
    return facts -> {
      List<Facts> lines = facts.lines();
      if (lines == null) return Meaning.MISSING;
      int least = Meaning.MET;
      for (Facts line : lines) least = Math.min(least, where.of(line));
      return least;
    };
  }

  /** Reads the number of an operand, in the unit of its word; {@link Facts#MISSING} without one. */
  @FunctionalInterface
  interface NumberOf {
    long of(Facts facts);
  }

  NumberOf number(Operand operand) {
    return switch (operand) {
      case Operand.Attribute(var path) -> {
        int slot = slot(operand);
        yield facts -> facts.number(slot);
      }
      case Operand.LineCount(var where) -> counted(meaning(where));
      case Operand.LineSum(var attribute, var where) ->
          summed(layout.slot("line." + attribute), meaning(where));
    };
  }

  private @Nullable Meaning meaning(Optional<Condition> where) {
    return where.map(this::of).orElse(null);
  }

  private static NumberOf counted(@Nullable Meaning where) {
    return facts -> {
      List<Facts> lines = facts.lines();
      if (lines == null) return Facts.MISSING;
      long count = 0;
      for (Facts line : lines) if (where == null || where.met(line)) count++;
      return count * MICROS;
    };
  }

  private static NumberOf summed(int slot, @Nullable Meaning where) {
    return facts -> {
      List<Facts> lines = facts.lines();
      if (lines == null) return Facts.MISSING;
      long sum = 0;
      for (Facts line : lines) {
        long number = line.number(slot);
        if (number != Facts.MISSING && (where == null || where.met(line)))
          sum = Math.addExact(sum, number);
      }
      return sum;
    };
  }

  private static final long MICROS = 1_000_000L;

  /**
   * What the operand's value is; a count of lines is a number, a sum is of its attribute's type.
   */
  Word word(Operand operand) {
    return switch (operand) {
      case Operand.Attribute a -> layout.word(slot(a));
      case Operand.LineCount c -> COUNT;
      case Operand.LineSum(var attribute, var where) ->
          layout.word(layout.slot("line." + attribute));
    };
  }

  private static final Word COUNT =
      new Word(
          "purchase.lines",
          Word.Type.NUMBER,
          "",
          List.of(),
          Word.Source.PURCHASE,
          dev.laurel.rules.language.Text.of("purchase.lines"));

  private int slot(Operand operand) {
    if (!(operand instanceof Operand.Attribute(var path)))
      throw new IllegalArgumentException("A count or sum of lines is a number.");
    int slot = layout.slot(path);
    if (slot < 0) throw new IllegalArgumentException("The layout has no slot for " + path + ".");
    return slot;
  }
}
