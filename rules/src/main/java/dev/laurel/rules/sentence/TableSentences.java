package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.number;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.what;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.RateTable.Cell;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Join;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables of rates, a sentence for each row. */
final class TableSentences {
  private final Grammar grammar;

  TableSentences(Grammar grammar) {
    this.grammar = grammar;
  }

  /**
   * The table with some of its rows.
   *
   * @param first the first row said, from 0
   * @param most how many rows are said
   */
  Passage table(String place, RateTable table, int first, int most) {
    Lines lines = new Lines(place);
    lines.add(say("table.gives", what(place + "/gives", say("table.gives", table.gives()))));
    List<Phrase> columns =
        table.columns().stream()
            .map(column -> column(place + "/columns/" + column.id(), column))
            .toList();
    lines.add(say("table.columns", joined(Join.AND, columns, "table.no-columns")));
    int end = (int) Math.min((long) first + most, table.rows().size());
    for (RateTable.Row row : table.rows().subList(Math.min(first, end), end))
      lines.add(place + "/rows/" + row.id(), row(place + "/rows/" + row.id(), table, row));
    int left = table.rows().size() - end;
    if (left > 0) lines.add(say("table.more", new Phrase.Number(BigDecimal.valueOf(left))));
    return lines.passage(grammar.names().own(Thing.TABLE, table.id(), table.title()), List.of());
  }

  private Phrase column(String place, RateTable.Column column) {
    String path = column.operand();
    return new Phrase.Word(
        grammar.operands().kindOf(path),
        place,
        say("table.column", column.match(), grammar.operands().of(path)));
  }

  Phrase row(String place, RateTable table, RateTable.Row row) {
    List<Phrase> cells = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      Optional<String> path =
          i < table.columns().size()
              ? Optional.of(table.columns().get(i).operand())
              : Optional.empty();
      Phrase operand =
          path.map(grammar.operands()::of)
              .orElse(say("table.no-column", new Phrase.Number(BigDecimal.valueOf(i + 1L))));
      String at = place + "/cells/" + (i + 1);
      cell(path.orElse(""), row.cells().get(i))
          .ifPresent(asked -> cells.add(clause(at, path.orElse(""), operand, asked)));
    }
    Phrase gives = gives(place + "/gives", table.gives(), row.gives());
    return cells.isEmpty()
        ? say("table.row.any", gives)
        : say("table.row", joined(Join.BOTH, cells), gives);
  }

  /** What the cell asks of the operand; empty where it asks nothing. */
  private Optional<Phrase> cell(String path, Cell cell) {
    Operands operands = grammar.operands();
    return switch (cell) {
      case Cell.Any _ -> Optional.empty();
      case Cell.OneOf(List<Value> values) ->
          Optional.of(
              say(
                  "is.one-of",
                  joined(
                      Join.OR,
                      values.stream().map(value -> operands.value(path, value)).toList(),
                      "table.no-value")));
      case Cell.Between(Optional<Value> from, Optional<Value> below) ->
          Optional.of(grammar.conditions().between(path, from, below));
    };
  }

  private Phrase clause(String place, String path, Phrase operand, Phrase asked) {
    return say(
        "condition.is",
        operand,
        new Phrase.Word(grammar.operands().kindOfValue(path), place, asked));
  }

  private Phrase gives(String place, RateTable.Gives gives, BigDecimal number) {
    return switch (gives) {
      case POINTS_PER_AMOUNT ->
          say(
              "table.points-per-amount",
              number(place, number),
              grammar.operands().money(BigDecimal.ONE));
      case MULTIPLIER -> say("table.multiplier", number(place, number));
      case POINTS -> say("table.points", number(place, number));
    };
  }
}
