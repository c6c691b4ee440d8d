package dev.laurel.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormTest {
  private static final NumberForm POINT = new NumberForm('.', Optional.empty());
  private static final NumberForm GROUPED = new NumberForm(',', Optional.of('.'));
  private static final NumberForm SPACED = new NumberForm(',', Optional.of(' '));

  @Property
  void every_decimal_is_read_exactly(@ForAll long unscaled, @ForAll @IntRange(max = 10) int scale) {
    BigDecimal number = BigDecimal.valueOf(unscaled, scale);
    assertThat(POINT.read(number.toPlainString())).contains(number);
    assertThat(GROUPED.read(" " + number.toPlainString().replace('.', ',') + " ")).contains(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234,56|1234.56",
        "12.34.567|1234567",
        "+1.000|1000",
        "-0,5|-0.5",
        ",5|0.5",
        "1234,5|1234.5"
      })
  void groups_of_digits(String written, BigDecimal meant) {
    assertThat(GROUPED.read(written)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "1.50",
        "1234.567.1",
        ".123",
        "1..234",
        "1.2345",
        "1,5,5",
        "1.234.",
        "--1",
        "",
        "-",
        ",",
        "1,",
        "1 234",
        "1e5",
        "０１",
        "12€"
      })
  void what_is_no_number_is_none(String written) {
    assertThat(GROUPED.read(written)).isEmpty();
  }

  @Test
  void a_blank_between_groups_may_be_any_blank() {
    for (String blank : new String[] {" ", "\u00a0", "\u202f"})
      assertThat(SPACED.read("1" + blank + "234,50")).contains(new BigDecimal("1234.50"));
  }

  @Test
  void numbers_too_long_for_anything_are_none() {
    assertThat(POINT.read("9".repeat(30))).contains(new BigDecimal("9".repeat(30)));
    assertThat(POINT.read("9".repeat(31))).isEmpty();
  }
}
