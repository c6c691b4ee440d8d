package dev.laurel.ui.studio.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.rehearsal.Rehearsed;
import dev.laurel.engine.rehearsal.Rehearsed.Counted;
import dev.laurel.engine.rehearsal.Rehearsed.Difference;
import dev.laurel.ui.studio.PageTest;
import dev.laurel.ui.studio.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How it is said what a change would have done. */
class RehearsedLineTest extends PageTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final List<Difference> MORE =
      List.of(new Difference("beans", 240), new Difference("treats", -3));

  private static Counted counted(Optional<LocalDate> begins, int asked, long members, int touched) {
    return new Counted(
        TODAY.minusMonths(12),
        TODAY,
        begins,
        asked,
        members,
        touched,
        touched == 0 ? List.of() : MORE,
        List.of());
  }

  private static String said(Rehearsed rehearsed) {
    RehearsedLine line = new RehearsedLine(() -> rehearsed, World.cafe().pack());
    assertThat(line.getText()).isNotEmpty();
    line.show();
    return line.getText();
  }

  @Test
  void where_all_were_asked_the_figure_is_exact() {
    assertThat(said(counted(Optional.empty(), 8, 8, 3)))
        .isEqualTo(
            "In the last 12 months it alone would have made a difference to 3 of all 8 members: "
                + "+240 Beans, −3 Treats.");
    assertThat(said(counted(Optional.empty(), 8, 8, 0)))
        .isEqualTo(
            "In the last 12 months it alone would have made no difference to any of 8 members.");
  }

  @Test
  void a_sample_is_called_one_and_comes_with_its_interval() {
    assertThat(said(counted(Optional.empty(), 400, 200_000, 38)))
        .contains("38 of 400 members, a fixed sample", "Of all 200,000 members that is 13,")
        .endsWith("with 95 % confidence.");
    assertThat(said(counted(Optional.empty(), 400, 200_000, 0)))
        .contains("Of all 200,000 members that is 1,9", "at most");
  }

  @Test
  void messages_are_counted_beside_points() {
    Counted more =
        new Counted(
            TODAY.minusMonths(12),
            TODAY,
            Optional.empty(),
            8,
            8,
            3,
            MORE,
            List.of(new Rehearsed.Sent("thanks", 12)));
    assertThat(said(more)).endsWith("+240 Beans, −3 Treats, +12 times the message thanks.");
  }

  @Test
  void what_begins_later_says_so() {
    assertThat(said(counted(Optional.of(TODAY.plusDays(3)), 8, 8, 3)))
        .startsWith(
            "It begins on 23 Nov 2026, and nobody is touched before. Had it run in the last 365 days");
  }

  @Test
  void what_cannot_be_counted_says_why() {
    for (Rehearsed.Why why : Rehearsed.Why.values())
      assertThat(said(new Rehearsed.Unknown(why))).endsWith(".");
  }

  @Test
  void it_speaks_chinese() {
    speak(Locale.SIMPLIFIED_CHINESE);
    assertThat(said(counted(Optional.empty(), 400, 200_000, 38))).startsWith("仅此一项").endsWith("）。");
    assertThat(said(counted(Optional.of(TODAY.plusDays(3)), 8, 8, 0)))
        .startsWith("自 2026 年 11 月 23 日起");
  }
}
