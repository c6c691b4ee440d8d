package dev.laurel.engine.oracle;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.oracle.Answer;
import dev.laurel.rules.oracle.Oracle;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which constructs of the language an outcome hung on, so that random cases can be held to reach
 * all of them. Not thread-safe.
 */
final class Decisive {
  private final Set<String> constructs = new TreeSet<>();

  Set<String> constructs() {
    return constructs;
  }

  /** One of a closed family, such as an outcome or a period. */
  void by(Record construct) {
    constructs.add(name(construct.getClass()));
  }

  void by(Enum<?> choice) {
    constructs.add(name(choice));
  }

  void by(String what) {
    constructs.add(what);
  }

  static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }

  static String name(Enum<?> choice) {
    return name(choice.getDeclaringClass()) + "." + choice.name();
  }

  /** All parts of a condition whose answer, turned over, would turn over the whole. */
  void byPartsOf(Condition condition, Known known) {
    constructs.add(name(condition.getClass()));
    switch (condition) {
      case Condition.All(var parts) -> parts(parts.size(), parts, known);
      case Condition.Any(var parts) -> parts(1, parts, known);
      case Condition.AtLeast(int least, var parts) -> parts(least, parts, known);
      case Condition.Not(var part) -> byPartsOf(part, known);
      case Condition.Comparison(var operand, var comparator, var bound) -> {
        by((Record) operand);
        by(comparator);
        beside(operand, bound, known);
      }
      case Condition.OneOf c -> by((Record) c.operand());
      case Condition.Within c -> {
        by((Record) c.operand());
        beside(c.operand(), c.low(), known);
        beside(c.operand(), c.high(), known);
      }
      case Condition.Holds c -> by((Record) c.operand());
      case Condition.Present c -> by((Record) c.operand());
      case Condition.SomeLine c -> {}
      case Condition.EveryLine c -> {}
    }
    if (Oracle.ask(condition, known) == Answer.MISSING) by("missing");
  }

  /** Of parts of which so many must be met. */
  private void parts(int least, List<Condition> parts, Known known) {
    int met = 0;
    for (Condition part : parts) if (isMet(part, known)) met++;
    for (Condition part : parts) {
      int turned = isMet(part, known) ? met - 1 : met + 1;
      if ((met >= least) != (turned >= least)) byPartsOf(part, known);
    }
  }

  private static boolean isMet(Condition condition, Known known) {
    return Oracle.ask(condition, known) == Answer.MET;
  }

  /** Notes an amount of money on a bound or one of the smallest coins beside it. */
  private void beside(Operand operand, Value bound, Known known) {
    if (!(bound instanceof Value.Number(var asked))
        || !(operand instanceof Operand.Attribute(var path))
        || known.programming().word(path).filter(w -> w.type() == Word.Type.MONEY).isEmpty())
      return;
    known
        .value(path)
        .map(value -> ((Value.Number) value).number().subtract(asked))
        .map(apart -> apart.movePointRight(known.programming().decimals()))
        .ifPresent(coins -> {
          if (coins.signum() == 0) by("amount on a bound");
          if (coins.compareTo(BigDecimal.ONE) == 0) by("amount a coin above a bound");
          if (coins.compareTo(BigDecimal.ONE.negate()) == 0) by("amount a coin below a bound");
        });
  }
}
