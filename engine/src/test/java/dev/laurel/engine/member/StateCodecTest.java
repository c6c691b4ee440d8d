package dev.laurel.engine.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StateCodecTest {
  private static final MemberState FULL =
      new MemberState(
          "00001",
          42,
          Instant.parse("2026-03-10T10:00:00.123456789Z"),
          "abcdef0123456789",
          new MemberState.Profile(
              Optional.of(LocalDate.of(2020, 2, 29)),
              Optional.of(MonthDay.of(2, 29)),
              new TreeMap<>(
                  Map.of(
                      "shop", Datum.of(Value.of("Köln 中")),
                      "size", Datum.of(Value.of(new BigDecimal("123456789012345678901.25"))),
                      "staff", Datum.of(Value.of(false)),
                      "since", Datum.of(new Value.Date(LocalDate.of(1969, 12, 31))),
                      "at", Datum.of(new Value.Time(LocalTime.of(23, 59, 59))),
                      "likes", new Datum.Several(List.of("tea", "cake"))))),
          List.of(
              new MemberState.Standing(
                  "status",
                  "Gold",
                  LocalDate.of(2026, 1, 1),
                  Optional.of(LocalDate.of(2027, 1, 1)),
                  "status/Gold/entry"),
              new MemberState.Standing("rhythm", "Base", LocalDate.EPOCH, Optional.empty(), "")),
          List.of(
              new Purse(
                  "points",
                  500,
                  100,
                  50,
                  25,
                  5,
                  List.of(
                      new Purse.Lot(20_000, 20_000, Purse.NEVER, 300, false),
                      new Purse.Lot(20_001, 20_015, 20_400, 25, true)),
                  List.of(
                      new Purse.Reserved("shop", "r1", List.of()),
                      new Purse.Reserved(
                          "shop",
                          "r2",
                          List.of(new Purse.Lot(19_999, 19_999, 20_300, 12, false)))))),
          List.of(
              Tally.of(new int[] {-3, 20_000}, new long[] {Long.MIN_VALUE, 7}, 20_000),
              Tally.EMPTY),
          new TreeMap<>(
              Map.of(
                  "rules/weekend/monthly", Tally.of(new int[] {20_000}, new long[] {9}, 20_000))),
          17,
          Optional.of(LocalDate.of(2026, 3, 9)));

  @Test
  void aStateComesBackEqual() {
    assertThat(StateCodec.read(StateCodec.write(FULL))).isEqualTo(FULL);
  }

  @Test
  void equalStatesAreEqualBytes() {
    assertThat(StateCodec.write(StateCodec.read(StateCodec.write(FULL))))
        .isEqualTo(StateCodec.write(FULL));
  }

  @Test
  void aMemberOfWhomNothingIsKnownComesBackEqual() {
    MemberState nothing =
        new MemberState(
            "ann",
            0,
            Instant.MIN,
            "",
            MemberState.Profile.UNKNOWN,
            List.of(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            0,
            Optional.empty());
    assertThat(StateCodec.read(StateCodec.write(nothing))).isEqualTo(nothing);
  }

  @Test
  void anUnknownVersionIsRefusedWithWhatToDo() {
    byte[] bytes = StateCodec.write(FULL);
    bytes[0] = 99;
    assertThatThrownBy(() -> StateCodec.read(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 99")
        .hasMessageContaining("Fold the member again");
  }
}
