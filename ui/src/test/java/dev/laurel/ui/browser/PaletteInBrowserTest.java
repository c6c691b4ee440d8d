package dev.laurel.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.laurel.engine.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From anywhere to anywhere, by a few words. */
class PaletteInBrowserTest {
  @RegisterExtension static final InBrowser STUDIO = new InBrowser();

  private static Locator field(Page page) {
    return page.locator("dialog.palette [role=combobox]");
  }

  private static void ready(Page page) {
    page.waitForFunction("window.laurelPalette");
  }

  @Test
  void keys_alone_lead_to_a_rule_a_member_and_a_page() {
    try (BrowserContext context = STUDIO.context("en-GB", InBrowser.DESK)) {
      Page page = STUDIO.signedIn(context, Role.MARKETER);
      ready(page);
      page.keyboard().press("Control+k");
      assertThat(field(page)).isFocused();
      page.keyboard().type("organic");
      // Enter need not wait for what the word finds.
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*earning\\?at=.*"));
      assertThat(page.locator("dialog.palette")).isHidden();
      assertThat(page.locator(".landed")).containsText("rganic");
      assertThat(page.locator(".landed button.word").first()).isFocused();

      page.keyboard().press("Control+k");
      page.keyboard().type("G0000000");
      assertThat(page.locator("dialog.palette [role=option]")).hasCount(5);
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowUp");
      assertThat(page.locator("dialog.palette [role=option]").last())
          .hasAttribute("aria-selected", "true");
      page.keyboard().press("Enter");
      assertThat(page.locator(".member .top")).isVisible();

      page.keyboard().press("Control+k");
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog.palette")).isHidden();
      page.locator("[data-find]").click();
      page.keyboard().type("review");
      page.keyboard().press("Enter");
      assertThat(page.locator(".strip h1")).hasText("Review");
    }
  }

  @Test
  void it_hinders_nobody_in_either_language_on_a_desk_or_a_phone() {
    List<String> wrong = new ArrayList<>();
    for (String language : List.of("en-GB", "zh-CN")) {
      int width = language.startsWith("en") ? InBrowser.DESK : InBrowser.PHONE;
      try (BrowserContext context = STUDIO.context(language, width)) {
        Page page = STUDIO.signedIn(context, Role.MARKETER);
        ready(page);
        if (width == InBrowser.PHONE) page.locator("[data-more]").click();
        page.locator("[data-find]").click();
        field(page).fill("a");
        assertThat(page.locator("dialog.palette [role=listbox]")).hasAttribute("data-for", "a");
        String where = "the palette in " + language;
        wrong.addAll(Hindrances.within(page, "dialog.palette", where));
        wrong.addAll(Hindrances.sideways(page, where));
        page.locator("dialog.palette [role=option]").first().click();
        assertThat(page.locator("dialog.palette")).isHidden();
      }
    }
    Assertions.assertThat(wrong).isEmpty();
  }
}
