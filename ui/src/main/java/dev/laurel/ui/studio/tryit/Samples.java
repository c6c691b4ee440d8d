package dev.laurel.ui.studio.tryit;

import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.vocabulary.NamedValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/** The case with which the page begins: one line, of what the rules name first. */
final class Samples {
  private static final BigDecimal PRICE = BigDecimal.valueOf(12);

  private Samples() {}

  static TryCase first(TryCase asked, Operation operation) {
    return asked.lines(List.of(line(NamedValues.of(operation.programme().revision().pack()))));
  }

  /** A line of what the rules name first. */
  static TryCase.Line line(NamedValues named) {
    TryCase.Line line = new TryCase.Line(BigDecimal.ONE, PRICE, new TreeMap<>());
    List<String> categories = named.of("line.category");
    return categories.isEmpty() ? line : line.with("category", categories.getFirst());
  }
}
