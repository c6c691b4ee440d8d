package dev.laurel.rules.oracle;

import static dev.laurel.rules.oracle.Answer.MET;
import static dev.laurel.rules.oracle.Answer.MISSING;
import static dev.laurel.rules.oracle.Answer.NOT_MET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Condition.Comparison;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Operand.Attribute;
import dev.laurel.rules.condition.Operand.LineCount;
import dev.laurel.rules.condition.Operand.LineSum;
import dev.laurel.rules.condition.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Conditions mean what an independent FEEL engine says they mean, but where the language differs on
 * purpose.
 *
 * @see "engine/docs/decisions/010-conditions-are-a-feel-subset.md"
 */
class FeelEngineTest {
  private static final KnownFacts NOTHING = KnownFacts.of(Map.of());

  /** Sums have a property of their own, because FEEL's sum of nothing is null. */
  private static final Set<Form> ALL_BUT_SUMS = EnumSet.complementOf(EnumSet.of(Form.LINE_SUM));

  /** The forms that FEEL answers by null where a value is missing. */
  private static final Set<Form> THREE_VALUED =
      EnumSet.of(
          Form.ALL,
          Form.ANY,
          Form.NOT,
          Form.LESS,
          Form.AT_MOST,
          Form.GREATER,
          Form.NOT_LESS,
          Form.WITHIN,
          Form.PRESENT,
          Form.HOLDS,
          Form.SOME_LINE,
          Form.EVERY_LINE,
          Form.LINE_COUNT);

  @Property
  void with_every_fact_known_a_condition_means_what_feel_says(
      @ForAll("allButSums") Condition condition, @ForAll("complete") Facts facts) {
    assertThat(Oracle.ask(condition, facts)).isEqualTo(Camunda.ask(Feel.print(condition), facts));
  }

  @Property
  void with_facts_missing_a_condition_is_missing_where_feel_is_null(
      @ForAll("threeValued") Condition condition, @ForAll("patchy") Facts facts) {
    assertThat(Oracle.ask(condition, facts)).isEqualTo(Camunda.ask(Feel.print(condition), facts));
  }

  @Property
  void a_sum_of_some_lines_is_what_feel_says(
      @ForAll("ofLines") Condition where, @ForAll("withLines") Facts facts) {
    var some = new Comparison(new LineCount(Optional.of(where)), Comparator.GREATER, Value.of(0));
    Assume.that(Oracle.ask(some, facts) == MET);
    Condition sum =
        new Comparison(
            new LineSum("amount", Optional.of(where)), Comparator.AT_LEAST, Value.of(50));
    assertThat(Oracle.ask(sum, facts)).isEqualTo(Camunda.ask(Feel.print(sum), facts));
  }

  @Example
  void a_missing_fact_is_neither_equal_nor_different_where_feel_takes_null_for_a_value() {
    differs("member.tier = \"gold\"", NOTHING, MISSING, NOT_MET);
    differs("member.tier != \"gold\"", NOTHING, MISSING, MET);
    differs("member.tier in (\"gold\", \"black\")", NOTHING, MISSING, NOT_MET);
    differs("not(member.tier in (\"gold\", \"black\"))", NOTHING, MISSING, MET);
    differs("count(purchase.lines) = 0", NOTHING, MISSING, NOT_MET);
  }

  @Example
  void a_missing_list_is_missing_as_in_feel() {
    agrees("list contains(purchase.tags, \"gift\")", NOTHING, MISSING);
    agrees("not(list contains(purchase.tags, \"gift\"))", NOTHING, MISSING);
  }

  @Example
  void counted_conditions_are_missing_where_feel_counts_null_as_not_met() {
    KnownFacts known = KnownFacts.of(Map.of("purchase.amount", Value.of(75)));
    String two =
        "count([purchase.amount > 50, metrics.spend > 5, purchase.amount > 80][item = true]) >= 2";
    differs(two, known, MISSING, NOT_MET);
    differs("not(" + two + ")", known, MISSING, MET);
    agrees(two.replace(">= 2", ">= 1"), known, MET);
    agrees(two.replace(">= 2", ">= 3"), known, NOT_MET);
  }

  @Example
  void the_sum_of_no_lines_is_zero_where_feel_says_null() {
    KnownFacts empty = NOTHING.withLines(List.of());
    differs("sum(purchase.lines.amount) < 50", empty, MET, MISSING);
    differs("sum(purchase.lines.amount) = 0", empty, MET, NOT_MET);
    agrees("count(purchase.lines) = 0", empty, MET);
  }

  @Example
  void a_line_without_the_attribute_adds_nothing_where_feel_says_null() {
    Facts six = KnownFacts.of(Map.of("line.amount", Value.of(6)));
    KnownFacts lines = NOTHING.withLines(List.of(six, NOTHING));
    differs("sum(purchase.lines.amount) < 50", lines, MET, MISSING);
    agrees("sum(purchase.lines[item.amount != null].amount) < 50", lines, MET);
  }

  @Example
  void camunda_reads_some_escapes_differently_from_the_standard() {
    for (String text :
        List.of("zero\u200Bwidth", "\uDB40\uDC41", "back\\\nslash", "\\\"", "\\\t")) {
      KnownFacts known = KnownFacts.of(Map.of("event.topic", Value.of(text)));
      String printed =
          Feel.print(
              new Comparison(new Attribute("event.topic"), Comparator.EQUAL, Value.of(text)));
      differs(printed, known, MET, NOT_MET);
    }
  }

  @Example
  void true_in_a_list_of_values_is_taken_for_an_answer_by_feel() {
    KnownFacts known = KnownFacts.of(Map.of("member.onBirthday", Value.of(false)));
    differs("member.onBirthday in (true)", known, NOT_MET, MET);
  }

  private static void differs(String text, Facts facts, Answer ours, Answer feel) {
    assertThat(Oracle.ask(Feel.parse(text), facts)).describedAs(text).isEqualTo(ours);
    assertThat(Camunda.ask(text, facts)).describedAs(text).isEqualTo(feel);
  }

  private static void agrees(String text, Facts facts, Answer both) {
    differs(text, facts, both, both);
  }

  @Provide
  static Arbitrary<Condition> allButSums() {
    return RandomConditions.of(Subjects.KNOWN_TO_FEEL, Subjects.OF_LINES, ALL_BUT_SUMS);
  }

  @Provide
  static Arbitrary<Condition> threeValued() {
    return RandomConditions.of(Subjects.KNOWN_TO_FEEL, Subjects.OF_LINES, THREE_VALUED);
  }

  @Provide
  static Arbitrary<Condition> ofLines() {
    return RandomConditions.of(Subjects.OF_LINES, List.of(), ALL_BUT_SUMS);
  }

  @Provide
  static Arbitrary<Facts> complete() {
    return RandomFacts.complete(Subjects.KNOWN_TO_FEEL, Subjects.OF_LINES, 0);
  }

  @Provide
  static Arbitrary<Facts> withLines() {
    return RandomFacts.complete(Subjects.KNOWN_TO_FEEL, Subjects.OF_LINES, 1);
  }

  @Provide
  static Arbitrary<Facts> patchy() {
    return RandomFacts.patchy(Subjects.KNOWN_TO_FEEL, Subjects.OF_LINES);
  }
}
