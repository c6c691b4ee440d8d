package dev.laurel.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.laurel.engine.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Words are changed by keys alone, and what opens below them hinders nobody. */
class WordsInBrowserTest {
  private static final List<String> OPENERS =
      List.of(
          "button.word.much",
          "button.word.when",
          "button.word.what",
          "[data-place$='#menu']",
          ".newrule .add");
  private static final String POINTS = "earning/usual/rules/base/then/1/points";

  @RegisterExtension static final InBrowser STUDIO = new InBrowser();

  private static void open(Page page, String path) {
    STUDIO.go(page, path);
    page.waitForFunction("window.laurelWords");
  }

  private static Locator word(Page page, String place) {
    return page.locator("button.word[data-place='" + place + "']");
  }

  @Test
  void enter_keeps_escape_leaves_and_the_focus_comes_back() {
    try (BrowserContext context = STUDIO.context("en-GB", InBrowser.DESK)) {
      Page page = STUDIO.signedIn(context, Role.MARKETER);
      open(page, "earning");
      Locator word = word(page, POINTS);
      word.focus();
      page.keyboard().press("ArrowRight");
      assertThat(word(page, POINTS.replace("points", "kind"))).isFocused();
      page.keyboard().press("ArrowLeft");
      page.keyboard().press("Enter");
      Locator field = page.locator(".wordpop input");
      assertThat(field).isFocused();
      page.keyboard().type("7");
      page.keyboard().press("Escape");
      assertThat(page.locator(".wordpop")).hasCount(0);
      assertThat(word(page, POINTS)).hasText("1");
      assertThat(word(page, POINTS)).isFocused();

      page.keyboard().press("Enter");
      assertThat(field).isFocused();
      page.keyboard().type("7");
      page.keyboard().press("Enter");
      assertThat(word(page, POINTS)).hasText("7");
      assertThat(word(page, POINTS)).isFocused();

      // A press on another word keeps what was typed, and opens that one.
      word(page, POINTS).click();
      assertThat(field).isFocused();
      field.fill("8");
      String other = "earning/level-bonus/rules/captain/then/1/by";
      word(page, other).click();
      assertThat(word(page, POINTS)).hasText("8");
      assertThat(word(page, other)).hasAttribute("aria-expanded", "true");
      page.keyboard().press("Escape");
      // A press that comes while the answer to the one before is on its way counts too.
      page.locator("[data-undo]").click();
      page.locator("[data-undo]").click();
      assertThat(word(page, POINTS)).hasText("1");

      word(page, POINTS).focus();
      page.keyboard().press("Alt+ArrowDown");
      assertThat(page.locator("[data-rule]").first())
          .hasAttribute("data-rule", "earning/usual/rules/credit");
      page.locator("[data-undo]").click();
      assertThat(page.locator("[data-rule]").first())
          .hasAttribute("data-rule", "earning/usual/rules/base");
    }
  }

  /** Pages without a window are looked at whole by {@link StudioInBrowserTest}. */
  @Test
  void nothing_that_opens_hinders_anybody() {
    List<String> wrong = new ArrayList<>();
    for (int width : new int[] {InBrowser.DESK, InBrowser.PHONE})
      try (BrowserContext context = STUDIO.context("en-GB", width)) {
        Page page = STUDIO.signedIn(context, Role.MARKETER);
        for (String path : List.of("earning", "campaigns", "tiers?tier=Captain")) {
          open(page, path);
          boolean whole = width == InBrowser.DESK;
          for (String opener : OPENERS) {
            Locator found = page.locator("main " + opener);
            if (found.count() == 0) continue;
            found.first().click();
            page.locator(".wordpop").waitFor();
            String where = path + " " + width + " " + opener;
            // Colours are the same on a phone.
            wrong.addAll(
                width == InBrowser.DESK
                    ? Hindrances.within(page, ".wordpop", where)
                    : Hindrances.part(page, ".wordpop", where));
            wrong.addAll(Hindrances.sideways(page, where));
            // What a window does to the page around it, it does wherever it opens.
            if (whole) wrong.addAll(Hindrances.of(page, where + " and around it"));
            whole = false;
            page.keyboard().press("Escape");
            assertThat(page.locator(".wordpop")).hasCount(0);
          }
        }
      }
    Assertions.assertThat(wrong).isEmpty();
  }
}
