package dev.laurel.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.laurel.engine.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is dragged by the hand, and the same by keys; each is taken back at the end. */
class DragInBrowserTest {
  @RegisterExtension static final InBrowser STUDIO = new InBrowser();

  private static Page page(BrowserContext context, String path) {
    Page page = STUDIO.signedIn(context, Role.MARKETER);
    STUDIO.go(page, path);
    page.waitForFunction("window.laurelDrag");
    return page;
  }

  private static void drag(Page page, Locator what, double byX, double byY) {
    BoundingBox box = what.boundingBox();
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    page.mouse().move(x, y);
    page.mouse().down();
    page.mouse().move(x + byX / 2, y + byY / 2);
    page.mouse().move(x + byX, y + byY);
    page.mouse().up();
  }

  @Test
  void a_rule_is_dragged_above_another_and_taken_back() {
    try (BrowserContext context = STUDIO.context("en-GB", InBrowser.DESK)) {
      Page page = page(context, "earning");
      Locator rows = page.locator("[data-rule]");
      assertThat(rows.first()).hasAttribute("data-rule", "earning/usual/rules/base");
      Locator second = rows.nth(1);
      second.hover();
      BoundingBox first = rows.first().boundingBox();
      BoundingBox grip = second.locator(".grip").boundingBox();
      drag(page, second.locator(".grip"), 0, first.y - grip.y - grip.height / 2);
      assertThat(rows.first()).hasAttribute("data-rule", "earning/usual/rules/credit");
      page.locator("[data-undo]").click();
      assertThat(rows.first()).hasAttribute("data-rule", "earning/usual/rules/base");
    }
  }

  @Test
  void a_bar_is_dragged_along_the_days_by_hand_and_by_keys() {
    try (BrowserContext context = STUDIO.context("en-GB", InBrowser.DESK)) {
      Page page = page(context, "campaigns");
      Locator bar = page.locator(".cmp[data-place='campaigns/weekend']");
      assertThat(bar).hasAttribute("data-to", "2026-11-30");
      BoundingBox lane = page.locator(".lane").first().boundingBox();
      drag(page, bar, lane.width / 84 * 7, 0);
      assertThat(bar).hasAttribute("data-to", "2026-12-07");
      assertThat(bar).hasAttribute("data-from", "2026-03-08");
      page.locator("[data-undo]").click();
      assertThat(bar).hasAttribute("data-to", "2026-11-30");

      bar.focus();
      page.keyboard().press("Alt+Shift+ArrowRight");
      page.keyboard().press("Alt+Shift+ArrowRight");
      assertThat(bar).hasAttribute("data-to", "2026-12-02");
      assertThat(bar).hasAttribute("data-from", "2026-03-01");
      assertThat(bar).isFocused();
      page.locator("[data-undo]").click();
      assertThat(bar).hasAttribute("data-to", "2026-11-30");
    }
  }
}
