package dev.laurel.ui.studio.tryit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TryCaseTest {
  private static final TryCase NOTHING = TryCase.of(QueryParameters.empty());

  @Test
  void its_address_holds_all_of_it() {
    TryCase invented =
        NOTHING
            .tier("level", "Captain")
            .fact("newsletter", "true")
            .enrolled(Optional.of(LocalDate.of(2026, 2, 28)))
            .lines(
                List.of(
                    new TryCase.Line(
                        new BigDecimal("2"),
                        new BigDecimal("4.20"),
                        new TreeMap<>(Map.of("category", "Tea & co")))))
            .attribute("channel", "app")
            .at(Optional.of(LocalDateTime.of(2026, 11, 21, 10, 40)));
    assertThat(TryCase.of(invented.address())).isEqualTo(invented);
    TryCase member = NOTHING.of(Optional.of("ann/1"));
    assertThat(TryCase.of(member.address())).isEqualTo(member);
  }

  @Test
  void what_cannot_be_read_is_left_out() {
    TryCase read =
        TryCase.of(
            new QueryParameters(
                Map.of(
                    "line", List.of("many~1", "1", "1~2"),
                    "at", List.of("yesterday"),
                    "enrolled", List.of("2026-02-30"))));
    assertThat(read.lines()).hasSize(1);
    assertThat(read.at()).isEmpty();
    assertThat(read.enrolled()).isEmpty();
  }

  @Test
  void the_amount_is_that_of_all_pieces() {
    TryCase.Line two =
        new TryCase.Line(new BigDecimal("2"), new BigDecimal("4.20"), new TreeMap<>());
    assertThat(NOTHING.lines(List.of(two, two)).amount()).isEqualByComparingTo("16.80");
  }

  @Test
  void prices_are_read_with_comma_and_point() {
    assertThat(Prices.read(" 12,5 ")).contains(new BigDecimal("12.5"));
    assertThat(Prices.read("12.50")).contains(new BigDecimal("12.50"));
    assertThat(Prices.read("12.")).contains(new BigDecimal("12.0"));
    assertThat(List.of("", "-1", "1.2.3", "12345678", "1e3", "١"))
        .allSatisfy(text -> assertThat(Prices.read(text)).isEmpty());
  }
}
