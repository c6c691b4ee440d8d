package dev.laurel.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeastNumberTest {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  @Test
  void the_bound_itself_meets_at_least_and_the_next_number_more_than() {
    assertThat(LeastNumber.of("purchase.amount >= 25", "purchase.amount", CENT))
        .contains(new BigDecimal("25"));
    assertThat(LeastNumber.of("purchase.amount > 25", "purchase.amount", CENT))
        .contains(new BigDecimal("25.01"));
  }

  @Test
  void nothing_else_has_a_least_number() {
    for (String expression :
        List.of(
            "purchase.amount < 25",
            "purchase.amount = 25",
            "purchase.quantity >= 25",
            "member.tier = \"Gold\"",
            "count(purchase.lines) >= 2"))
      assertThat(LeastNumber.of(expression, "purchase.amount", CENT)).as(expression).isEmpty();
  }
}
