package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A second language needs a file of templates and a small class, whatever its word order: here a
 * toy that says what is given before it says when, and numbers after their units.
 */
class OtherLanguageTest {
  private final Speaker speaker = Speaker.of(new Yo());
  private final Sentences sentences = Sentences.of(Club.pack());

  @Test
  void the_same_rule_in_another_order_of_words() {
    assertThat(said(rule(Club.BASE))).isEqualTo("sub da 100c -> «PUNTO» 1 (omnes) sine t:s:d:p!");
    assertThat(said(rule(Club.BETTER)))
        .isEqualTo(
            "x 1.25 «Base earning» << si es «Silver»|«Gold» socio & es min 5000c suma"
                + " ~ salvo es «gift card» modo!");
  }

  @Test
  void the_same_tier_with_another_plural() {
    Ladder ladder = Club.ladder();
    assertThat(said(sentences.tier("ladders/main", ladder, ladder.tiers().get(1))))
        .isEqualTo("re 12mm << [12mm] «Spend» 10000c -> «Silver»!cado x!");
  }

  @Test
  void words_keep_their_places_in_any_order() {
    List<Run> runs = speaker.runs(rule(Club.BETTER).sentences().getFirst());
    assertThat(runs)
        .containsSubsequence(
            new Run.Word(Phrase.Kind.HOW_MUCH, "earning/usual/rules/better/then/1/by", "1.25"),
            new Run.Word(
                Phrase.Kind.WHAT, "earning/usual/rules/better/then/1/of", "«Base earning»"),
            new Run.Word(
                Phrase.Kind.WHO,
                "earning/usual/rules/better/when/only/parts/1",
                "«Silver»|«Gold»"));
  }

  private Passage rule(EarningRule rule) {
    return sentences.rule("earning/usual/rules/" + rule.id(), rule);
  }

  private String said(Passage passage) {
    return String.join("", passage.sentences().stream().map(speaker::say).toList());
  }

  /** Money in cents, every title in its own marks, a plural for the dozen, no capitals. */
  private static final class Yo implements Tongue {
    @Override
    public String language() {
      return "yo";
    }

    @Override
    public String plural(BigDecimal number) {
      return number.intValueExact() == 12 ? "dual" : "other";
    }

    @Override
    public String number(BigDecimal number) {
      return number.toPlainString();
    }

    @Override
    public String money(BigDecimal amount, Currency currency) {
      return amount.movePointRight(2).toPlainString() + "c";
    }

    @Override
    public String quoted(String text) {
      return "«" + text + "»";
    }

    @Override
    public String proper(String title) {
      return quoted(title);
    }

    @Override
    public String counted(String title, String plural) {
      return quoted("PUNTO");
    }

    @Override
    public String opening(String words) {
      return words;
    }

    @Override
    public String measure(String title) {
      return "";
    }

    @Override
    public String between(String before) {
      return "";
    }

    @Override
    public String gap(String before, String after) {
      return "";
    }

    @Override
    public int rank(Phrase.Role role) {
      return 0;
    }
  }
}
