package dev.laurel.engine.random;

import dev.laurel.rules.check.ConditionCheck;
import dev.laurel.rules.check.Setting;
import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.Word.Source;
import dev.laurel.rules.vocabulary.Word.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Random conditions of the words that have a value where they stand. Not thread-safe. */
final class RandomConditions {
  /** No segment is evaluated, so that there is nothing to compare with. */
  private static final Set<String> LEFT_OUT = Set.of("member.segments");

  private final Dice dice;
  private final Pools pools;
  private final ConditionCheck check;
  private final Map<Setting, List<Word>> words = new HashMap<>();

  RandomConditions(Dice dice, Pools pools, ConditionCheck check) {
    this.dice = dice;
    this.pools = pools;
    this.check = check;
  }

  /**
   * Some rows.
   *
   * @param purchases whether lines can be looked at
   */
  Rows rows(Setting setting, boolean purchases, int least, int most) {
    Map<String, Condition> rows = new LinkedHashMap<>();
    int count = dice.between(least, most);
    while (rows.size() < count)
      rows.put("row-" + (rows.size() + 1), condition(setting, purchases, 2));
    return new Rows(rows);
  }

  Condition condition(Setting setting, boolean purchases, int depth) {
    if (depth > 0 && dice.chance(40))
      return switch (dice.between(1, purchases ? 8 : 4)) {
        case 1 -> new Condition.All(parts(setting, purchases, depth));
        case 2 -> new Condition.Any(parts(setting, purchases, depth));
        case 3 -> {
          List<Condition> parts = parts(setting, purchases, depth);
          yield new Condition.AtLeast(dice.between(1, parts.size()), parts);
        }
        case 4 -> new Condition.Not(condition(setting, purchases, depth - 1));
        case 5 -> new Condition.SomeLine(ofLines());
        case 6 -> new Condition.EveryLine(ofLines());
        default -> ofTotal();
      };
    return leaf(words(setting));
  }

  private List<Condition> parts(Setting setting, boolean purchases, int depth) {
    return dice.times(dice.between(2, 3), () -> condition(setting, purchases, depth - 1));
  }

  private Condition ofLines() {
    Condition leaf = leaf(lineWords());
    return dice.chance(30) ? new Condition.Any(List.of(leaf, leaf(lineWords()))) : leaf;
  }

  /** A comparison of the number of lines, or of what they sum up to. */
  private Condition ofTotal() {
    Optional<Condition> where = dice.maybe(70, this::ofLines);
    if (dice.chance(50))
      return comparison(
          new Operand.LineCount(where), Value.of((long) dice.between(0, 3)), this::order);
    Word word =
        dice.pick(
            lineWords().stream()
                .filter(w -> w.type() == Type.MONEY || w.type() == Type.NUMBER)
                .toList());
    String attribute = word.path().substring("line.".length());
    return comparison(new Operand.LineSum(attribute, where), pools.bound(word), this::order);
  }

  /** Words that have a value here, those of the occasion itself more often. */
  private List<Word> words(Setting setting) {
    List<Word> all = known(setting);
    List<Word> near =
        all.stream()
            .filter(word -> word.source() != Source.MEMBER && !word.path().equals("event.type"))
            .toList();
    List<Word> totals =
        all.stream()
            .filter(word -> !word.path().startsWith("member.") || word.type() == Type.TIER)
            .filter(word -> word.source() == Source.MEMBER)
            .toList();
    List<Word> money = near.stream().filter(word -> word.type() == Type.MONEY).toList();
    if (!money.isEmpty() && dice.chance(25)) return money;
    if (!near.isEmpty() && dice.chance(60)) return near;
    return !totals.isEmpty() && dice.chance(50) ? totals : all;
  }

  private List<Word> lineWords() {
    return known(new Setting("a line", true, Set.of("purchase"), true, false, false)).stream()
        .filter(word -> word.source() == Source.LINE)
        .toList();
  }

  /** The words that have a value here. */
  List<Word> known(Setting setting) {
    return words.computeIfAbsent(
        setting,
        s -> check.words(s).stream().filter(word -> !LEFT_OUT.contains(word.path())).toList());
  }

  private Condition leaf(List<Word> words) {
    Word word = dice.pick(words);
    Operand operand = new Operand.Attribute(word.path());
    if (dice.chance(8)) return new Condition.Present(operand);
    return switch (word.type()) {
      case LIST -> new Condition.Holds(operand, pools.bound(word));
      case TRUTH -> comparison(operand, pools.bound(word), this::equality);
      case TEXT ->
          dice.chance(30)
              ? new Condition.OneOf(operand, values(word))
              : comparison(operand, pools.bound(word), this::equality);
      case NUMBER, MONEY, DATE, TIME, TIER -> ordered(word, operand);
    };
  }

  private Condition ordered(Word word, Operand operand) {
    if (dice.chance(15)) return new Condition.OneOf(operand, values(word));
    if (dice.chance(25)) {
      Value one = pools.bound(word);
      Value other = pools.bound(word);
      int order = order(word, one, other);
      if (order != 0)
        return new Condition.Within(
            operand,
            order < 0 ? one : other,
            dice.chance(50),
            order < 0 ? other : one,
            dice.chance(50));
    }
    return comparison(operand, pools.bound(word), this::order);
  }

  static int order(Word word, Value one, Value other) {
    return switch (one) {
      case Value.Number(var number) -> number.compareTo(((Value.Number) other).number());
      case Value.Date(var date) -> date.compareTo(((Value.Date) other).date());
      case Value.Time(var time) -> time.compareTo(((Value.Time) other).time());
      case Value.Text(var tier) ->
          Integer.compare(
              word.choices().indexOf(tier), word.choices().indexOf(((Value.Text) other).text()));
      case Value.Truth t -> 0;
    };
  }

  private List<Value> values(Word word) {
    List<Value> values = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      Value value = pools.bound(word);
      if (!values.contains(value)) values.add(value);
    }
    return List.copyOf(values);
  }

  private static Condition comparison(
      Operand operand, Value bound, java.util.function.Supplier<Comparator> comparator) {
    return new Condition.Comparison(operand, comparator.get(), bound);
  }

  private Comparator order() {
    return dice.pick(Comparator.values());
  }

  private Comparator equality() {
    return dice.pick(Comparator.EQUAL, Comparator.EQUAL, Comparator.NOT_EQUAL);
  }
}
