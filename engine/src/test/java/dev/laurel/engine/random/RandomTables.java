package dev.laurel.engine.random;

import dev.laurel.rules.check.Setting;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.EarningRule.Scope;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.RateTable.Cell;
import dev.laurel.rules.language.RateTable.Column;
import dev.laurel.rules.language.RateTable.Column.Match;
import dev.laurel.rules.language.RateTable.Gives;
import dev.laurel.rules.language.RateTable.Row;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.Word.Source;
import dev.laurel.rules.vocabulary.Word.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Random rate tables of purchases. */
final class RandomTables {
  private final Dice dice;
  private final Pools pools;
  private final RandomConditions conditions;

  RandomTables(Dice dice, Pools pools, RandomConditions conditions) {
    this.dice = dice;
    this.pools = pools;
    this.conditions = conditions;
  }

  /** One table for each thing that a table gives, for the whole purchase and for its lines. */
  List<RateTable> tables() {
    List<RateTable> tables = new ArrayList<>();
    for (Gives gives : Gives.values())
      for (Scope scope : Scope.values()) tables.add(table(id(gives, scope), gives, scope));
    return tables;
  }

  static String id(Gives gives, Scope scope) {
    return gives.name().toLowerCase(java.util.Locale.ROOT).replace("_", "-")
        + "-"
        + scope.name().toLowerCase(java.util.Locale.ROOT);
  }

  private RateTable table(String id, Gives gives, Scope scope) {
    List<Word> words =
        conditions.known(Setting.of(new Trigger.Purchase(), scope)).stream()
            .filter(word -> word.type() != Type.LIST)
            .filter(word ->
                word.source() == (scope == Scope.LINE ? Source.LINE : Source.PURCHASE)
                    || word.type() == Type.TIER
                    || word.path().startsWith("metrics.")
                    || word.path().equals("member.level"))
            .toList();
    List<Word> chosen = dice.some(words, 1, 3);
    List<Column> columns = new ArrayList<>();
    for (Word word : chosen)
      columns.add(
          new Column(
              "c" + (columns.size() + 1),
              word.path(),
              isOrdered(word.type()) && dice.chance(50) ? Match.RANGE : Match.EQUALS));
    List<Row> rows = new ArrayList<>();
    Set<List<Cell>> seen = new HashSet<>();
    for (int i = dice.between(2, 12); i > 0; i--) {
      List<Cell> cells = new ArrayList<>();
      for (int c = 0; c < chosen.size(); c++)
        cells.add(cell(chosen.get(c), columns.get(c).match()));
      if (seen.add(cells))
        rows.add(new Row("row-" + (rows.size() + 1), List.copyOf(cells), gives(gives)));
    }
    return new RateTable(id, Text.of(id), gives, columns, rows);
  }

  private BigDecimal gives(Gives gives) {
    return new BigDecimal(
        switch (gives) {
          case POINTS -> dice.pick("0", "5", "20", "33");
          case POINTS_PER_AMOUNT -> dice.pick("0", "0.5", "1", "1.333333", "2");
          case MULTIPLIER -> dice.pick("1", "1.1", "1.5", "2", "3.333333");
        });
  }

  private static boolean isOrdered(Type type) {
    return switch (type) {
      case NUMBER, MONEY, DATE, TIME, TIER -> true;
      case TEXT, LIST, TRUTH -> false;
    };
  }

  private Cell cell(Word word, Match match) {
    if (dice.chance(30)) return new Cell.Any();
    return switch (match) {
      case EQUALS -> {
        List<Value> values = new ArrayList<>(List.of(pools.bound(word)));
        Value other = pools.bound(word);
        if (dice.chance(30) && !values.contains(other)) values.add(other);
        yield new Cell.OneOf(List.copyOf(values));
      }
      case RANGE -> {
        Value one = pools.bound(word);
        Value other = pools.bound(word);
        int order = RandomConditions.order(word, one, other);
        if (order == 0 || dice.chance(30))
          yield dice.chance(50)
              ? new Cell.Between(Optional.of(one), Optional.empty())
              : new Cell.Between(Optional.empty(), Optional.of(one));
        yield new Cell.Between(
            Optional.of(order < 0 ? one : other), Optional.of(order < 0 ? other : one));
      }
    };
  }
}
