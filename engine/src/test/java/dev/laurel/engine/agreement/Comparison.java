package dev.laurel.engine.agreement;

import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.oracle.Interpreter;
import dev.laurel.engine.oracle.Telling;
import dev.laurel.engine.random.Case;
import dev.laurel.engine.revision.Revision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One case, told by the oracle and decided by the engine. */
final class Comparison {
  private Comparison() {}

  /** Where the two differ first; empty where they agree to the line. */
  static Optional<String> difference(Case example) {
    return difference(fold(Revision.of(example.pack(), "d"), example.population()), example);
  }

  /** Under a population of which there are these snapshots. */
  static Fold fold(Revision revision, List<Quintiles> population) {
    return new Fold(
        revision,
        1,
        asOf ->
            population.stream()
                .filter(each -> !each.from().isAfter(asOf))
                .reduce((_, later) -> later));
  }

  /**
   * @param fold under the case's own pack
   */
  static Optional<String> difference(Fold fold, Case example) {
    return difference(told(example, told -> {}), Decided.of(fold, example));
  }

  /**
   * What the oracle tells.
   *
   * @param each is given what was told of each event, with the time before it
   */
  static List<Telling> told(Case example, Consumer<Interpreter.Told> each) {
    Interpreter interpreter = new Interpreter(example.pack(), example.population());
    List<Telling> tellings = new ArrayList<>();
    var past = interpreter.begin(example.events().getFirst().member(), spent(example));
    for (var event : example.events()) {
      Interpreter.Told told = interpreter.tell(past, event);
      each.accept(told);
      tellings.addAll(told.tellings());
      past = told.past();
    }
    tellings.addAll(interpreter.pass(past, example.end()).tellings());
    return tellings;
  }

  private static Map<String, BigDecimal> spent(Case example) {
    Map<String, BigDecimal> spent = new TreeMap<>();
    example
        .used()
        .forEach((key, units) ->
            spent.put(
                key,
                BigDecimal.valueOf(
                    units, key.endsWith("/places") || key.endsWith("/stock") ? 0 : 6)));
    return spent;
  }

  private static Optional<String> difference(List<Telling> told, List<Telling> decided) {
    for (int i = 0; i < Math.min(told.size(), decided.size()); i++) {
      Telling oracle = told.get(i);
      Telling engine = decided.get(i);
      if (!oracle.what().equals(engine.what()))
        return Optional.of(
            "The oracle tells of %s, the engine of %s.".formatted(oracle.what(), engine.what()));
      if (!oracle.equals(engine))
        return Optional.of(
            "%s%n  only the oracle: %s%n  only the engine: %s"
                .formatted(
                    oracle.what(),
                    without(oracle.lines(), engine.lines()),
                    without(engine.lines(), oracle.lines())));
    }
    if (told.size() == decided.size()) return Optional.empty();
    return Optional.of(
        "The oracle tells of %d things, the engine of %d.".formatted(told.size(), decided.size()));
  }

  /** The lines of one that the other has not; where only the order differs, all of them. */
  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    others.forEach(left::remove);
    return left.isEmpty() ? lines : left;
  }
}
