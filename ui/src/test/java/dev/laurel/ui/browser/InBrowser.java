package dev.laurel.ui.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import dev.laurel.engine.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One browser and one café for all tests that ask for them, opened with the first of them. What a
 * busy machine does to them is waited for: a test fails when something does not come, not when it
 * comes late.
 */
final class InBrowser implements BeforeAllCallback {
  static final int DESK = 1280;
  static final int PHONE = 390;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What is open, and closed with the last test. */
  private record Opened(Playwright playwright, Browser browser, Cafe cafe)
      implements AutoCloseable {
    static Opened open() {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
      Playwright playwright = Browsers.playwright();
      try {
        Browser browser = Browsers.start(playwright);
        return new Opened(playwright, browser, new Cafe(Files.createTempDirectory("cafe")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      playwright.close();
      cafe.close();
    }
  }

  private Optional<Opened> opened = Optional.empty();

  @Override
  public void beforeAll(ExtensionContext context) {
    opened =
        Optional.of(
            context
                .getRoot()
                .getStore(ExtensionContext.Namespace.create(InBrowser.class))
                .computeIfAbsent(Opened.class, _ -> Opened.open(), Opened.class));
  }

  Cafe cafe() {
    return opened.orElseThrow().cafe();
  }

  /** Somebody's browser, in which nothing moves by itself. */
  BrowserContext context(String language, int width) {
    BrowserContext context =
        opened
            .orElseThrow()
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(language)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(width, 860));
    context.setDefaultTimeout(PATIENCE.toMillis());
    return context;
  }

  Page signedIn(BrowserContext context, Role role) {
    Page page = context.newPage();
    page.navigate(cafe().address("login"));
    enter(page, role);
    ready(page);
    return page;
  }

  void enter(Page page, Role role) {
    enter(page, cafe().name(role), cafe().password(role));
  }

  static void enter(Page page, String name, String password) {
    page.locator("#username").fill(name);
    page.locator("#password").fill(password);
    page.locator("button[type=submit]").click();
  }

  /** Waits until a page is there with the script that hears its keys. */
  static void ready(Page page) {
    page.locator(".strip h1").waitFor();
    page.waitForFunction("window.laurelStudio");
  }

  /** Goes to a page by its address, and waits until it is there. */
  void go(Page page, String path) {
    page.navigate(cafe().address(path));
    page.locator("main .view, main .try, main .tiers").waitFor();
  }
}
