package dev.laurel.rules.check;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.RateTable.Cell;
import dev.laurel.rules.language.RateTable.Column;
import dev.laurel.rules.language.RateTable.Column.Match;
import dev.laurel.rules.language.RateTable.Gives;
import dev.laurel.rules.language.RateTable.Row;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.Word.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Whether tables can be looked up. Where the operands have values is asked where one is used. */
final class TableCheck {
  private static final Setting ANYWHERE = new Setting("a table", true, Set.of(), true, true, true);

  private final Inspection in;

  TableCheck(Inspection in) {
    this.in = in;
  }

  void check(List<RateTable> tables) {
    Place.ROOT.of("tables").each(tables, RateTable::id, this::table);
  }

  private void table(Place at, RateTable table) {
    if (table.columns().isEmpty())
      in.sink().emptyList(at.of("columns"), "The table looks nothing up.", "Add a column.");
    if (table.rows().isEmpty())
      in.sink().emptyList(at.of("rows"), "The table has no row.", "Add one.");
    List<Optional<Word>> words = new ArrayList<>();
    at.of("columns")
        .each(
            table.columns(),
            Column::id,
            (place, column) -> words.add(word(column, place.of("operand"))));
    Map<List<Cell>, String> seen = new HashMap<>();
    at.of("rows")
        .each(
            table.rows(),
            Row::id,
            (place, row) -> {
              row(row, table.columns(), words, place.of("cells"));
              if (table.gives() == Gives.MULTIPLIER) multiplier(row, place.of("gives"));
              String first = seen.putIfAbsent(row.cells(), row.id());
              if (first != null && !table.columns().isEmpty())
                in.sink()
                    .add(
                        "duplicate-row",
                        place,
                        row.id(),
                        "The row \"%s\" has the same cells, so that this one never counts."
                            .formatted(first),
                        "Take one of them out.");
            });
  }

  /** As of the outcome that multiplies: what lowers a rate is a rate of its own. */
  private void multiplier(Row row, Place at) {
    if (row.gives().compareTo(BigDecimal.ONE) < 0)
      in.sink()
          .add(
              "multiplier-below-one",
              at,
              LiteralCheck.text(row.gives()),
              "A multiplier cannot take away what another rule gives.",
              "Write 1 or more, or give the lower rate itself.");
  }

  private Optional<Word> word(Column column, Place at) {
    Optional<Word> word = in.conditions().path(column.operand(), ANYWHERE, at, in.sink());
    if (word.isEmpty()) return word;
    Type type = word.get().type();
    boolean fits =
        switch (column.match()) {
          case EQUALS -> type != Type.LIST;
          case RANGE -> LiteralCheck.isOrdered(type);
        };
    if (fits) return word;
    in.sink()
        .add(
            "wrong-comparison",
            at,
            column.operand(),
            "%s is %s, which a cell cannot be compared with in this way."
                .formatted(column.operand(), LiteralCheck.noun(type)),
            type == Type.LIST ? "Look up another operand." : "Write match: equals.");
    return Optional.empty();
  }

  private void row(Row row, List<Column> columns, List<Optional<Word>> words, Place at) {
    if (row.cells().size() != columns.size()) {
      in.sink()
          .add(
              "wrong-cell-count",
              at,
              String.valueOf(row.cells().size()),
              "The row has %d cells, the table %d columns."
                  .formatted(row.cells().size(), columns.size()),
              "Give one cell for each column; any stands for whatever the value.");
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      Match match = columns.get(i).match();
      Cell cell = row.cells().get(i);
      Place place = at.of("", i);
      words.get(i).ifPresent(word -> cell(cell, match, word, place));
    }
  }

  private void cell(Cell cell, Match match, Word word, Place at) {
    switch (cell) {
      case Cell.Any() -> {}
      case Cell.OneOf(var values) -> {
        if (match == Match.RANGE) wrongCell("values", "a range", "from: 1, below: 5", at);
        else if (values.isEmpty())
          in.sink().emptyList(at, "The cell holds no value.", "Write a value, or any.");
        else values.forEach(value -> literal(word, value, at));
      }
      case Cell.Between(var from, var below) -> {
        if (match == Match.EQUALS) wrongCell("a range", "values", "a value, or a list of them", at);
        else between(from, below, word, at);
      }
    }
  }

  private void between(Optional<Value> from, Optional<Value> below, Word word, Place at) {
    if (from.isEmpty() && below.isEmpty()) {
      in.sink().add("empty-range", at, "", "The range has no bound.", "Write a bound, or any.");
      return;
    }
    boolean right = from.isEmpty() || literal(word, from.get(), at.of("from"));
    if (below.isPresent()) right &= literal(word, below.get(), at.of("below"));
    if (!right || from.isEmpty() || below.isEmpty()) return;
    OptionalInt order = LiteralCheck.order(word, from.get(), below.get());
    if (order.isPresent() && order.getAsInt() >= 0)
      in.sink()
          .add(
              "empty-range",
              at,
              LiteralCheck.text(from.get()) + ".." + LiteralCheck.text(below.get()),
              "No value lies from the first bound to below the second.",
              "Write the lower bound first.");
  }

  private void wrongCell(String found, String asked, String example, Place at) {
    in.sink()
        .add(
            "wrong-cell",
            at,
            "",
            "The cell holds %s, and its column asks for %s.".formatted(found, asked),
            "Write %s, or change the column's match.".formatted(example));
  }

  private boolean literal(Word word, Value value, Place at) {
    return in.conditions().literals().check(word, value, at, in.sink());
  }
}
