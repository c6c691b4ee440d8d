package dev.laurel.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.sentence.Speaker;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The templates for decisions are the same in every language. */
class WordsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");
  private static final Pattern FOREIGN = Pattern.compile("[A-Za-z,.:;?!()\"' ]");

  @Test
  void every_language_has_the_same_templates_that_take_the_same_arguments() {
    for (Speaker speaker : Speaker.all())
      assertThat(arguments(speaker.language())).as(speaker.language()).isEqualTo(arguments("en"));
  }

  @Test
  void chinese_is_chinese_with_marks_of_full_width() {
    assertThat(
            Words.templates("zh-Hans").values().stream()
                .filter(text -> FOREIGN.matcher(text.replaceAll("\\{\\d}", "")).find()))
        .isEmpty();
  }

  @Test
  void every_refusal_that_is_known_has_its_words() {
    assertThat(Words.templates("en").keySet())
        .containsAll(OfRefusals.CODES.stream().map("told.refused."::concat).toList())
        .contains("told.refused.other");
  }

  private static Map<String, Object> arguments(String language) {
    return Words.templates(language).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    ARGUMENT
                        .matcher(entry.getValue())
                        .results()
                        .map(found -> found.group())
                        .collect(Collectors.toCollection(TreeSet::new)),
                (one, _) -> one,
                TreeMap::new));
  }
}
