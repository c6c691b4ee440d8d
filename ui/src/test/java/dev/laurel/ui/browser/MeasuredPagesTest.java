package dev.laurel.ui.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.vault.MasterKeyFile;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.TombstoneFile;
import dev.laurel.engine.vault.Vault;
import dev.laurel.ui.rest.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long people wait for pages over a large store. It fails nowhere and is left out of the gate;
 * it writes what it measured, for whoever compares:
 *
 * <pre>
 *   ./laurel import --data DIR --pack samples/cafe --members members.jsonl --events events.jsonl
 *   mvn -pl ui -am test -Dtest=MeasuredPagesTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dlaurel.pages.data=DIR
 * </pre>
 *
 * <p>The directory is copied first. Some members get names, of which an import knows none.
 */
@EnabledIfSystemProperty(named = "laurel.pages.data", matches = ".+")
class MeasuredPagesTest {
  private static final int ROUNDS = 12;
  private static final int NAMED = 400;

  /** Beyond the first page of all members. */
  private static final int FIRST_NAMED = 1_000;

  /** How many share one name, such as is common somewhere. */
  private static final int SAME_NAME = 200;

  /** A page, and what stands on it once it is there. */
  private record Asked(String name, String path, String there, Role role) {}

  private static final List<Asked> PAGES =
      List.of(
          new Asked("Home", "", ".home .headline", Role.MARKETER),
          new Asked("Tiers", "tiers", ".effect table", Role.MARKETER),
          new Asked("Earning", "earning", ".ratetable", Role.MARKETER),
          new Asked("Campaigns", "campaigns", ".campaign", Role.MARKETER),
          new Asked("Segments", "segments", ".part", Role.MARKETER),
          new Asked("Benefits", "benefits", ".part", Role.MARKETER),
          new Asked("Messages", "messages", ".newrule", Role.MARKETER),
          new Asked("Try it", "try", ".fall .r", Role.MARKETER),
          new Asked("Members", "members", ".listed tbody tr", Role.SUPPORT),
          new Asked("A member", "members/G00000010", ".ev", Role.SUPPORT),
          new Asked("Review", "review", ".checks", Role.REVIEWER),
          new Asked("Revisions", "revisions", ".revs article", Role.REVIEWER),
          new Asked("History", "history", ".history .card", Role.AUDITOR));

  private final List<String> lines = new ArrayList<>();

  @Test
  void pages_and_searches() throws IOException {
    Path copy = Files.createTempDirectory("pages");
    copy(Path.of(System.getProperty("laurel.pages.data", "")), copy);
    long began = System.nanoTime();
    try (EmbeddedServer store = EmbeddedServer.open(copy, Settings.safe());
        MongoDatabases databases = MongoDatabases.open(store.connectionString())) {
      Clock clock = Clock.systemUTC();
      Vault vault =
          Vault.open(
              databases.vault(),
              TombstoneFile.open(copy.resolve(TombstoneFile.NAME)),
              new MasterKeyFile(copy.resolve(MasterKeyFile.NAME)),
              clock::instant);
      for (int i = 1; i <= NAMED; i++) vault.put("G%08d".formatted(FIRST_NAMED + i), named(i));
      try (Server server =
          Server.start(
              new Server.Settings(
                  InetAddress.getLoopbackAddress(), 0, true, false, Duration.ofMinutes(5)),
              databases,
              vault,
              databases.credentials(),
              Optional.empty(),
              Optional.empty(),
              clock::instant,
              // What falls due after an import is no part of what pages take.
              () -> false)) {
        long counting = System.nanoTime();
        long members = server.operation().overviews().count().map(all -> all.members()).orElse(0L);
        line("members in the store: %,d", members);
        line("opened after %s, members counted in %s", since(began, counting), since(counting));
        measure(server);
      }
    }
    String report = String.join("\n", lines) + "\n";
    Files.writeString(Path.of("target", "pages.txt"), report, StandardCharsets.UTF_8);
  }

  private static PersonalFields named(int number) {
    String name = number <= SAME_NAME ? "Li Wei" : "Guest Number%d".formatted(number);
    return new PersonalFields(
        Optional.of(name),
        Optional.of("guest%d@example.org".formatted(number)),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private void measure(Server server) {
    String base = "http://localhost:%d/".formatted(server.port());
    try (Playwright playwright = Browsers.playwright();
        Browser browser = Browsers.start(playwright)) {
      line(
          "page: first time, %d times again by its address: median, most; by its link: median, most",
          ROUNDS);
      for (Asked asked : PAGES)
        try (BrowserContext context = browser.newContext()) {
          Page page = signedIn(context, server, base, asked.role());
          List<Long> millis = new ArrayList<>();
          for (int round = 0; round <= ROUNDS; round++) {
            // The same address once more would be a reload, which asks for every file anew.
            page.navigate("about:blank");
            long start = System.nanoTime();
            page.navigate(base + asked.path());
            page.locator(asked.there()).first().waitFor();
            millis.add((System.nanoTime() - start) / 1_000_000);
          }
          List<Long> again = millis.subList(1, millis.size());
          List<Long> byLink = byLink(page, base, asked);
          line(
              "%-12s %5d ms, %5d ms, %5d ms; %5d ms, %5d ms",
              asked.name(),
              millis.getFirst(),
              median(again),
              most(again),
              median(byLink),
              most(byLink));
        }
      searches(browser, server, base);
    }
  }

  /**
   * As whoever works in the studio goes to a page: from another one, without loading it all anew.
   */
  private static List<Long> byLink(Page page, String base, Asked asked) {
    boolean member = asked.path().startsWith("members/");
    page.navigate(base + (member ? "members" : asked.path().isEmpty() ? "tiers" : ""));
    page.locator(".strip h1").waitFor();
    List<Long> millis = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Locator link =
          page.locator((member ? ".listed" : "nav.side") + " a[href='%s']".formatted(asked.path()))
              .first();
      link.waitFor();
      long start = System.nanoTime();
      link.click();
      page.locator(asked.there()).first().waitFor();
      millis.add((System.nanoTime() - start) / 1_000_000);
      page.goBack();
      page.locator(asked.there())
          .first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
    return millis;
  }

  private static long most(List<Long> millis) {
    return millis.stream().mapToLong(each -> each).max().orElse(0);
  }

  private void searches(Browser browser, Server server, String base) {
    try (BrowserContext context = browser.newContext()) {
      Page page = signedIn(context, server, base, Role.SUPPORT);
      page.navigate(base + "members");
      page.locator(".listed tbody tr").first().waitFor();
      line("search: from the last key to the answer, without the pause of 200 ms: median, most");
      for (String asked :
          List.of("G0019", "G00150000", "Guest Number333", "Li Wei", "guest300@example.org", "X")) {
        List<Long> millis = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          Locator field = page.locator("main [data-search]");
          field.fill("");
          page.waitForFunction(
              "document.querySelectorAll('.listed tbody tr').length == 20"
                  + " && document.querySelector('.listed .who-link').textContent.includes('G00000001')");
          long start = System.nanoTime();
          field.fill(asked);
          page.waitForFunction(
              "document.querySelectorAll('.listed tbody tr').length < 20"
                  + " || !document.querySelector('.listed .who-link').textContent.includes('G00000001')");
          millis.add(Math.max(0, (System.nanoTime() - start) / 1_000_000 - 200));
        }
        line("%-24s %5d ms, %5d ms", asked, median(millis), most(millis));
      }
    }
  }

  private static Page signedIn(BrowserContext context, Server server, String base, Role role) {
    Server.SignIn one = server.secrets().orElseThrow().of(role);
    Page page = context.newPage();
    page.navigate(base + "login");
    InBrowser.enter(page, one.name(), one.password());
    page.locator(".strip h1").waitFor();
    return page;
  }

  private static long median(List<Long> millis) {
    long[] sorted = millis.stream().mapToLong(each -> each).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String since(long began) {
    return since(began, System.nanoTime());
  }

  private static String since(long began, long ended) {
    return "%.1f s".formatted((ended - began) / 1e9);
  }

  private void line(String format, Object... of) {
    lines.add(format.formatted(of));
    System.out.println(lines.getLast());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
    }
  }
}
