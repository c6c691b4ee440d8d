package dev.laurel.rules.check;

import static dev.laurel.rules.check.Make.a;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Membership;
import dev.laurel.rules.random.RandomPacks;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a whole pack is refused for, and what it is not. */
class PackCheckTest {
  @Test
  void the_least_pack_has_no_fault() {
    assertThat(PackCheck.check(TestPack.minimal())).isEmpty();
  }

  @Test
  void a_pack_that_says_a_little_of_everything_has_no_fault() {
    assertThat(PackCheck.check(TestPack.full())).isEmpty();
  }

  @Test
  void all_faults_are_told_at_once() {
    Pack pack =
        Edit.set("pack/version", "one")
            .and(Edit.set("programme/metrics/spend/over", "yaer"))
            .and(Edit.set("earning/usual/rules/base/when", "purchase.amuont > 1"))
            .and(Edit.set("ladders/main/tiers/gold/entry/atLeast", 400))
            .and(Edit.set("scenarios/returned/steps/3/event/of", "p2"))
            .apply(TestPack.full());
    assertThat(PackCheck.check(pack))
        .extracting(f -> f.code() + " " + f.place())
        .containsExactly(
            "unknown-word earning/usual/rules/base/when/only",
            "tier-not-rising ladders/main/tiers/gold/entry/atLeast",
            "bad-version pack/version",
            "unknown-reference programme/metrics/spend/over",
            "unknown-reference scenarios/returned/steps/3/event/of");
  }

  @Test
  void a_fault_names_value_and_remedy() {
    Pack pack = Edit.set("programme/metrics/spend/over", "yaer").apply(TestPack.full());
    assertThat(PackCheck.check(pack))
        .containsExactly(
            Fault.at(
                "unknown-reference",
                "programme/metrics/spend/over",
                "yaer",
                "\"yaer\" is not the id of a period here.",
                "Did you mean \"year\"?"));
  }

  @Test
  void a_currency_without_coins_is_refused() {
    Pack pack =
        Edit.set("programme/currency", Currency.getInstance("XAU")).apply(TestPack.minimal());
    assertThat(PackCheck.check(pack))
        .extracting(f -> f.code() + " " + f.place())
        .containsExactly("no-minor-unit programme/currency");
  }

  @Test
  void amounts_have_the_decimals_of_the_currency() {
    Edit yen = Edit.set("programme/currency", Currency.getInstance("JPY"));
    Edit amount = Edit.set("segments", segment("rich", "points.points > 0.5"));
    assertThat(PackCheck.check(yen.apply(TestPack.full())))
        .extracting(Fault::code)
        .containsOnly("too-many-decimals")
        .hasSizeGreaterThan(5);
    assertThat(PackCheck.check(yen.and(amount).apply(TestPack.minimal())))
        .extracting(Fault::code)
        .containsExactly("unknown-word");
  }

  @Test
  void no_more_faults_are_told_than_anybody_reads() {
    List<Segment> many =
        IntStream.range(0, 3 * Faults.MOST)
            .mapToObj(i -> segment("s" + i, "member.x" + i + " = 1"))
            .toList();
    assertThat(PackCheck.check(Edit.set("segments", many).apply(TestPack.minimal())))
        .hasSize(Faults.MOST);
  }

  @Test
  void a_long_way_from_segment_to_segment_is_followed_to_its_end() {
    int length = 20_000;
    List<Segment> chain =
        IntStream.range(0, length)
            .mapToObj(i -> segment("s" + i, after("s" + (i + 1) % length)))
            .toList();
    assertThat(PackCheck.check(Edit.set("segments", chain).apply(TestPack.minimal())))
        .extracting(f -> f.code() + " " + f.place())
        .containsExactly("segment-cycle segments/s0/is");
  }

  private static String after(String segment) {
    return "list contains(member.segments, \"%s\")".formatted(segment);
  }

  private static Segment segment(String id, String when) {
    return a(Segment.class, "id", id, "is", a(Membership.Meets.class, "when", when));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void whatever_can_be_said_is_checked_to_its_end(
      @ForAll long seed, @ForAll @IntRange(max = 5) int size) {
    Pack pack = RandomPacks.any(Pack.class, new Random(seed), size);
    assertThat(PackCheck.check(pack))
        .allSatisfy(fault -> {
          assertThat(fault.code()).matches("[a-z]+(-[a-z]+)*");
          assertThat(fault.place()).isNotEmpty();
          assertThat(fault.message()).isNotBlank();
          assertThat(fault.remedy()).isNotBlank();
        });
  }
}
