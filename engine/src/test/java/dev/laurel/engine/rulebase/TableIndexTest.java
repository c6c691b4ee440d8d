package dev.laurel.engine.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.RateTable.Cell;
import dev.laurel.rules.language.RateTable.Column;
import dev.laurel.rules.language.RateTable.Row;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableIndexTest {
  private static final List<String> PATHS =
      List.of("line.category", "line.quantity", "purchase.channel");
  private static final Layout LAYOUT = layout();

  /** A layout needs words only, so a dictionary of no pack would do; these are built in. */
  private static Layout layout() {
    Map<String, Word> words =
        Map.of(
            "line.category", word("line.category", Word.Type.TEXT),
            "line.quantity", word("line.quantity", Word.Type.NUMBER),
            "purchase.channel", word("purchase.channel", Word.Type.TEXT));
    return Layout.of(noWords(), List.of(), PATHS, words, 2);
  }

  private static Dictionary noWords() {
    return dev.laurel.engine.Programmes.of(
            """
            pack: {format: 1, id: none, version: 1.0.0, title: None}
            programme: {title: None, zone: UTC, currency: EUR}
            """)
        .dictionary();
  }

  private static Word word(String path, Word.Type type) {
    return new Word(path, type, "", List.of(), Word.Source.LINE, Text.of(path));
  }

  private static RateTable table(List<Row> rows) {
    return new RateTable(
        "rates",
        Text.of("Rates"),
        RateTable.Gives.POINTS,
        List.of(
            new Column("category", PATHS.get(0), Column.Match.EQUALS),
            new Column("quantity", PATHS.get(1), Column.Match.RANGE),
            new Column("channel", PATHS.get(2), Column.Match.EQUALS)),
        rows);
  }

  private static Cell text(Random random, int of) {
    int n = random.nextInt(of + 2);
    if (n == 0) return new Cell.Any();
    if (n == 1) return new Cell.OneOf(List.of(Value.of("c" + random.nextInt(of)), Value.of("c0")));
    return new Cell.OneOf(List.of(Value.of("c" + random.nextInt(of))));
  }

  private static Cell range(Random random) {
    if (random.nextInt(3) == 0) return new Cell.Any();
    int from = random.nextInt(8);
    return new Cell.Between(
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Value.of((long) from)),
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Value.of((long) from + 3)));
  }

  private static Facts facts(Random random) {
    Facts facts = Facts.none(LAYOUT);
    if (random.nextInt(10) > 0) facts.set(LAYOUT.slot(PATHS.get(0)), "c" + random.nextInt(5));
    if (random.nextInt(10) > 0)
      facts.set(LAYOUT.slot(PATHS.get(1)), random.nextInt(12) * 1_000_000L);
    if (random.nextInt(10) > 0) facts.set(LAYOUT.slot(PATHS.get(2)), "c" + random.nextInt(3));
    return facts;
  }

  /** The plain way: row by row, cell by cell. */
  private static OptionalInt scan(List<Row> rows, Facts facts) {
    for (int row = 0; row < rows.size(); row++) {
      boolean all = true;
      for (int column = 0; column < PATHS.size(); column++)
        all &= meets(rows.get(row).cells().get(column), facts, LAYOUT.slot(PATHS.get(column)));
      if (all) return OptionalInt.of(row);
    }
    return OptionalInt.empty();
  }

  private static boolean meets(Cell cell, Facts facts, int slot) {
    return switch (cell) {
      case Cell.Any any -> true;
      case Cell.OneOf(var values) ->
          facts.text(slot) instanceof String text && values.contains(Value.of(text));
      case Cell.Between(var from, var below) -> {
        if (facts.value(slot).isEmpty()) yield false;
        BigDecimal is = BigDecimal.valueOf(facts.value(slot).getAsLong(), 6);
        yield from.map(f -> number(f).compareTo(is) <= 0).orElse(true)
            && below.map(b -> number(b).compareTo(is) > 0).orElse(true);
      }
    };
  }

  private static BigDecimal number(Value value) {
    return ((Value.Number) value).number();
  }

  @Test
  void findsTheRowThatReadingFromTheTopFinds() {
    Random random = new Random(7);
    int found = 0;
    for (int round = 0; round < 300; round++) {
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < random.nextInt(40); i++)
        rows.add(
            new Row(
                "r" + i, List.of(text(random, 5), range(random), text(random, 3)), BigDecimal.ONE));
      TableIndex index = TableIndex.of(table(rows), LAYOUT);
      for (int i = 0; i < 40; i++) {
        Facts facts = facts(random);
        OptionalInt expected = scan(rows, facts);
        if (expected.isPresent()) found++;
        assertThat(index.find(facts)).isEqualTo(expected);
      }
    }
    assertThat(found).isGreaterThan(2_000);
  }

  @Test
  void aTableOfManyRowsIsOneLookup() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 50_000; i++)
      rows.add(
          new Row(
              "r" + i,
              List.of(new Cell.OneOf(List.of(Value.of("c" + i))), new Cell.Any(), new Cell.Any()),
              BigDecimal.ONE));
    TableIndex index = TableIndex.of(table(rows), LAYOUT);
    Facts facts = Facts.none(LAYOUT);
    facts.set(LAYOUT.slot(PATHS.get(0)), "c49999");
    assertThat(index.find(facts)).hasValue(49_999);
  }
}
