package dev.laurel.ui.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.laurel.engine.access.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Writes a picture of each page in both languages and schemes, on a desk and on a phone; for
 * whoever designs, not for the gate:
 *
 * <pre>
 *   mvn -P screenshots -pl ui -am test -Dtest=PicturesInBrowserTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@EnabledIfSystemProperty(named = "laurel.screenshots", matches = ".+")
class PicturesInBrowserTest {
  @RegisterExtension static final InBrowser STUDIO = new InBrowser();

  private static final Path TO = Path.of(System.getProperty("laurel.screenshots", "target"));

  /** A page as somebody sees it who it is for. */
  private record Shown(String name, String path, Role role) {}

  private static final List<Shown> PAGES =
      List.of(
          new Shown("home", "", Role.MARKETER),
          new Shown("tiers", "tiers", Role.MARKETER),
          new Shown("earning", "earning", Role.MARKETER),
          new Shown("campaigns", "campaigns", Role.MARKETER),
          new Shown("wizard", "campaigns/new?at=campaigns/win-back&question=3", Role.MARKETER),
          new Shown("try", "try", Role.MARKETER),
          new Shown("members", "members", Role.SUPPORT),
          new Shown("member", "members/G00000004", Role.SUPPORT),
          new Shown("review", "review", Role.MARKETER),
          new Shown("revisions", "revisions", Role.REVIEWER),
          new Shown("history", "history", Role.AUDITOR),
          new Shown("password", "password", Role.MARKETER));

  @Test
  void every_page() {
    draft();
    for (String language : List.of("en-GB", "zh-CN"))
      for (int width : new int[] {InBrowser.DESK, InBrowser.PHONE}) {
        signingIn(language, width);
        for (Role role : List.of(Role.MARKETER, Role.SUPPORT, Role.REVIEWER, Role.AUDITOR))
          try (BrowserContext context = STUDIO.context(language, width)) {
            Page page = STUDIO.signedIn(context, role);
            for (Shown shown : PAGES) if (shown.role() == role) both(page, shown, language, width);
          }
      }
  }

  /** Something for the pages to show: a campaign that is new and a threshold that is another. */
  private static void draft() {
    try (BrowserContext context = STUDIO.context("en-GB", InBrowser.DESK)) {
      Page page = STUDIO.signedIn(context, Role.MARKETER);
      STUDIO.go(page, "campaigns");
      page.locator(".tpl").filter(new Locator.FilterOptions().setHasText("Win-back")).click();
      page.locator(".wizard .asks h2").waitFor();
      STUDIO.go(page, "tiers?tier=Captain");
      page.waitForFunction("window.laurelLadder");
      page.locator(".handle[data-tier=Captain]").focus();
      page.keyboard().press("PageDown");
      page.locator(".effect .down, .effect .up").first().waitFor();
      page.locator(".strip h1").click();
      page.waitForFunction("document.querySelector('.draftstrip [data-undo]:not([disabled])')");
    }
  }

  private static void signingIn(String language, int width) {
    try (BrowserContext context = STUDIO.context(language, width)) {
      Page page = context.newPage();
      page.navigate(STUDIO.cafe().address("login"));
      page.locator("#username").waitFor();
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK))
        picture(page, "login", language, scheme, width);
    }
  }

  private static void both(Page page, Shown shown, String language, int width) {
    STUDIO.go(page, shown.path());
    if (shown.name().equals("member")) page.locator(".ev .link").first().click();
    if (shown.name().equals("review"))
      page.waitForFunction("!document.body.innerText.match(/being counted…|正在统计它/)");
    page.waitForLoadState();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK))
      picture(page, shown.name(), language, scheme, width);
    if (!shown.name().equals("home")) return;
    page.keyboard().press("Control+k");
    page.locator("dialog.palette [role=option]").first().waitFor();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK))
      picture(page, "palette", language, scheme, width);
    page.keyboard().press("Escape");
  }

  private static void picture(
      Page page, String name, String language, ColorScheme scheme, int width) {
    Hindrances.scheme(page, scheme);
    String file =
        "%s-%s-%s-%d.png"
            .formatted(
                name, language.substring(0, 2), scheme.name().toLowerCase(Locale.ROOT), width);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(TO.resolve(file))
            .setFullPage(!name.equals("palette")));
    Hindrances.scheme(page, ColorScheme.LIGHT);
  }
}
