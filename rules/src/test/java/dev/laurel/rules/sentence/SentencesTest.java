package dev.laurel.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import org.junit.jupiter.api.Test;

/** What marketers read. */
class SentencesTest {
  private final Sentences sentences = Sentences.of(Club.pack());

  @Test
  void a_rule_for_everybody_says_the_base_and_the_rounding() {
    assertThat(said(Club.BASE))
        .isEqualTo(
            "Members earn 1 point for each $1.00 spent, net of tax, shipping, discounts and what"
                + " was paid with points; the result is rounded down once per purchase.");
  }

  @Test
  void a_multiplier_says_for_whom_and_except_when() {
    assertThat(said(Club.BETTER))
        .isEqualTo(
            "When the member is Silver or Gold and the purchase amount is at least $50.00, except"
                + " when the way of payment is \"gift card\", points from \"Base earning\" are"
                + " multiplied by 1.25.");
  }

  @Test
  void a_tier_says_what_it_takes_over_from_its_ladder() {
    Ladder ladder = Club.ladder();
    Passage silver = sentences.tier("ladders/main", ladder, ladder.tiers().get(1));
    assertThat(said(silver))
        .isEqualTo(
            "Silver is reached with $100.00 of \"Spend\" in the last 12 months, at once; it is held"
                + " for 12 months from the day it was reached or last renewed, and is renewed by an"
                + " event after which that is met again. A member who does not renew goes to the"
                + " highest tier that the metrics earn on that day.");
  }

  private String said(EarningRule rule) {
    return said(sentences.rule("earning/usual/rules/" + rule.id(), rule));
  }

  private static String said(Passage passage) {
    return String.join(" ", passage.sentences().stream().map(Speaker.english()::say).toList());
  }
}
