package dev.laurel.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.rules.condition.Condition.All;
import dev.laurel.rules.condition.Condition.Any;
import dev.laurel.rules.condition.Condition.AtLeast;
import dev.laurel.rules.condition.Condition.Comparison;
import dev.laurel.rules.condition.Condition.EveryLine;
import dev.laurel.rules.condition.Condition.Holds;
import dev.laurel.rules.condition.Condition.Not;
import dev.laurel.rules.condition.Condition.OneOf;
import dev.laurel.rules.condition.Condition.SomeLine;
import dev.laurel.rules.condition.Condition.Within;
import dev.laurel.rules.condition.Operand.Attribute;
import dev.laurel.rules.condition.Operand.LineCount;
import dev.laurel.rules.condition.Operand.LineSum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeelTest {
  private static final Operand AMOUNT = new Attribute("purchase.amount");
  private static final Operand TIER = new Attribute("member.tier");
  private static final Operand TAGS = new Attribute("purchase.tags");
  private static final Operand LINE_AMOUNT = new Attribute("line.amount");
  private static final Condition FIFTY = new Comparison(AMOUNT, Comparator.AT_LEAST, Value.of(50));
  private static final Condition GOLD = new Comparison(TIER, Comparator.EQUAL, Value.of("gold"));
  private static final Condition GIFT = new Holds(TAGS, Value.of("gift"));
  private static final Condition SHOES =
      new Comparison(new Attribute("line.category"), Comparator.EQUAL, Value.of("shoes"));

  @Test
  void and_binds_closer_than_or_and_brackets_say_otherwise() {
    assertReads(
        "purchase.amount >= 50 and member.tier = \"gold\" or list contains(purchase.tags, \"gift\")",
        new Any(List.of(new All(List.of(FIFTY, GOLD)), GIFT)));
    assertReads(
        "purchase.amount >= 50 and (member.tier = \"gold\" or list contains(purchase.tags,\"gift\"))",
        new All(List.of(FIFTY, new Any(List.of(GOLD, GIFT)))));
  }

  @Test
  void brackets_that_group_stay_and_brackets_that_do_not_vanish() {
    Condition nested = new All(List.of(new All(List.of(FIFTY, GOLD)), GIFT));
    assertThat(Feel.print(nested))
        .isEqualTo(
            "(purchase.amount >= 50 and member.tier = \"gold\")"
                + " and list contains(purchase.tags, \"gift\")");
    assertThat(Feel.parse(Feel.print(nested))).isEqualTo(nested);
    assertReads("((purchase.amount >= 50))", FIFTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50 <= purchase.amount          | purchase.amount >= 50",
        "50 < purchase.amount           | purchase.amount > 50",
        "50 >= purchase.amount          | purchase.amount <= 50",
        "50 = purchase.amount           | purchase.amount = 50",
        "50 != purchase.amount          | purchase.amount != 50",
        "purchase.amount between 1 and 5| purchase.amount in [1..5]",
        "purchase.amount in ]1 .. 5[    | purchase.amount in (1..5)",
        "purchase.amount in (1..5]      | purchase.amount in (1..5]",
        "purchase.amount in [-1..0.50)  | purchase.amount in [-1..0.5)",
        "purchase.amount = 007.250      | purchase.amount = 7.25",
        "purchase.amount = -.0          | purchase.amount = 0",
        "purchase.amount = 1000000      | purchase.amount = 1000000",
        "null = member.tier             | member.tier = null",
        "not(member.tier != null)       | member.tier = null",
        "not(member.tier = null)        | not(member.tier = null)",
        "null != member.tier            | member.tier != null",
        "2 <= count(purchase.lines)     | count(purchase.lines) >= 2",
        "member.tier in (\"a\" , \"b\") | member.tier in (\"a\", \"b\")",
        "sum(purchase . lines . amount)>5 | sum(purchase.lines.amount) > 5",
        "not ( member.enrolled<date ( \"2026-01-31\" ) )"
            + "| not(member.enrolled < date(\"2026-01-31\"))",
        "event.time in [time(\"10:30:00\")..time(\"18:00:00\"))"
            + "| event.time in [time(\"10:30:00\")..time(\"18:00:00\"))",
      })
  void one_meaning_has_one_canonical_text(String text, String canonical) {
    assertThat(Feel.print(Feel.parse(text))).isEqualTo(canonical);
  }

  @Test
  void a_line_is_called_item_in_a_filter_and_line_in_a_quantifier() {
    Condition dear = new Comparison(LINE_AMOUNT, Comparator.GREATER, Value.of(20));
    assertReads(
        "count(purchase.lines[item.category = \"shoes\" and item.amount > 20]) >= 2",
        new Comparison(
            new LineCount(Optional.of(new All(List.of(SHOES, dear)))),
            Comparator.AT_LEAST,
            Value.of(2)));
    assertReads(
        "sum(purchase.lines[item.category = \"shoes\"].amount) >= 2",
        new Comparison(
            new LineSum("amount", Optional.of(SHOES)), Comparator.AT_LEAST, Value.of(2)));
    assertReads(
        "some line in purchase.lines satisfies line.category = \"shoes\" and line.amount > 20",
        new SomeLine(new All(List.of(SHOES, dear))));
    assertReads(
        "(every line in purchase.lines satisfies line.category = \"shoes\") and line.amount > 20",
        new All(List.of(new EveryLine(SHOES), dear)));
  }

  @Test
  void conditions_are_counted() {
    assertReads(
        "count([purchase.amount >= 50, member.tier = \"gold\" or list contains(purchase.tags,"
            + " \"gift\"), not(member.tier = \"gold\")][item = true]) >= 2",
        new AtLeast(2, List.of(FIFTY, new Any(List.of(GOLD, GIFT)), new Not(GOLD))));
  }

  @Test
  void every_kind_of_value_is_read_and_printed() {
    List<Value> values =
        List.of(
            Value.of(new BigDecimal("-12.345678")),
            Value.of(new BigDecimal("1E+33")),
            Value.of("Zoë says \"50\" \\ 'fifty'\n\t\r\u0000\u200B\u2028\uD800x😀\uFEFF"),
            Value.of(""),
            Value.of(true),
            Value.of(false),
            new Value.Date(LocalDate.of(1, 1, 1)),
            new Value.Date(LocalDate.of(2028, 2, 29)),
            new Value.Time(LocalTime.MIDNIGHT),
            new Value.Time(LocalTime.of(23, 59, 59)));
    Condition condition = new OneOf(AMOUNT, values);
    assertThat(Feel.print(condition))
        .isEqualTo(
            "purchase.amount in (-12.345678, 1000000000000000000000000000000000,"
                + " \"Zoë says \\\"50\\\" \\\\ 'fifty'\\n\\t\\r\\u0000\\u200B\\u2028\\uD800x😀\\uFEFF\","
                + " \"\", true, false, date(\"0001-01-01\"), date(\"2028-02-29\"),"
                + " time(\"00:00:00\"), time(\"23:59:59\"))");
    assertThat(Feel.parse(Feel.print(condition))).isEqualTo(condition);
  }

  @Test
  void escapes_name_code_points() {
    assertReads(
        "member.tier = \"\\u00e9\\U01F600\\uD83D\\uDE00\\'\\\"\"",
        new Comparison(TIER, Comparator.EQUAL, Value.of("é😀😀'\"")));
  }

  @Test
  void bounds_of_a_range_may_be_any_value() {
    Condition between =
        new Within(
            new Attribute("event.date"),
            new Value.Date(LocalDate.of(2026, 1, 1)),
            true,
            new Value.Date(LocalDate.of(2027, 1, 1)),
            false);
    assertReads("event.date in [date(\"2026-01-01\")..date(\"2027-01-01\"))", between);
  }

  @Test
  void white_space_of_every_kind_separates() {
    assertReads(
        "\u00A0purchase.amount\t>=\u200350\r\nand member.tier=\"gold\"\uFEFF",
        new All(List.of(FIFTY, GOLD)));
  }

  @Test
  void a_name_may_begin_with_a_key_word() {
    assertReads(
        "member.inBirthMonth = true and metrics.orders >= 50",
        new All(
            List.of(
                new Comparison(
                    new Attribute("member.inBirthMonth"), Comparator.EQUAL, Value.of(true)),
                new Comparison(
                    new Attribute("metrics.orders"), Comparator.AT_LEAST, Value.of(50)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"purchase", "item.category", "member.in", "a..b", "a.1b", "a.b-c", "", "ä.b"})
  void what_could_be_read_as_something_else_is_no_path(String path) {
    assertThatThrownBy(() -> new Attribute(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_deepest_condition_is_read_again_and_a_deeper_one_is_refused() {
    for (UnaryOperator<Condition> wrap :
        List.<UnaryOperator<Condition>>of(
            Not::new,
            SomeLine::new,
            inner -> new All(List.of(inner, FIFTY)),
            inner -> new All(List.of(FIFTY, new SomeLine(new Any(List.of(inner, GOLD))))),
            inner -> new AtLeast(1, List.of(FIFTY, inner)),
            inner ->
                new Comparison(
                    new LineCount(Optional.of(inner)), Comparator.AT_LEAST, Value.of(1)))) {
      Condition deepest = GOLD;
      while (isPrinted(wrap.apply(deepest))) deepest = wrap.apply(deepest);
      assertThat(Feel.parse(Feel.print(deepest))).isEqualTo(deepest);
      Condition deeper = wrap.apply(deepest);
      assertThatThrownBy(() -> Feel.print(deeper))
          .isInstanceOf(FeelException.class)
          .hasMessageContaining("nested at most 50 deep");
    }
  }

  @Test
  void what_is_larger_than_can_be_read_is_not_printed() {
    assertThatThrownBy(() -> Feel.print(new All(Collections.nCopies(1_000, FIFTY))))
        .isInstanceOf(FeelException.class)
        .hasMessageContaining("at most 1000 conditions");
    assertThatThrownBy(() -> Feel.print(new OneOf(AMOUNT, Collections.nCopies(1_001, Value.of(1)))))
        .isInstanceOf(FeelException.class)
        .hasMessageContaining("at most 1000 values");
    assertThatThrownBy(() -> Feel.print(new Holds(TAGS, Value.of("x".repeat(10_000)))))
        .isInstanceOf(FeelException.class)
        .hasMessageContaining("at most 10000 characters");
  }

  @Test
  void what_is_just_as_large_as_can_be_read_is_read_again() {
    Condition small = new Comparison(new Attribute("a.b"), Comparator.EQUAL, Value.of(1));
    Condition many = new Any(Collections.nCopies(799, small));
    assertThat(Feel.print(many)).hasSizeLessThan(10_000);
    assertReads(Feel.print(many), many);
    Condition listed = new OneOf(AMOUNT, Collections.nCopies(1_000, Value.of(1)));
    assertReads(Feel.print(listed), listed);
    Condition longText = new Holds(TAGS, Value.of("x".repeat(9_968)));
    assertThat(Feel.print(longText)).hasSize(10_000);
    assertReads(Feel.print(longText), longText);
  }

  private static boolean isPrinted(Condition condition) {
    try {
      Feel.print(condition);
      return true;
    } catch (FeelException tooLarge) {
      return false;
    }
  }

  private static void assertReads(String text, Condition condition) {
    assertThat(Feel.parse(text)).isEqualTo(condition);
    assertThat(Feel.parse(Feel.print(condition))).isEqualTo(condition);
  }
}
