package dev.laurel.engine.editing;

import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.RateTable.Cell;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.vocabulary.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the cells of rate tables ask. Stateless. */
final class CellWords {
  private static final String ANY = "any";

  private CellWords() {}

  /**
   * What can be asked in a cell, such as {@code tables/rates/rows/tea/cells/2}; empty where its
   * column looks at nothing that is known.
   */
  static Optional<Wording> of(Tree tree, Pack pack, Speaker speaker, String place) {
    String[] way = place.split("/", -1);
    if (way.length != 6 || !way[5].matches("\\d{1,3}")) return Optional.empty();
    int index = Integer.parseInt(way[5]) - 1;
    Optional<RateTable> table =
        pack.tables().stream().filter(each -> each.id().equals(way[1])).findFirst();
    Optional<RateTable.Column> column =
        table.filter(of -> index < of.columns().size()).map(of -> of.columns().get(index));
    Optional<Cell> cell =
        table
            .flatMap(of -> of.rows().stream().filter(row -> row.id().equals(way[3])).findFirst())
            .filter(row -> index < row.cells().size())
            .map(row -> row.cells().get(index));
    if (column.isEmpty() || cell.isEmpty() || !Operand.Attribute.isPath(column.get().operand()))
      return Optional.empty();
    ConditionWords words = new ConditionWords(pack, speaker);
    Operand operand = new Operand.Attribute(column.get().operand());
    return Optional.of(
        new Wording.Cell(
            place,
            Optional.empty(),
            column.get().match() == RateTable.Column.Match.RANGE,
            words.typeOf(operand),
            words.values(operand),
            values(cell.get())));
  }

  private static List<String> values(Cell cell) {
    return switch (cell) {
      case Cell.Any _ -> List.of();
      case Cell.OneOf(var values) -> values.stream().map(Asking::text).toList();
      case Cell.Between(var from, var below) ->
          List.of(from.map(Asking::text).orElse(""), below.map(Asking::text).orElse(""));
    };
  }

  /** The cell that asks for these values; empty where one of them is not of the type. */
  static Optional<Tree> tree(Wording.Cell wording, List<String> values) {
    if (wording.range()) return between(wording.type(), values);
    List<Tree> typed = new ArrayList<>();
    for (String text : values) {
      if (text.isBlank()) continue;
      Optional<Value> value = Asking.value(wording.type(), text);
      if (value.isEmpty()) return Optional.empty();
      typed.add(leaf(value.get()));
    }
    return Optional.of(
        switch (typed.size()) {
          case 0 -> Tree.text(ANY);
          case 1 ->
              typed.getFirst().equals(Tree.text(ANY)) ? new Tree.Items(typed) : typed.getFirst();
          default -> new Tree.Items(typed);
        });
  }

  private static Optional<Tree> between(Word.Type type, List<String> values) {
    Tree.Branch range = Tree.branch();
    List<String> keys = List.of("from", "below");
    for (int i = 0; i < keys.size(); i++) {
      String text = i < values.size() ? values.get(i) : "";
      if (text.isBlank()) continue;
      Optional<Value> value = Asking.value(type, text);
      if (value.isEmpty()) return Optional.empty();
      range = range.with(keys.get(i), leaf(value.get()));
    }
    return Optional.of(range.entries().isEmpty() ? Tree.text(ANY) : range);
  }

  private static Tree leaf(Value value) {
    String text = Asking.text(value);
    return switch (value) {
      case Value.Number _ -> Tree.number(text);
      case Value.Truth(var truth) -> Tree.truth(truth);
      case Value.Date _, Value.Time _ -> Tree.text(text);
      // A text of the form of a date or a time says by its key that it is one.
      case Value.Text _ ->
          text.matches("\\d{4}-\\d{2}-\\d{2}|\\d{2}:\\d{2}(:\\d{2})?")
              ? Tree.branch().with("text", Tree.text(text))
              : Tree.text(text);
    };
  }
}
