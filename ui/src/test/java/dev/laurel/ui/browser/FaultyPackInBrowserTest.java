package dev.laurel.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.laurel.engine.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A pack with two faults is brought in, mended where they are told, approved and published. */
class FaultyPackInBrowserTest {
  private static final String KIND = "earning/goods/rules/double-pastry/then/1/kind";
  private static final String BY = "earning/level-bonus/rules/captain/then/1/by";

  @RegisterExtension static final InBrowser STUDIO = new InBrowser();

  /** A kind of points that there is not, and a multiplier below 1, that keeps its rule unsaid. */
  private static byte[] faulty() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.list(Path.of("..", "samples", "cafe"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        String text = Files.readString(file);
        if (file.endsWith("earning.yaml")) {
          int pastry = text.indexOf("id: double-pastry");
          text =
              text.substring(0, pastry)
                  + text.substring(pastry)
                      .replaceFirst("kind: beans", "kind: bean")
                      .replaceFirst("atMost: 50", "atMost: 60");
          text =
              text.replace(
                  "{type: multiply, by: 1.5, of: [base]}", "{type: multiply, by: 0.5, of: [base]}");
        }
        zip.putNextEntry(new ZipEntry("cafe/" + file.getFileName()));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void two_faults_are_mended_where_they_are_told_and_the_pack_is_published() throws IOException {
    try (BrowserContext hers = STUDIO.context("en-GB", InBrowser.DESK);
        BrowserContext his = STUDIO.context("en-GB", InBrowser.DESK)) {
      Page marketer = STUDIO.signedIn(hers, Role.MARKETER);
      STUDIO.go(marketer, "revisions");
      marketer
          .locator("vaadin-upload input[type=file]")
          .setInputFiles(new FilePayload("cafe.zip", "application/zip", faulty()));
      assertThat(marketer.locator(".imported")).containsText("to mend: ");
      assertThat(marketer.locator(".faultnote").first()).isVisible();

      STUDIO.go(marketer, "earning");
      marketer.waitForFunction("window.laurelWords");
      assertThat(marketer.locator("[data-faults]")).isVisible();
      mend(marketer);
      assertThat(marketer.locator("[data-faults]")).isHidden();
      assertThat(marketer.locator("[data-rule='earning/level-bonus/rules/captain']"))
          .containsText("1.5");

      STUDIO.go(marketer, "review");
      marketer.locator(".review textarea").fill("The pack from the agency, mended.");
      marketer.locator(".decide .primary").click();
      assertThat(marketer.locator(".life .now")).containsText("In review since");

      Page reviewer = STUDIO.signedIn(his, Role.REVIEWER);
      STUDIO.go(reviewer, "review");
      assertThat(reviewer.locator(".chg").first()).containsText("60");
      Locator boxes = reviewer.locator(".read input");
      for (int i = 0; i < boxes.count(); i++) boxes.nth(i).check();
      reviewer.locator(".decide .primary").click();
      reviewer.locator(".when").waitFor();
      reviewer.locator(".decide .primary").click();
      assertThat(reviewer.locator(".chg")).hasCount(0);
      STUDIO.go(reviewer, "revisions");
      assertThat(reviewer.locator(".revs article").first())
          .containsText("The pack from the agency, mended.");
    }
  }

  private static void mend(Page page) {
    // The multiplier: its rule cannot be said, so it is mended at the fault.
    Locator by = page.locator("[data-fault='" + BY + "'] [data-place='" + BY + "']");
    by.click();
    Locator field = page.locator(".wordpop input");
    assertThat(field).isFocused();
    field.fill("1.5");
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-fault='" + BY + "']")).hasCount(0);
    // The kind of points: its word is marked in the sentence.
    Locator kind = page.locator("button.word.flag.err[data-place='" + KIND + "']").first();
    kind.focus();
    page.keyboard().press("Enter");
    Locator beans =
        page.locator(".wordpop [role=radio]")
            .filter(new Locator.FilterOptions().setHasText("Beans"))
            .first();
    assertThat(beans).isVisible();
    beans.click();
    assertThat(page.locator(".wordpop")).hasCount(0);
    Assertions.assertThat(page.locator(".faultnote").count()).isZero();
  }
}
