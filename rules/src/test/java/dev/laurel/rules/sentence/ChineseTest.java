package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Chinese marketers read. */
class ChineseTest {
  /** What must not stand in a template: letters of another script, and marks of half width. */
  private static final Pattern FOREIGN =
      Pattern.compile("[A-Za-z,.:;?!()\"'\\[\\]]|\\p{IsHan}\\d|\\d\\p{IsHan}|[ \\u00a0\\u2009]%");

  private final Tongue chinese = new Chinese();
  private final Speaker speaker = Language.CHINESE.speaker();
  private final Sentences sentences = Sentences.of(Club.pack());

  @Test
  void templates_are_in_chinese_with_marks_of_full_width() {
    Set<String> wrong = new TreeSet<>();
    Templates templates = Templates.load("zh-Hans");
    for (String key : templates.keys())
      for (Template.Piece piece : templates.get(key).pieces())
        if (piece instanceof Template.Piece.Literal(String text) && FOREIGN.matcher(text).find())
          wrong.add(key + "=" + text);
    assertThat(wrong).isEmpty();
  }

  @Test
  void any_chinese_is_spoken_to_in_simplified_characters() {
    for (String tag : List.of("zh", "zh-CN", "zh-Hans", "zh-Hans-SG"))
      assertThat(Speaker.of(tag)).as(tag).hasValue(speaker);
    assertThat(Speaker.of("fr")).isEmpty();
    assertThat(Speaker.of("")).isEmpty();
  }

  @Test
  void a_rule_says_who_then_when_then_on_what_then_what_is_given() {
    EarningRule rule =
        new EarningRule(
            "early",
            text("Early", "早鸟"),
            true,
            new Trigger.Purchase(),
            EarningRule.Scope.EVENT,
            Optional.of(
                new EarningRule.Term(
                    Optional.of(LocalDate.of(2026, 12, 1)),
                    Optional.of(LocalDate.of(2026, 12, 26)))),
            List.of("young"),
            Rows.of(Club.is("purchase.channel", Comparator.EQUAL, Value.of("app"))),
            Rows.of(Club.is("member.tier", Comparator.AT_LEAST, Value.of("gold"))),
            List.of(new Outcome.Points("stars", BigDecimal.valueOf(20), Outcome.To.MEMBER)),
            Optional.empty(),
            0,
            List.of());
    assertThat(said(sentences.rule("earning/usual/rules/early", rule)))
        .isEqualTo(
            "面向未知人群“young”人群，2026 年 12 月 1 日至 2026 年 12 月 26 日，每次消费，消费渠道为“app”时，"
                + "但会员等级为 Gold 及以上时除外，会员获得 20 颗 Stars。");
  }

  @Test
  void what_is_spent_stands_before_what_is_earned() {
    assertThat(said(sentences.rule("earning/usual/rules/base", Club.BASE)))
        .isEqualTo("每消费 $1（不含税费、运费、折扣和积分抵扣部分），会员获得 1 Points；每笔消费合计后向下取整。");
    assertThat(said(sentences.rule("earning/usual/rules/better", Club.BETTER)))
        .isEqualTo(
            "会员等级为 Silver 或 Gold，且消费金额满 $50 时，但支付方式为“gift card”时除外，"
                + "“Base earning”所得积分按 1.25 倍计算。");
  }

  @Test
  void a_tier_says_what_it_takes_over_from_its_ladder() {
    Ladder ladder = Club.ladder();
    assertThat(said(sentences.tier("ladders/main", ladder, ladder.tiers().get(1))))
        .isEqualTo(
            "过去 12 个月内“Spend”满 $100，即刻升为 Silver；有效期为升级或上次保级之日起 12 个月，"
                + "其间任一事件后再次满足上述条件即保级。未保级的会员降至当日各项指标可达的最高等级。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          member.tier = "gold"                      | 会员等级为 Gold
          member.tier < "gold"                      | 会员等级低于 Gold
          not(member.tier in ("silver", "gold"))    | 会员等级不是 Silver、Gold 中的任何一个
          member.tiers.main > "blue"                | 会员在“Main ladder”上的等级高于 Blue
          purchase.amount >= 50                     | 消费金额满 $50
          purchase.amount in (1..5]                 | 消费金额超过 $1 且不超过 $5
          purchase.quantity = 2                     | 消费件数等于 2
          member.shop != null                       | 会员的“Favourite shop”已知
          metrics.spend >= 99.5                     | 会员过去 12 个月内的“Spend”满 $99.50
          points.stars > 1000                       | 会员的 Stars 余额超过 1,000
          event.date >= date("2026-12-01")          | 日期不早于 2026 年 12 月 1 日
          event.time < time("09:00:00")             | 时间早于 09:00
          event.weekday in ("Saturday", "Sunday")   | 星期为周六或周日
          event.month = 12                          | 月份为 12 月
          event.type = "checkIn"                    | 事件类型为签到
          member.onBirthday = true                  | 当天为会员生日
          list contains(purchase.tags, "gift")      | 消费标签包含“gift”
          zone.Asia.Tokyo.weekday = "Monday"        | Asia/Tokyo 时间的星期为周一
          count(purchase.lines) >= 2                | 商品项数满 2
          member.tier = "gold" and (purchase.amount > 5 or purchase.channel = "app") | 会员等级为 Gold，且（消费金额超过 $5，或消费渠道为“app”）
          """)
  void one_question(String feel, String said) {
    assertThat(speaker.say(sentences.condition("here", Feel.parse(feel)))).isEqualTo(said);
  }

  @Test
  void a_blank_parts_chinese_from_digits_and_letters_but_not_from_marks() {
    assertThat(chinese.gap("满", "50")).isEqualTo(" ");
    assertThat(chinese.gap("满", "€50")).isEqualTo(" ");
    assertThat(chinese.gap("余额", "−5")).isEqualTo(" ");
    assertThat(chinese.gap("Gold", "会员")).isEqualTo(" ");
    assertThat(chinese.gap("25%", "的")).isEqualTo(" ");
    assertThat(chinese.gap("5", "Points")).isEqualTo(" ");
    assertThat(chinese.gap("25", "%")).isEmpty();
    assertThat(chinese.gap("“周末”", "5")).isEmpty();
    assertThat(chinese.gap("（", "5")).isEmpty();
    assertThat(chinese.gap("获得", "星星")).isEmpty();
    assertThat(chinese.gap("", "5")).isEmpty();
  }

  @Test
  void a_unit_has_its_measure_word_where_it_is_known() {
    assertThat(points("星星")).isEqualTo("3 颗星星");
    assertThat(points("成长值")).isEqualTo("3 点成长值");
    assertThat(points("积分")).isEqualTo("3 点积分");
    assertThat(points("咖啡券")).isEqualTo("3 张咖啡券");
    assertThat(points("金币")).isEqualTo("3 枚金币");
    assertThat(points("里程")).isEqualTo("3 里程");
    assertThat(points("花")).isEqualTo("3 个花");
    assertThat(points("Stars")).isEqualTo("3 颗 Stars");
    assertThat(points("Base points")).isEqualTo("3 点“Base points”");
    assertThat(points("Points")).isEqualTo("3 Points");
    assertThat(points("Avios")).isEqualTo("3 Avios");
  }

  @Test
  void money_has_decimals_only_where_it_is_not_whole() {
    assertThat(money("10", "EUR")).isEqualTo("€10");
    assertThat(money("10.5", "EUR")).isEqualTo("€10.50");
    assertThat(money("-1234.5", "USD")).isEqualTo("−$1,234.50");
    assertThat(money("88", "CNY")).isEqualTo("¥88");
    assertThat(money("500", "JPY")).isEqualTo("JP¥500");
    assertThat(money("0.005", "KWD")).isEqualTo("KWD\u00a00.005");
  }

  @Test
  void a_title_stands_bare_only_where_no_word_of_a_sentence_is_in_it() {
    assertThat(chinese.proper("金叶")).isEqualTo("金叶");
    assertThat(chinese.proper("VIP会员")).isEqualTo("VIP会员");
    assertThat(chinese.proper("Premier 1K")).isEqualTo("Premier 1K");
    assertThat(chinese.proper("金卡或银卡")).isEqualTo("“金卡或银卡”");
    assertThat(chinese.proper("至尊")).isEqualTo("“至尊”");
    assertThat(chinese.proper("金卡 ")).isEqualTo("“金卡 ”");
    assertThat(chinese.proper("3分")).isEqualTo("“3分”");
  }

  @Test
  void what_people_typed_cannot_end_its_quotation() {
    assertThat(chinese.quoted("周末双倍")).isEqualTo("“周末双倍”");
    assertThat(chinese.quoted("a”或“b")).isEqualTo("「a”或“b」");
    assertThat(chinese.quoted("“」")).isEqualTo("「“\\」」");
    assertThat(chinese.quoted("a\\b\n")).isEqualTo("“a\\\\b\\n”");
  }

  @Test
  void a_sentence_that_ends_in_a_quotation_gets_its_stop_from_within_or_after_it() {
    assertThat(chinese.between("说明：“一杯咖啡。”")).isEmpty();
    assertThat(chinese.between("来源：“虚构”")).isEqualTo("。");
    assertThat(chinese.between("永不过期。")).isEmpty();
  }

  private static Text text(String english, String words) {
    return new Text(new TreeMap<>(Map.of("en", english, "zh-Hans", words)));
  }

  private String points(String title) {
    Phrase.Named named = new Phrase.Named(Thing.POINT_KIND, "p", text("Other", title), false);
    return speaker.say(
        Phrases.say(
            "points",
            new Phrase.Number(BigDecimal.valueOf(3)),
            new Phrase.Units(named, Optional.of(BigDecimal.valueOf(3)))));
  }

  private String money(String amount, String currency) {
    return chinese.money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  private String said(Passage passage) {
    return speaker.say(passage.sentences());
  }
}
