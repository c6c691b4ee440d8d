package dev.laurel.rules.oracle;

import static dev.laurel.rules.oracle.Answer.MET;
import static dev.laurel.rules.oracle.Answer.MISSING;
import static dev.laurel.rules.oracle.Answer.NOT_MET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle itself, told example by example from the description of the language. */
class OracleTest {
  private static final Facts SHOES = line("shoes", "60.00");
  private static final Facts SOCKS = line("socks", "9.99");
  private static final Facts UNKNOWN =
      KnownFacts.of(Map.of("line.amount", Value.of(new BigDecimal("5.01"))));

  private static final KnownFacts MEMBER =
      new KnownFacts(
          Map.of(
              "member.tier", Value.of("gold"),
              "member.enrolled", new Value.Date(LocalDate.of(2026, 1, 31)),
              "member.onBirthday", Value.of(true),
              "purchase.amount", Value.of(new BigDecimal("75.00"))),
          Map.of("purchase.tags", List.of("gift", "online")),
          Optional.of(List.of(SHOES, SOCKS, UNKNOWN)),
          Map.of("member.tier", List.of("blue", "silver", "gold", "black")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "purchase.amount >= 75           | MET",
        "purchase.amount > 75            | NOT_MET",
        "purchase.amount <= 75           | MET",
        "purchase.amount < 75            | NOT_MET",
        "purchase.amount = 75.00         | MET",
        "purchase.amount != 75           | NOT_MET",
        "purchase.amount in [75..80]     | MET",
        "purchase.amount in (75..80]     | NOT_MET",
        "purchase.amount in [70..75]     | MET",
        "purchase.amount in [70..75)     | NOT_MET",
        "purchase.amount in (1, 75)      | MET",
        "purchase.amount in (1, 74.99)   | NOT_MET",
        "member.tier >= \"silver\"       | MET",
        "member.tier > \"gold\"          | NOT_MET",
        "member.tier in [\"blue\"..\"silver\"] | NOT_MET",
        "member.tier = \"gold\"          | MET",
        "member.onBirthday = false       | NOT_MET",
        "member.enrolled < date(\"2026-02-01\") | MET",
        "list contains(purchase.tags, \"gift\") | MET",
        "list contains(purchase.tags, \"Gift\") | NOT_MET",
        "purchase.tags != null           | MET",
        "member.tier = null              | NOT_MET",
      })
  void a_fact_is_compared_in_the_way_of_its_type(String text, Answer answer) {
    assertThat(ask(text)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metrics.spend = 5               | MISSING",
        "metrics.spend != 5              | MISSING",
        "metrics.spend < 5               | MISSING",
        "metrics.spend in (5, 6)         | MISSING",
        "metrics.spend in [5..6]         | MISSING",
        "list contains(member.segments, \"a\") | MISSING",
        "metrics.spend != null           | NOT_MET",
        "metrics.spend = null            | MET",
        "not(metrics.spend = 5)          | MISSING",
        "metrics.spend = 5 and purchase.amount = 75 | MISSING",
        "metrics.spend = 5 and purchase.amount = 74 | NOT_MET",
        "metrics.spend = 5 or purchase.amount = 75  | MET",
        "metrics.spend = 5 or purchase.amount = 74  | MISSING",
      })
  void a_missing_fact_neither_meets_nor_refutes(String text, Answer answer) {
    assertThat(ask(text)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "1, MET",
    "2, MISSING",
    "3, NOT_MET",
  })
  void counting_conditions_is_missing_where_it_hangs_on_a_missing_one(int least, Answer answer) {
    assertThat(
            ask(
                "count([purchase.amount = 75, metrics.spend = 5, purchase.amount = 74][item = true])"
                    + " >= "
                    + least))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count(purchase.lines) = 3                                      | MET",
        "count(purchase.lines[item.category = \"shoes\"]) = 1           | MET",
        "count(purchase.lines[item.category != \"shoes\"]) = 1          | MET",
        "count(purchase.lines[item.category = null]) = 1                | MET",
        "sum(purchase.lines.amount) = 75                                | MET",
        "sum(purchase.lines[item.category != \"shoes\"].amount) = 9.99  | MET",
        "sum(purchase.lines[item.amount > 100].amount) = 0              | MET",
        "sum(purchase.lines.quantity) = 0                               | MET",
        "some line in purchase.lines satisfies line.category = \"socks\"| MET",
        "some line in purchase.lines satisfies line.category = \"hats\" | MISSING",
        "some line in purchase.lines satisfies line.amount > 60         | NOT_MET",
        "every line in purchase.lines satisfies line.amount > 5         | MET",
        "every line in purchase.lines satisfies line.category = \"hats\"| NOT_MET",
        "every line in purchase.lines satisfies line.amount > 5 or line.category = \"hats\" | MET",
        "every line in purchase.lines satisfies line.amount <= 60 and line.category != \"hats\""
            + "| MISSING",
      })
  void lines_are_counted_added_up_and_quantified(String text, Answer answer) {
    assertThat(ask(text)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count(purchase.lines) = 0                             | MET     | MISSING",
        "sum(purchase.lines.amount) = 0                        | MET     | MISSING",
        "some line in purchase.lines satisfies line.amount > 0 | NOT_MET | MISSING",
        "every line in purchase.lines satisfies line.amount > 0| MET     | MISSING",
        "count(purchase.lines) != null                         | MET     | NOT_MET",
      })
  void a_purchase_without_lines_has_none_and_what_is_no_purchase_lacks_them(
      String text, Answer withoutLines, Answer withoutPurchase) {
    KnownFacts nothing = KnownFacts.of(Map.of());
    assertThat(Oracle.ask(Feel.parse(text), nothing.withLines(List.of()))).isEqualTo(withoutLines);
    assertThat(Oracle.ask(Feel.parse(text), nothing)).isEqualTo(withoutPurchase);
  }

  @Test
  void a_rule_per_line_asks_the_line_itself() {
    assertThat(Oracle.ask(Feel.parse("line.category = \"shoes\""), SHOES)).isEqualTo(MET);
    assertThat(Oracle.ask(Feel.parse("line.category = \"shoes\""), SOCKS)).isEqualTo(NOT_MET);
    assertThat(Oracle.ask(Feel.parse("line.category = \"shoes\""), UNKNOWN)).isEqualTo(MISSING);
  }

  @Test
  void what_makes_no_sense_has_no_answer() {
    for (String text :
        List.of(
            "purchase.amount = \"75\"",
            "member.tier > 5",
            "member.tier > \"platinum\"",
            "member.onBirthday < true",
            "list contains(purchase.tags, 5)"))
      assertThatThrownBy(() -> ask(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Answer ask(String text) {
    return Oracle.ask(Feel.parse(text), MEMBER);
  }

  private static Facts line(String category, String amount) {
    return KnownFacts.of(
        Map.of(
            "line.category", Value.of(category), "line.amount", Value.of(new BigDecimal(amount))));
  }
}
