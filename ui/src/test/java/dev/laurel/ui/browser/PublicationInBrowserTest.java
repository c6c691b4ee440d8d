package dev.laurel.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.laurel.engine.access.Role;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A marketer moves a threshold, another person approves it, and a member earns by it. */
class PublicationInBrowserTest {
  /** When a revision that is published at once counts everywhere. */
  private static final Duration SOON = Duration.ofMinutes(1);

  /** How many Credits a member lacks who would be a captain by one step of the ladder. */
  private static final int ALMOST = 20;

  @RegisterExtension static final InBrowser STUDIO = new InBrowser();

  /** What the pages say in one language. */
  private record Said(String instead, String captain, String submitted, String rule) {}

  private static final Said ENGLISH =
      new Said(
          "Captain from %d instead of %d", "Captain until", "In review since", "A credit per euro");
  private static final Said CHINESE = new Said("船长门槛 %d（原 %d）", "船长", "审核中", "每欧元 1 点成长值");

  @Test
  void what_a_marketer_moves_and_a_reviewer_approves_is_what_a_member_earns_by() throws Exception {
    journey("en-GB", InBrowser.DESK, ENGLISH, "ann");
  }

  @Test
  void the_same_in_chinese_on_a_phone() throws Exception {
    journey("zh-CN", InBrowser.PHONE, CHINESE, "bao");
  }

  private static void journey(String language, int width, Said said, String member)
      throws Exception {
    try (BrowserContext hers = STUDIO.context(language, width);
        BrowserContext his = STUDIO.context(language, width)) {
      // Whatever was published before has taken force by now.
      STUDIO.cafe().later(SOON);
      Page marketer = STUDIO.signedIn(hers, Role.MARKETER);
      STUDIO.go(marketer, "tiers?tier=Captain");
      int live = value(handle(marketer));
      STUDIO.cafe().purchase(member, member + "-1", String.valueOf(live - ALMOST));
      STUDIO.cafe().count();
      int from = lower(marketer, said);
      submit(marketer, said, from);
      Page reviewer = STUDIO.signedIn(his, Role.REVIEWER);
      approveAndPublish(reviewer);

      STUDIO.cafe().later(SOON);
      STUDIO.cafe().purchase(member, member + "-2", "1");
      STUDIO.go(marketer, "members/" + member);
      assertThat(marketer.locator(".member .top")).containsText(said.captain());
      marketer.locator(".ev .link").first().click();
      assertThat(marketer.locator(".why").first()).containsText(said.rule());
      fits(marketer);
    }
  }

  /** Lowers what a captain needs, first by a key, then by hand; tells where it begins then. */
  private static int lower(Page page, Said said) {
    STUDIO.go(page, "tiers?tier=Captain");
    page.waitForFunction("window.laurelLadder");
    Locator handle = handle(page);
    int live = value(handle);
    Locator note = page.locator(".ladder .live");
    handle.press("ArrowLeft");
    assertThat(handle).hasAttribute("aria-valuenow", String.valueOf(live - 50));
    assertThat(note).containsText(said.instead().formatted(live - 50, live));
    assertThat(note).containsText("+1");
    assertThat(page.locator("[data-undo]")).isEnabled();

    BoundingBox box = handle.locator(".grab").boundingBox();
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    page.mouse().move(x, y);
    page.mouse().down();
    BoundingBox ladder = page.locator(".ladder").boundingBox();
    page.mouse().move(x - ladder.width / 40, y);
    page.mouse().move(x - ladder.width / 20, y);
    int from = value(handle);
    Assertions.assertThat(from).isLessThan(live - 50).isGreaterThan(200);
    // While the hand still holds it, what it would do is told.
    assertThat(note).containsText(said.instead().formatted(from, live));
    page.mouse().up();
    assertThat(page.locator(".val[data-tier=Captain]")).hasValue(String.valueOf(from));
    assertThat(page.locator(".effect del")).hasText(String.valueOf(live));
    assertThat(page.locator(".effect tbody .up").first()).containsText("+");
    fits(page);
    return from;
  }

  private static Locator handle(Page page) {
    return page.locator(".handle[data-tier=Captain]");
  }

  private static int value(Locator handle) {
    return Integer.parseInt(handle.getAttribute("aria-valuenow"));
  }

  private static void submit(Page page, Said said, int from) {
    page.locator(".draftstrip .primary").click();
    assertThat(page.locator(".chg ins").first()).containsText(String.valueOf(from));
    page.locator(".review textarea").fill("More captains before spring.");
    fits(page);
    page.locator(".decide .primary").click();
    assertThat(page.locator(".life .now")).containsText(said.submitted());
    // Whoever wrote it is told why they cannot approve it.
    assertThat(page.locator(".decide .primary")).isDisabled();
    assertThat(page.locator(".why")).isVisible();
  }

  private static void approveAndPublish(Page page) {
    STUDIO.go(page, "review");
    assertThat(page.locator(".said")).containsText("More captains before spring.");
    Locator approve = page.locator(".decide .primary");
    assertThat(approve).isDisabled();
    Locator boxes = page.locator(".read input");
    for (int i = 0; i < boxes.count(); i++) boxes.nth(i).check();
    assertThat(approve).isEnabled();
    approve.click();
    assertThat(page.locator(".tag.sched").first()).isVisible();
    fits(page);
    page.locator("input[type=datetime-local]").waitFor();
    page.locator(".decide .primary").click();
    assertThat(page.locator(".chg")).hasCount(0);
    STUDIO.go(page, "revisions");
    assertThat(page.locator(".revs article").first()).containsText("More captains before spring.");
  }

  private static void fits(Page page) {
    Object sideways =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    Assertions.assertThat(((Number) sideways).intValue()).as("scrolls sideways").isZero();
  }
}
