package dev.laurel.engine.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.member.MemberState.Beside;
import dev.laurel.engine.member.MemberState.Grant;
import dev.laurel.engine.member.MemberState.Granted;
import dev.laurel.engine.member.MemberState.Held;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateCodecTest {
  /** What only the newest version knows. */
  private record Given(
      List<Purse.Lot> lots, long below, Exchange exchange, Optional<String> instead) {}

  private static final Given GIVEN =
      new Given(
          List.of(
              new Purse.Lot(20_001, Purse.NEVER, 20_400, 7, true, true, 20_001),
              new Purse.Lot(19_000, 19_000, 20_100, 9, false, false, 20_003)),
          11,
          new Exchange(40, 9, 2),
          Optional.of("Silver"));

  private static final Given NOT_GIVEN = new Given(List.of(), 0, Exchange.NONE, Optional.empty());

  private static final MemberState FULL = withAll(GIVEN);

  private static MemberState withAll(Given given) {
    return full(
        new TreeMap<>(Map.of("Gold", LocalDate.of(2027, 1, 1), "Silver", LocalDate.MAX)),
        new Beside(
            Optional.of(LocalDate.of(2027, 1, 1)),
            Optional.of(LocalDate.of(2026, 11, 1)),
            Optional.of(
                new Granted(
                    new TreeMap<>(
                        Map.of(
                            "Gold",
                            new Grant(LocalDate.of(2027, 1, 1), "goodwill", Optional.empty()),
                            "Silver",
                            new Grant(
                                LocalDate.of(2028, 1, 1),
                                "moved house",
                                Optional.of(LocalDate.of(2028, 3, 1))))),
                    Optional.of(
                        new Held(
                            "Silver",
                            LocalDate.of(2025, 5, 1),
                            Optional.of(LocalDate.of(2026, 12, 31)),
                            "status/Silver/entry")))),
            given.instead()),
        true,
        List.of(
            new Purse.Streak(":purchase", 20_000, 20_000),
            new Purse.Streak("month:purchase,reload", Long.MIN_VALUE, 20_030)),
        19_990,
        new Purse.Buying(12_345, 678),
        given);
  }

  private static MemberState full(
      SortedMap<String, LocalDate> terms,
      Beside beside,
      boolean follows,
      List<Purse.Streak> streaks,
      long lastLapse,
      Purse.Buying buying,
      Given given) {
    return new MemberState(
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
                "status/Gold/entry",
                terms,
                beside),
            new MemberState.Standing("rhythm", "Base", LocalDate.EPOCH, Optional.empty(), "")),
        List.of(
            new Purse(
                "points",
                500,
                100,
                50,
                25,
                5,
                Stream.concat(
                        Stream.of(
                            new Purse.Lot(20_000, 20_000, Purse.NEVER, 300, false),
                            new Purse.Lot(20_001, 20_015, 20_400, 25, true, follows, 20_001)),
                        given.lots().stream())
                    .toList(),
                List.of(
                    new Purse.Reserved("shop", "r1", List.of()),
                    new Purse.Reserved(
                        "shop", "r2", List.of(new Purse.Lot(19_999, 19_999, 20_300, 12, false)))),
                streaks,
                lastLapse,
                buying,
                given.below(),
                given.exchange())),
        List.of(
            Tally.of(new int[] {-3, 20_000}, new long[] {Long.MIN_VALUE, 7}, 20_000), Tally.EMPTY),
        new TreeMap<>(
            Map.of("rules/weekend/monthly", Tally.of(new int[] {20_000}, new long[] {9}, 20_000))),
        17,
        Optional.of(LocalDate.of(2026, 3, 9)));
  }

  /** The same without terms, as version 2 wrote it. */
  private static final String VERSION_2 =
      "020530303030312ac0aeff9a0d959aef3a106162636465663031323334353637383901a29e02021d"
          + "0602617407ffa205056c696b657308020463616b65037465610473686f7003064bc3b66c6e20e4b8"
          + "ad0573696e636506010473697a6502040a029d42b64e76714244cd05737461666605020673746174"
          + "757304476f6c64ccbf0201a6c502117374617475732f476f6c642f656e7472790672687974686d04"
          + "426173650000000106706f696e7473e807c80164320a02c0b802c0b802feffffffffffffffff01d8"
          + "0400c2b802deb802e0be023201020473686f70027231000473686f7002723201beb802beb80298bd"
          + "02180002c0b8020205ffffffffffffffffff01c0b8020effffffff0f00011572756c65732f776565"
          + "6b656e642f6d6f6e74686c79c0b80201c0b802121101d2c002";

  /** With terms and nothing beside them, as version 3 wrote it. */
  private static final String VERSION_3 =
      "030530303030312ac0aeff9a0d959aef3a106162636465663031323334353637383901a29e02021d"
          + "0602617407ffa205056c696b657308020463616b65037465610473686f7003064bc3b66c6e20e4b8"
          + "ad0573696e636506010473697a6502040a029d42b64e76714244cd05737461666605020673746174"
          + "757304476f6c64ccbf0201a6c502117374617475732f476f6c642f656e7472790204476f6c64a6c5"
          + "020653696c766572eea3daa1a1150672687974686d0442617365000000000106706f696e7473e807"
          + "c80164320a02c0b802c0b802feffffffffffffffff01d80400c2b802deb802e0be02320102047368"
          + "6f70027231000473686f7002723201beb802beb80298bd02180002c0b8020205ffffffffffffffff"
          + "ff01c0b8020effffffff0f00011572756c65732f7765656b656e642f6d6f6e74686c79c0b80201c0"
          + "b802121101d2c002";

  /** With what stands beside them, and nothing given to others, as version 4 wrote it. */
  private static final String VERSION_5 =
      "050530303030312ac0aeff9a0d959aef3a106162636465663031323334353637383901a29e02021d"
          + "0602617407ffa205056c696b657308020463616b65037465610473686f7003064bc3b66c6e20e4b8"
          + "ad0573696e636506010473697a6502040a029d42b64e76714244cd05737461666605020673746174"
          + "757304476f6c64ccbf0201a6c502117374617475732f476f6c642f656e7472790204476f6c64a6c5"
          + "020653696c766572eea3daa1a1150301a6c50201acc402010204476f6c64a6c50208676f6f647769"
          + "6c6c000653696c76657280cb020b6d6f76656420686f75736501f8cb02010653696c766572e2bb02"
          + "01a4c502137374617475732f53696c7665722f656e7472790653696c7665720672687974686d0442"
          + "61736500000000000106706f696e7473e807c80164320a04c0b802c0b802feffffffffffffffff01"
          + "d80400c2b802deb802e0be023203c2b80200e0be020e07f0a802f0a80288ba021208c6b802020473"
          + "686f70027231000473686f7002723201beb802beb80298bd02180002093a7075726368617365c0b8"
          + "02c0b802156d6f6e74683a70757263686173652c72656c6f6164ffffffffffffffffff01fcb802ac"
          + "b802f2c001cc0a031650120402c0b8020205ffffffffffffffffff01c0b8020effffffff0f000115"
          + "72756c65732f7765656b656e642f6d6f6e74686c79c0b80201c0b802121101d2c002";

  private static final String VERSION_4 =
      "040530303030312ac0aeff9a0d959aef3a106162636465663031323334353637383901a29e02021d"
          + "0602617407ffa205056c696b657308020463616b65037465610473686f7003064bc3b66c6e20e4b8"
          + "ad0573696e636506010473697a6502040a029d42b64e76714244cd05737461666605020673746174"
          + "757304476f6c64ccbf0201a6c502117374617475732f476f6c642f656e7472790204476f6c64a6c5"
          + "020653696c766572eea3daa1a1150101a6c50201acc402010204476f6c64a6c50208676f6f647769"
          + "6c6c000653696c76657280cb020b6d6f76656420686f75736501f8cb02010653696c766572e2bb02"
          + "01a4c502137374617475732f53696c7665722f656e7472790672687974686d044261736500000000"
          + "000106706f696e7473e807c80164320a02c0b802c0b802feffffffffffffffff01d80400c2b802de"
          + "b802e0be023203020473686f70027231000473686f7002723201beb802beb80298bd02180002093a"
          + "7075726368617365c0b802c0b802156d6f6e74683a70757263686173652c72656c6f6164ffffffff"
          + "ffffffffff01fcb802acb802f2c001cc0a02c0b8020205ffffffffffffffffff01c0b8020effffff"
          + "ff0f00011572756c65732f7765656b656e642f6d6f6e74686c79c0b80201c0b802121101d2c002";

  /** With something handed out and something set aside, as version 6 wrote it. */
  private static final String VERSION_6 =
      "060530303030312ac0aeff9a0d959aef3a106162636465663031323334353637383901a29e02021d"
          + "0602617407ffa205056c696b657308020463616b65037465610473686f7003064bc3b66c6e20e4b8"
          + "ad0573696e636506010473697a6502040a029d42b64e76714244cd05737461666605020673746174"
          + "757304476f6c64ccbf0201a6c502117374617475732f476f6c642f656e7472790204476f6c64a6c5"
          + "020653696c766572eea3daa1a1150301a6c50201acc402010204476f6c64a6c50208676f6f647769"
          + "6c6c000653696c76657280cb020b6d6f76656420686f75736501f8cb02010653696c766572e2bb02"
          + "01a4c502137374617475732f53696c7665722f656e7472790653696c7665720672687974686d0442"
          + "61736500000000000106706f696e7473e807c80164320a04c0b802c0b802feffffffffffffffff01"
          + "d80400c2b802deb802e0be023203c2b80200e0be020e07f0a802f0a80288ba021208c6b802020473"
          + "686f70027231000473686f7002723201beb802beb80298bd02180002093a7075726368617365c0b8"
          + "02c0b802156d6f6e74683a70757263686173652c72656c6f6164ffffffffffffffffff01fcb802ac"
          + "b802f2c001cc0a031650120402c0b802020005ffffffffffffffffff01c0b8020effffffff0f0001"
          + "1572756c65732f7765656b656e642f6d6f6e74686c79c0b8020100c0b802121101d2c0020101076c"
          + "617073696e67c0c00200000001036375700474696c6c013702c0c00200c0c0020106d41f06010773"
          + "686f703a72320362616706706f696e74730473686f700272320000";

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
  void statesOfTheVersionsBeforeAreReadStill() {
    assertThat(StateCodec.read(HexFormat.of().parseHex(VERSION_2)))
        .isEqualTo(before(new TreeMap<>()));
    assertThat(StateCodec.read(HexFormat.of().parseHex(VERSION_3)))
        .isEqualTo(before(FULL.standings().getFirst().terms()));
    assertThat(StateCodec.read(HexFormat.of().parseHex(VERSION_4))).isEqualTo(withAll(NOT_GIVEN));
    assertThat(StateCodec.read(HexFormat.of().parseHex(VERSION_5))).isEqualTo(FULL);
  }

  @Test
  void whatWasHandedOutBeforeThereWereCodesIsReadStill() {
    LocalDate day = LocalDate.of(2026, 2, 28);
    Tally used = Tally.EMPTY.plus(2026, 3, Math.toIntExact(day.toEpochDay()), 2025);
    Holdings holdings =
        new Holdings(
            new TreeMap<>(Map.of("lapsing", day)),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(new Holdings.Entitlement("cup", "till", "7", 2, day, Optional.empty(), used)),
            new TreeMap<>(
                Map.of(
                    "shop:r2",
                    new Holdings.Hold("bag", "points", "shop", "r2", Optional.empty()))));
    assertThat(StateCodec.read(HexFormat.of().parseHex(VERSION_6))).isEqualTo(FULL.with(holdings));
  }

  @Test
  void whatAMemberHasBesideComesBackEqual() {
    MemberState state =
        FULL.with(
            beside(
                List.of(
                    new Unsettled("till:7", "points", -3, 0, 0, 4),
                    new Unsettled("till:7", "stars", 0, 5, 70, 0),
                    new Unsettled("till:8", Unsettled.metric("earned"), 0, 12, 0, 0))));
    assertThat(StateCodec.read(StateCodec.write(state))).isEqualTo(state);
  }

  @Test
  void whatAMemberHadBesideBeforeRewardsWereSettledIsReadStill() {
    MemberState state = FULL.with(beside(List.of()));
    byte[] now = StateCodec.write(state);
    // Before the last byte, which says that the member is in no pool, version 7 counted no rewards.
    byte[] then = Arrays.copyOf(now, now.length - 1);
    then[0] = 7;
    assertThat(StateCodec.read(then)).isEqualTo(state);
  }

  @Test
  void ofRewardsOnlyTheNewestAreRemembered() {
    Holdings holdings = Holdings.NONE;
    for (int i = 0; i <= Holdings.MOST_UNSETTLED; i++)
      holdings = holdings.with(new Unsettled("till:" + i, "points", 1, 0, 0, 0));
    assertThat(holdings.unsettled()).hasSize(Holdings.MOST_UNSETTLED);
    assertThat(holdings.unsettled("till:0", "points").isNothing()).isTrue();
    assertThat(holdings.unsettled("till:1", "points").beyond()).isEqualTo(1);
    for (int i = 1; i <= Holdings.MOST_UNSETTLED; i++)
      holdings = holdings.with(Unsettled.nothing("till:" + i, "points"));
    assertThat(holdings).isEqualTo(Holdings.NONE);
  }

  private static Holdings beside(List<Unsettled> unsettled) {
    LocalDate day = LocalDate.of(2026, 2, 28);
    Tally used = Tally.EMPTY.plus(2026, 3, Math.toIntExact(day.toEpochDay()), 2025);
    return new Holdings(
        new TreeMap<>(Map.of("lapsing", day, "big", LocalDate.of(1969, 12, 31))),
        new TreeMap<>(Map.of("P6M", day)),
        new TreeMap<>(
            Map.of(
                "cups",
                new Holdings.Progress(9, day, day.plusDays(3), 2),
                "weeks",
                Holdings.Progress.NOT_BEGUN)),
        List.of(
            new Holdings.Entitlement(
                "cup", "till", "7", 1, day, Optional.of(day.plusDays(60)), Tally.EMPTY),
            new Holdings.Entitlement(
                "cup", "till", "7", 2, day, Optional.empty(), used, Optional.of("CUP23456"))),
        new TreeMap<>(
            Map.of(
                "shop:r1",
                new Holdings.Hold("bag", "points", "shop", "r1", Optional.of(day)),
                "shop:r2",
                new Holdings.Hold("bag", "points", "shop", "r2", Optional.empty()))),
        Optional.of("ben"),
        new TreeMap<>(Map.of(Holdings.consent("e-mail", "news"), day)),
        unsettled,
        Optional.empty());
  }

  @Test
  void holdingsWithAPlaceForFifthsAreReadStill() {
    Holdings holdings =
        new Holdings(
            new TreeMap<>(Map.of("good", LocalDate.of(2026, 2, 28))),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            new TreeMap<>());
    MemberState state = FULL.with(holdings);
    byte[] now = StateCodec.write(state);
    // Behind its segments version 6 counted fifths, of which there were none, as of all that
    // follows.
    byte[] then = Arrays.copyOf(now, now.length + 1);
    then[0] = 6;
    assertThat(StateCodec.read(then)).isEqualTo(state);
  }

  @Test
  void whoIsInWhichPoolComesBackEqual() {
    Instant at = Instant.parse("2026-03-01T09:00:00.000000007Z");
    MemberState member = pooled(Pooling.NONE.into("pool:home", at));
    assertThat(StateCodec.read(StateCodec.write(member))).isEqualTo(member);
    MemberState pool =
        pooled(
            Pooling.NONE
                .with("ann", at)
                .with("ben", at.plusSeconds(5))
                .without("ann", at.plusSeconds(9))
                .asking("till:1", "ben", Optional.empty())
                .untaken("points", 7));
    assertThat(StateCodec.read(StateCodec.write(pool))).isEqualTo(pool);
    MemberState benefit = pooled(pool.pooling().asking("till:2", "ben", Optional.of("lounge")));
    assertThat(StateCodec.read(StateCodec.write(benefit))).isEqualTo(benefit);
    assertThat(pool.pooling().lastChange()).isEqualTo(at.plusSeconds(9));
  }

  private static MemberState pooled(Pooling pooling) {
    return new MemberState(
        FULL.member(),
        FULL.version(),
        FULL.asOf(),
        FULL.metricSet(),
        FULL.profile(),
        FULL.standings(),
        FULL.purses(),
        FULL.tallies(),
        FULL.usages(),
        FULL.purchases(),
        FULL.lastPurchase(),
        FULL.holdings(),
        pooling);
  }

  private static MemberState before(SortedMap<String, LocalDate> terms) {
    return full(
        terms, Beside.NOTHING, false, List.of(), Long.MIN_VALUE, Purse.Buying.NOTHING, NOT_GIVEN);
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
