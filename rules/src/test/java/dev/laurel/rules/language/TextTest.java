package dev.laurel.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void words_are_those_of_the_language_or_of_the_nearest_that_there_is() {
    Text exact = text(Map.of("en", "Gold", "zh", "金", "zh-Hans", "金卡", "zh-Hant", "金咭"));
    assertThat(exact.in("zh-Hans")).isEqualTo("金卡");
    assertThat(exact.in("zh-Hans-SG")).isEqualTo("金卡");
    assertThat(exact.in("zh-TW")).isEqualTo("金");
    assertThat(text(Map.of("en", "Gold", "zh-CN", "金卡")).in("zh-Hans")).isEqualTo("金卡");
    assertThat(text(Map.of("en", "Gold", "zh-Hant", "金咭")).in("zh")).isEqualTo("金咭");
  }

  @Test
  void english_stands_in_for_a_language_that_is_not_there() {
    assertThat(text(Map.of("en", "Gold", "de", "Gold-Stufe")).in("zh-Hans")).isEqualTo("Gold");
    assertThat(text(Map.of("fr", "Or", "it", "Oro")).in("zh-Hans")).isEqualTo("Or");
    assertThat(Text.of("Gold").in("")).isEqualTo("Gold");
  }

  private static Text text(Map<String, String> byLanguage) {
    return new Text(new TreeMap<>(byLanguage));
  }
}
