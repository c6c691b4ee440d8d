package dev.laurel.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.laurel.engine.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The studio as people see and use it. */
class StudioInBrowserTest {
  private static final List<String> PAGES =
      List.of(
          "",
          "tiers",
          "earning",
          "campaigns",
          "try",
          "members",
          "members/G00000004",
          "review",
          "revisions");

  /**
   * What a finger cannot hit well: controls under 44 px that are seen. Words of a sentence grow by
   * the height of its lines instead, and a tick or an input is hit by what is around it.
   */
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('button, a[href], input, select, textarea, .grab')]
        .filter(e => !e.closest('.sentence, .skip') && !e.matches('.word, .handle'))
        .map(e => e.closest('label, .field') || e)
        .filter(e => e.checkVisibility({ visibilityProperty: true }))
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([e, box]) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
        .map(([e, box]) => `${Math.round(box.width)} by ${Math.round(box.height)}: `
          + e.outerHTML.replace(/<svg.*?<\\/svg>/g, '').slice(0, 160))
      """;

  @RegisterExtension static final InBrowser STUDIO = new InBrowser();

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator rule(Page page, String name) {
    return page.locator(".fall .r").filter(new Locator.FilterOptions().setHasText(name)).first();
  }

  @Test
  void a_purchase_is_tried_until_it_is_enough_and_a_member_understood() {
    try (BrowserContext context = STUDIO.context("en-GB", InBrowser.DESK)) {
      Page page = context.newPage();
      page.navigate(STUDIO.cafe().address("members"));
      assertThat(page.locator("#username")).isFocused();
      InBrowser.enter(page, "admin", "guess");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nobody of this name");
      STUDIO.enter(page, Role.ADMINISTRATOR);

      assertThat(page.locator(".strip h1")).hasText("Members");
      InBrowser.ready(page);
      page.keyboard().press("g");
      page.keyboard().press("y");
      assertThat(page.locator(".strip h1")).hasText("Try it");
      Locator basket = rule(page, "Two beans for each whole ten euros");
      assertThat(basket).containsText("€8.00 more would have been enough for 4 Beans");
      Locator price = page.getByLabel("Price of one");
      for (String tried : List.of("15", "19,99", "20")) {
        price.fill(tried);
        assertThat(rule(page, "A bean per euro").locator(".num"))
            .containsText("+" + tried.substring(0, 2));
      }
      assertThat(basket).containsText("+4");
      // The address follows what is shown at once, but not in the same instant.
      page.waitForURL(Pattern.compile(".*line=1~20~.*"));
      String address = page.url();
      page.reload();
      assertThat(basket).containsText("+4");
      Assertions.assertThat(page.url()).isEqualTo(address);
      InBrowser.ready(page);

      page.keyboard().press("g");
      page.keyboard().press("m");
      assertThat(page.locator(".strip h1")).hasText("Members");
      page.keyboard().press("/");
      page.keyboard().type("G00000004");
      Locator found =
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("G00000004"));
      found.click();
      assertThat(page.locator(".member .top")).containsText("Captain until");
      button(page, "Why?").first().click();
      assertThat(page.locator(".why").first()).containsText("A bean per euro");

      button(page, "Settings").click();
      button(page, "Sign out").click();
      assertThat(page.locator("#username")).isVisible();
      page.navigate(STUDIO.cafe().address("members/G00000004"));
      assertThat(page.locator("#username")).isVisible();
    }
  }

  @Test
  void no_page_hinders_anybody_or_scrolls_sideways() {
    List<String> wrong = new ArrayList<>();
    for (String language : List.of("en-GB", "zh-CN"))
      for (int width : new int[] {InBrowser.DESK, InBrowser.PHONE})
        try (BrowserContext context = STUDIO.context(language, width)) {
          Page page = context.newPage();
          page.navigate(STUDIO.cafe().address("login"));
          page.locator("#username").waitFor();
          check(page, language + " " + width + " login", wrong);
          STUDIO.enter(page, Role.ADMINISTRATOR);
          page.locator(".strip h1").waitFor();
          for (String path : PAGES) {
            STUDIO.go(page, path);
            check(page, language + " " + width + " " + path, wrong);
          }
        }
    Assertions.assertThat(wrong).isEmpty();
  }

  /** The schemes differ in contrast, and in nothing else: the dark one is looked at for it only. */
  private static void check(Page page, String where, List<String> wrong) {
    boolean desk = where.contains(String.valueOf(InBrowser.DESK));
    if (desk == where.startsWith("en")) {
      Hindrances.scheme(page, ColorScheme.LIGHT);
      wrong.addAll(Hindrances.of(page, where));
      if (desk) {
        Hindrances.scheme(page, ColorScheme.DARK);
        wrong.addAll(Hindrances.contrast(page, where + " in the dark"));
      }
    }
    wrong.addAll(Hindrances.sideways(page, where));
    if (!desk)
      for (Object small : (List<?>) page.evaluate(TOO_SMALL)) wrong.add(where + ": " + small);
  }

  @Test
  void keys_and_choices_are_remembered() {
    try (BrowserContext context = STUDIO.context("en-GB", InBrowser.DESK)) {
      Page page = STUDIO.signedIn(context, Role.ADMINISTRATOR);
      page.keyboard().press("?");
      assertThat(page.locator("dialog.keyhelp")).isVisible();
      page.keyboard().press("Escape");
      page.keyboard().press("[");
      page.reload();
      assertThat(page.locator("html[data-folded]")).hasCount(1);
      button(page, "Settings").click();
      page.getByText("简体中文").click();
      assertThat(page.locator(".strip h1")).hasText("首页");
      page.reload();
      assertThat(page.locator(".strip h1")).hasText("首页");
      assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
    }
  }
}
