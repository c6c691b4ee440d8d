package dev.laurel.ui.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine. */
final class Browsers {
  /** Where a browser may lie; the first one that does is taken. */
  private static final List<String> USUAL =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private Browsers() {}

  static Optional<Path> found() {
    return Stream.concat(Stream.ofNullable(System.getenv("LAUREL_BROWSER")), USUAL.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Playwright playwright() {
    if (found().isEmpty() && System.getenv("CI") == null)
      Assumptions.abort(
          "No Chromium was found: install one, or name it in LAUREL_BROWSER. The gate has one.");
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  static Browser start(Playwright playwright) {
    Path browser =
        found()
            .orElseThrow(() ->
                new AssertionError("No Chromium was found, and the gate must not go without one."));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(browser)
                .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
  }
}
