package dev.laurel.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.EarningRule.Scope;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.vocabulary.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which conditions have a meaning, and where. */
class ConditionCheckTest {
  private static final ConditionCheck CHECK = ConditionCheck.of(TestPack.full());
  private static final Setting PURCHASE = Setting.of(new Trigger.Purchase(), Scope.EVENT);
  private static final Setting LINE = Setting.of(new Trigger.Purchase(), Scope.LINE);
  private static final Setting ENROLMENT = Setting.of(new Trigger.Enrolment(), Scope.EVENT);
  private static final Setting STAY = Setting.of(new Trigger.Event("stay"), Scope.EVENT);
  private static final Setting MEMBER = Setting.ofMember("a segment");

  private static List<String> codes(String condition, Setting setting) {
    return CHECK.check(Feel.parse(condition), setting, Place.ROOT.of("here")).stream()
        .map(Fault::code)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "member.tier >= \"silver\" and member.tiers.main in [\"base\"..\"gold\")",
        "member.shop in (\"graz\", \"vienna\") and member.source != \"graz\"",
        "member.enrolled < date(\"2026-01-01\") and member.onBirthday = true",
        "event.time between time(\"10:00:00\") and time(\"12:00:00\")",
        "event.weekday = \"Monday\" and event.type = \"purchase\"",
        "list contains(purchase.tags, \"anything\") and list contains(member.segments, \"rich\")",
        "purchase.amount in [10.01..10.01] and metrics.nights >= 0.000001",
        "count(purchase.lines[item.brand = \"x\" and item.amount > 1]) >= 2",
        "sum(purchase.lines.quantity) > 0.5 and sum(purchase.lines.amount) > 0.55",
        "every line in purchase.lines satisfies (line.organic = true)",
        "points.miles < 0 or counters.stamps = 3 or member.hobbies != null",
        "count([member.staff = true, purchase.nights = 1][item = true]) >= 1"
      })
  void a_condition_with_a_meaning_has_no_fault(String condition) {
    assertThat(codes(condition, PURCHASE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "purchase.amuont > 1                                | unknown-word",
        "event.score > \"3\"                                | wrong-type",
        "purchase.channel = 3                               | wrong-type",
        "member.staff = \"yes\"                             | wrong-type",
        "member.enrolled > \"2026-01-01\"                   | wrong-type",
        "event.time > date(\"2026-01-01\")                  | wrong-type",
        "member.tier = \"Gold\"                             | unknown-value",
        "member.shop = \"rome\"                             | unknown-value",
        "event.weekday in (\"Sunday\", \"Caturday\")        | unknown-value",
        "event.type = \"stroll\"                            | unknown-value",
        "list contains(member.segments, \"nobody\")         | unknown-value",
        "purchase.amount > 1.001                            | too-many-decimals",
        "metrics.spend > 1.001                              | too-many-decimals",
        "sum(purchase.lines.price) > 1.001                  | too-many-decimals",
        "purchase.quantity > 1.0000001                      | too-many-decimals",
        "purchase.quantity > 1000000000001                  | out-of-range",
        "purchase.quantity in [5..1]                        | empty-range",
        "purchase.quantity in [1..1)                        | empty-range",
        "member.tier in [\"gold\"..\"base\"]                | empty-range",
        "event.date in [date(\"2026-02-01\")..date(\"2026-01-01\")] | empty-range",
        "event.time in (time(\"10:00:00\")..time(\"10:00:00\"))     | empty-range",
        "purchase.channel < \"web\"                         | wrong-comparison",
        "purchase.channel in [\"a\"..\"b\"]                 | wrong-comparison",
        "member.staff > true                                | wrong-comparison",
        "member.staff in (true)                             | wrong-comparison",
        "member.segments = \"rich\"                         | wrong-comparison",
        "purchase.tags in (\"a\")                           | wrong-comparison",
        "list contains(purchase.channel, \"web\")           | wrong-comparison",
        "sum(purchase.lines.brand) > 1                      | wrong-type",
        "sum(purchase.lines.waste) > 1                      | unknown-word",
        "line.amount > 1                                    | line-word",
        "member.phone = \"1\"                               | personal-word"
      })
  void a_condition_without_a_meaning_is_refused(String condition, String code) {
    assertThat(codes(condition, event(condition))).containsExactly(code);
  }

  private static Setting event(String condition) {
    return condition.startsWith("event.score")
        ? Setting.of(new Trigger.Survey(), Scope.EVENT)
        : PURCHASE;
  }

  @Test
  void a_fault_names_place_value_and_remedy() {
    assertThat(
            CHECK.check(
                Feel.parse("member.shop = \"gras\""), PURCHASE, Place.ROOT.of("when").of("shop")))
        .containsExactly(
            Fault.at(
                "unknown-value",
                "when/shop",
                "gras",
                "\"gras\" is not a value of member.shop here.",
                "Did you mean \"graz\"?"));
  }

  @Test
  void all_faults_of_a_condition_are_told_at_once() {
    assertThat(
            codes("purchase.amuont > 1 and not(member.tier = \"Gold\" or event.x = 1)", PURCHASE))
        .containsExactlyInAnyOrder("unknown-word", "unknown-value", "unknown-word");
  }

  @Test
  void purchases_are_asked_about_only_where_there_is_one() {
    Setting goods = Setting.of(new Trigger.Return(), Scope.EVENT);
    assertThat(codes("purchase.amount > 1", goods)).isEmpty();
    assertThat(codes("purchase.amount > 1", ENROLMENT)).containsExactly("not-here");
    assertThat(codes("count(purchase.lines) > 1", ENROLMENT)).containsExactly("not-here");
    assertThat(codes("some line in purchase.lines satisfies (line.amount > 1)", MEMBER))
        .containsExactly("not-here");
  }

  @Test
  void an_event_is_asked_only_for_what_it_carries() {
    assertThat(codes("event.nights > 1 and event.month = 5", STAY)).isEmpty();
    assertThat(codes("event.nights > 1", ENROLMENT)).containsExactly("not-here");
    assertThat(codes("event.place = \"x\"", STAY)).containsExactly("not-here");
    Setting tasting = Setting.of(new Trigger.Event("tasting"), Scope.EVENT);
    assertThat(codes("event.score > 3", tasting)).isEmpty();
    Setting birthday = Setting.of(new Trigger.Birthday(), Scope.EVENT);
    assertThat(codes("event.month = 5 and event.score > 3", birthday)).containsExactly("not-here");
  }

  @Test
  void a_member_alone_has_no_event() {
    assertThat(codes("metrics.spend > 1 and member.daysEnrolled > 3", MEMBER)).isEmpty();
    assertThat(codes("event.month = 5", MEMBER)).containsExactly("not-here");
  }

  @Test
  void lines_are_asked_only_one_by_one() {
    assertThat(codes("line.amount > 1 and purchase.amount > 1", LINE)).isEmpty();
    assertThat(codes("some line in purchase.lines satisfies (member.staff = true)", LINE))
        .containsExactly("not-of-the-line");
  }

  @Test
  void an_editor_offers_the_words_that_have_a_value() {
    assertThat(CHECK.words(STAY))
        .extracting(Word::path)
        .contains("event.room", "event.date", "member.shop", "points.miles")
        .doesNotContain("event.score", "purchase.amount", "line.amount", "member.phone");
    assertThat(CHECK.words(LINE)).extracting(Word::path).contains("line.price", "purchase.nights");
  }
}
