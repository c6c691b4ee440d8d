package dev.laurel.engine.intake;

import dev.laurel.rules.language.Mapping;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A mapping's condition on a row, with its columns looked up. Immutable and thread-safe. */
sealed interface RowTest {
  boolean isMet(String[] row);

  /** Makes the condition ready; its columns are used from now on. */
  static RowTest of(Mapping.RowCondition condition, Columns columns, NumberForm numbers) {
    return switch (condition) {
      case Mapping.RowCondition.Equals(var column, var values) ->
          new IsOne(columns.slot(column), Set.copyOf(values));
      case Mapping.RowCondition.StartsWith(var column, var text) ->
          new Begins(columns.slot(column), text);
      case Mapping.RowCondition.Blank(var column) -> new IsBlank(columns.slot(column));
      case Mapping.RowCondition.Below(var column, var bound) ->
          new IsBelow(columns.slot(column), bound, numbers);
      case Mapping.RowCondition.AnyOf(var of) ->
          new Any(of.stream().map(part -> of(part, columns, numbers)).toList());
    };
  }

  record IsOne(int slot, Set<String> values) implements RowTest {
    @Override
    public boolean isMet(String[] row) {
      return values.contains(row[slot]);
    }
  }

  record Begins(int slot, String text) implements RowTest {
    @Override
    public boolean isMet(String[] row) {
      return row[slot].startsWith(text);
    }
  }

  record IsBlank(int slot) implements RowTest {
    @Override
    public boolean isMet(String[] row) {
      return row[slot].isBlank();
    }
  }

  /** What is no number is not below anything; it is refused where it is used. */
  record IsBelow(int slot, BigDecimal bound, NumberForm numbers) implements RowTest {
    @Override
    public boolean isMet(String[] row) {
      return numbers.read(row[slot]).filter(number -> number.compareTo(bound) < 0).isPresent();
    }
  }

  record Any(List<RowTest> parts) implements RowTest {
    @Override
    public boolean isMet(String[] row) {
      for (RowTest part : parts) if (part.isMet(row)) return true;
      return false;
    }
  }
}
