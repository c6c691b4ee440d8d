package dev.laurel.engine.intake;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Mapping;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A number that a mapping takes from columns, with its columns looked up. Immutable and
 * thread-safe.
 *
 * @param slots the columns that are added or multiplied
 * @param multiplied whether they are multiplied
 * @param names the columns' names, as slots
 * @param place where the number stands, for a fault
 */
record RowNumber(
    int[] slots, boolean multiplied, List<String> names, String place, NumberForm numbers) {
  /** Makes the formula ready; its columns are used from now on. */
  static RowNumber of(Mapping.Formula formula, Columns columns, NumberForm numbers) {
    return switch (formula) {
      case Mapping.Formula.Column(var column) -> of(List.of(column), false, columns, numbers);
      case Mapping.Formula.Product(var some) -> of(some, true, columns, numbers);
      case Mapping.Formula.Sum(var some) -> of(some, false, columns, numbers);
    };
  }

  private static RowNumber of(
      List<String> names, boolean multiplied, Columns columns, NumberForm numbers) {
    return new RowNumber(
        names.stream().mapToInt(columns::slot).toArray(),
        multiplied,
        names,
        String.join(multiplied ? " x " : " + ", names),
        numbers);
  }

  /** The number, exact; each column that holds none is reported. */
  Optional<BigDecimal> read(String[] row, Faults faults) {
    BigDecimal all = multiplied ? BigDecimal.ONE : BigDecimal.ZERO;
    boolean whole = true;
    for (int i = 0; i < slots.length; i++) {
      Optional<BigDecimal> number = numbers.read(row[slots[i]]);
      if (number.isEmpty()) faults.add(noNumber(names.get(i), row[slots[i]], numbers));
      whole &= number.isPresent();
      BigDecimal one = number.orElse(BigDecimal.ZERO);
      if (slots.length == 1) all = one;
      else all = multiplied ? all.multiply(one) : all.add(one);
    }
    return whole ? Optional.of(all) : Optional.empty();
  }

  static Fault noNumber(String column, String text, NumberForm numbers) {
    return Fault.at(
        "bad-number",
        column,
        text,
        text.isBlank() ? "Here is no number." : "\"%s\" is no number.".formatted(text),
        "Numbers of this file are written like 12%s50.".formatted(numbers.decimal()));
  }
}
