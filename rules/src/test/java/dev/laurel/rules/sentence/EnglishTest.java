package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EnglishTest {
  private final Tongue english = new English();

  @Test
  void numbers_have_all_their_decimals_and_groups_of_three() {
    assertThat(english.number(new BigDecimal("0"))).isEqualTo("0");
    assertThat(english.number(new BigDecimal("999"))).isEqualTo("999");
    assertThat(english.number(new BigDecimal("1000"))).isEqualTo("1,000");
    assertThat(english.number(new BigDecimal("-1234567.890"))).isEqualTo("−1,234,567.89");
    assertThat(english.number(new BigDecimal("1E+6"))).isEqualTo("1,000,000");
    assertThat(english.number(new BigDecimal("0.000001"))).isEqualTo("0.000001");
  }

  @Test
  void money_has_the_decimals_of_its_currency_at_least() {
    assertThat(money("1", "USD")).isEqualTo("$1.00");
    assertThat(money("1234.5", "USD")).isEqualTo("$1,234.50");
    assertThat(money("0.005", "USD")).isEqualTo("$0.005");
    assertThat(money("-20", "EUR")).isEqualTo("−€20.00");
    assertThat(money("500", "JPY")).isEqualTo("¥500");
    assertThat(money("1", "KWD")).isEqualTo("KWD\u00a01.000");
    assertThat(money("1", "CNY")).isEqualTo("CN¥1.00");
    assertThat(money("1", "CAD")).isEqualTo("CA$1.00");
  }

  @Test
  void the_locale_of_the_machine_changes_nothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(money("1234.5", "EUR")).isEqualTo("€1,234.50");
      assertThat(english.opening("its tier")).isEqualTo("Its tier");
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(english.opening("its tier")).isEqualTo("Its tier");
      assertThat(english.counted("POINTS", "other")).isEqualTo("points");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_title_stands_bare_only_where_it_reads_as_a_proper_name() {
    assertThat(english.proper("Gold")).isEqualTo("Gold");
    assertThat(english.proper("Premier 1K")).isEqualTo("Premier 1K");
    assertThat(english.proper("Émeraude")).isEqualTo("Émeraude");
    assertThat(english.proper("gold")).isEqualTo("\"gold\"");
    assertThat(english.proper("Gold or Silver")).isEqualTo("\"Gold or Silver\"");
    assertThat(english.proper("Gold, Silver")).isEqualTo("\"Gold, Silver\"");
    assertThat(english.proper("1K")).isEqualTo("\"1K\"");
    assertThat(english.proper("Gold ")).isEqualTo("\"Gold \"");
    assertThat(english.proper("")).isEqualTo("\"\"");
  }

  @Test
  void what_people_typed_cannot_end_its_quotation_or_hide_in_it() {
    assertThat(english.quoted("a\" or \"b")).isEqualTo("\"a\\\" or \\\"b\"");
    assertThat(english.quoted("back\\slash")).isEqualTo("\"back\\\\slash\"");
    assertThat(english.quoted("two\nlines\tand a tab")).isEqualTo("\"two\\nlines\\tand a tab\"");
    assertThat(english.quoted("zero\u200bwidth, \u202eturned"))
        .isEqualTo("\"zero\\u{200B}width, \\u{202E}turned\"");
    assertThat(english.quoted("no\u00a0break")).isEqualTo("\"no\\u{A0}break\"");
    assertThat(english.quoted("\\u{200B}")).isEqualTo("\"\\\\u{200B}\"");
    assertThat(english.quoted("lone \ud83d half")).isEqualTo("\"lone \\u{D83D} half\"");
    assertThat(english.quoted("積分 😀")).isEqualTo("\"積分 😀\"");
  }

  @Test
  void points_go_by_their_number_where_english_is_plain() {
    assertThat(english.counted("Stars", "one")).isEqualTo("Star");
    assertThat(english.counted("Stars", "other")).isEqualTo("Stars");
    assertThat(english.counted("Miles", "one")).isEqualTo("Mile");
    assertThat(english.counted("Avios", "one")).isEqualTo("Avios");
    assertThat(english.counted("Status", "one")).isEqualTo("Status");
    assertThat(english.counted("Rubies", "one")).isEqualTo("Rubies");
    assertThat(english.counted("Tier points", "one")).isEqualTo("\"Tier point\"");
    assertThat(english.counted("Points", "one")).isEqualTo("point");
    assertThat(english.counted("Points", "other")).isEqualTo("points");
  }

  private String money(String amount, String currency) {
    return english.money(new BigDecimal(amount), Currency.getInstance(currency));
  }
}
