package dev.laurel.rules.language;

import dev.laurel.rules.condition.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A table of rates, looked up by several operands at once; the first matching row counts. */
@Doc("A table of rates; the first matching row, from the top, counts.")
public record RateTable(
    @Declares(Thing.TABLE) String id,
    Text title,
    @Doc("What a row gives: points per unit of money, a multiplier, or fixed points.") Gives gives,
    @Doc("What is looked up.") List<Column> columns,
    @Doc("From the top.") List<Row> rows) {

  /** What the number of a row means. */
  public enum Gives {
    POINTS_PER_AMOUNT,
    MULTIPLIER,
    POINTS
  }

  /** One operand that is looked up. */
  @Doc("One operand that is looked up.")
  public record Column(
      @Declares(Thing.ROW) String id,
      @Doc("The operand's path, such as line.category.") String operand,
      @Doc("Whether a cell holds values or a range.") @Default("equals") Match match) {
    /** How a cell is compared. */
    public enum Match {
      EQUALS,
      RANGE
    }
  }

  /**
   * One row.
   *
   * @param cells one per column
   */
  @Doc("A row; of those that match the first counts.")
  public record Row(
      @Declares(Thing.ROW) String id,
      @Doc("One for each column.") List<Cell> cells,
      @Doc("What it gives.") @Range(max = "1000000", decimals = 6) BigDecimal gives) {}

  /** One cell: any value, one of several, or a range. */
  @Doc("One cell: any value, one of several, or a range.")
  public sealed interface Cell {
    /** Whatever the value, present or not. */
    @Doc("Whatever the value, present or not.")
    record Any() implements Cell {}

    record OneOf(List<Value> values) implements Cell {}

    @Doc("From the first value, included, to below the second; either may be left open.")
    record Between(Optional<Value> from, Optional<Value> below) implements Cell {}
  }
}
