package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.rules.sentence.Template.Piece;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void a_template_holds_text_arguments_and_words_that_follow_a_number() {
    assertThat(Template.parse("warning", "{0} {0:one=day|other=days} before {1}."))
        .isEqualTo(
            new Template(
                List.of(
                    new Piece.Argument(0),
                    new Piece.Literal(" "),
                    new Piece.Choice(0, Map.of("one", "day", "other", "days")),
                    new Piece.Literal(" before "),
                    new Piece.Argument(1),
                    new Piece.Literal(".")),
                2));
  }

  @Test
  void a_template_may_ask_for_the_measure_word_of_a_unit() {
    assertThat(Template.parse("points", "{0}{1:measure}{1}"))
        .isEqualTo(
            new Template(
                List.of(new Piece.Argument(0), new Piece.Measure(1), new Piece.Argument(1)), 2));
  }

  @Test
  void an_argument_that_is_skipped_is_refused_for_it_would_be_lost() {
    assertThatThrownBy(() -> Template.parse("rule", "{0} and {2}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The template rule skips an argument: it uses [0, 2].");
  }

  @Test
  void a_brace_that_opens_nothing_is_refused() {
    assertThatThrownBy(() -> Template.parse("rule", "{0} and {one}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The template rule has a stray brace.");
  }

  @Test
  void a_choice_without_a_form_for_all_other_numbers_is_refused() {
    assertThatThrownBy(() -> Template.parse("rule", "{0} {0:one=day}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The template rule lacks the form other.");
    assertThatThrownBy(() -> Template.parse("rule", "{0} {0:day}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The template rule has a form without a category: day.");
  }

  @Test
  void what_joins_stands_between_two_arguments() {
    assertThat(Template.separator("join.and.end", "{0} and {1}")).isEqualTo(" and ");
    assertThatThrownBy(() -> Template.separator("join.and.end", "{1} and {0}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The template join.and.end must be {0}, what joins, and {1}.");
  }
}
