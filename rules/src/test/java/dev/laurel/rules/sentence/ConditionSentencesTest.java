package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Feel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as they are read aloud. */
class ConditionSentencesTest {
  private final Sentences sentences = Sentences.of(Club.pack());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          member.tier = "gold"                       | the member is Gold
          member.tier >= "silver"                    | the member is Silver or higher
          member.tier < "gold"                       | the member is below Gold
          member.tier in ("silver", "gold")          | the member is Silver or Gold
          not(member.tier in ("silver", "gold"))     | the member is not one of Silver, Gold
          member.tiers.main > "blue"                 | the member's tier on "Main ladder" is above Blue
          member.tier = "bronze"                     | the member is the unknown tier "bronze"
          purchase.amount >= 50                      | the purchase amount is at least $50.00
          purchase.amount in [1..5)                  | the purchase amount is at least $1.00 and below $5.00
          purchase.amount in (1..5]                  | the purchase amount is above $1.00 and at most $5.00
          purchase.quantity = 2                      | the purchase's quantity is exactly 2
          purchase.channel = "app"                   | the purchase's channel is "app"
          purchase.channel != "app"                  | the purchase's channel is not "app"
          not(purchase.channel = "app")              | the purchase's channel is not "app"
          member.shop = "Soho"                       | the member's "Favourite shop" is "Soho"
          member.shop != null                        | the member's "Favourite shop" is known
          not(member.shop != null)                   | the member's "Favourite shop" is not known
          metrics.spend >= 100                       | the member's "Spend" in the last 12 months is at least $100.00
          points.stars > 1000                        | the member's balance of Stars is above 1,000
          event.date < date("2026-03-01")            | the date is before 1 March 2026
          event.date >= date("2026-03-01")           | the date is on or after 1 March 2026
          event.time < time("14:00:00")              | the time of day is before 14:00
          event.weekday in ("Saturday", "Sunday")    | the day of the week is Saturday or Sunday
          event.month = 12                           | the month is December
          event.type = "checkIn"                     | the type of event is check-in
          member.inBirthMonth = true                 | it is the month of the member's birthday
          member.inBirthMonth = false                | it is not the month of the member's birthday
          list contains(purchase.tags, "gift")       | the purchase's tags include "gift"
          not(list contains(purchase.tags, "gift"))  | the purchase's tags do not include "gift"
          zone.America.NewYork.date = date("2026-01-01") | the date in America/New_York is 1 January 2026
          zone.Asia.Tokyo.weekday = "Monday"         | the day of the week in Asia/Tokyo is Monday
          zone.Asia.Tokyo.month = 12                 | the month in Asia/Tokyo is December
          zone.Asia.Tokyo.place = "Ginza"            | the unknown fact "zone.Asia.Tokyo.place" is "Ginza"
          zone.date = date("2026-01-01")             | the unknown fact "zone.date" is 1 January 2026
          event.dayFromMonthEnd = -1                 | the day counted back from the end of the month is exactly −1
          member.unheard = 1                         | the unknown fact "member.unheard" is exactly 1
          """)
  void one_question(String feel, String said) {
    assertThat(said(feel)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          some line in purchase.lines satisfies line.category = "tea"      | in at least one line of the purchase the line's category is "tea"
          not(some line in purchase.lines satisfies line.category = "tea") | in no line of the purchase the line's category is "tea"
          every line in purchase.lines satisfies line.amount > 5           | in every line of the purchase the line's amount is above $5.00
          count(purchase.lines) >= 2                                       | the number of lines is at least 2
          count(purchase.lines[item.category = "tea"]) >= 2                | the number of lines where (the line's category is "tea") is at least 2
          sum(purchase.lines[item.category = "tea"].amount) >= 20          | the sum of the line's amount over the lines where (the line's category is "tea") is at least $20.00
          """)
  void questions_about_lines(String feel, String said) {
    assertThat(said(feel)).isEqualTo(said);
  }

  @Test
  void what_belongs_together_is_bracketed_where_it_stands_within_another() {
    String gold = "member.tier = \"gold\"";
    String app = "purchase.channel = \"app\"";
    String much = "purchase.amount > 5";
    String isGold = "the member is Gold";
    String isApp = "the purchase's channel is \"app\"";
    String isMuch = "the purchase amount is above $5.00";
    assertThat(said("%s and %s and %s".formatted(gold, app, much)))
        .isEqualTo("%s and %s and %s".formatted(isGold, isApp, isMuch));
    assertThat(said("%s and (%s or %s)".formatted(gold, app, much)))
        .isEqualTo("%s and (%s or %s)".formatted(isGold, isApp, isMuch));
    assertThat(said("(%s and %s) or %s".formatted(gold, app, much)))
        .isEqualTo("(%s and %s) or %s".formatted(isGold, isApp, isMuch));
    assertThat(said("not(%s or %s)".formatted(gold, app)))
        .isEqualTo("it is not true that (%s or %s)".formatted(isGold, isApp));
    assertThat(said("count([%s, %s, %s][item = true]) >= 2".formatted(gold, app, much)))
        .isEqualTo("at least 2 of these are met: (%s; %s; %s)".formatted(isGold, isApp, isMuch));
  }

  @Test
  void a_question_about_lines_is_bracketed_so_that_its_reach_is_seen() {
    assertThat(
            said(
                "(some line in purchase.lines satisfies line.category = \"tea\")"
                    + " and purchase.amount > 5"))
        .isEqualTo(
            "(in at least one line of the purchase the line's category is \"tea\")"
                + " and the purchase amount is above $5.00");
  }

  private String said(String feel) {
    return Speaker.english().say(sentences.condition("here", Feel.parse(feel)));
  }
}
