package dev.laurel.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a pack alone, as a person at a terminal meets it. */
class PackCommandTest {
  private static final String CAFE = "../samples/cafe";

  /** Members do not pool points whose day follows what one of them does regularly. */
  private static final String FOLLOWED =
      "pooling: {members: 2}, expiry: {type: after, span: 1 year, unlessActive: {each: year}}";

  private static final String YEARS = "periods: [{id: year, title: Year, is: calendar-year}]";

  private static final String SHOP =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme:
        title: Shop
        zone: Europe/Vienna
        currency: EUR
        pointKinds: [{id: points, title: Points}]
        periods: []
      earning:
        - id: purchases
          title: Purchases
          rules:
            - id: base
              title: A point per euro
              then: [{type: per-amount, kind: points, points: 1, each: 1.00}]
      """;

  private static final String SCENARIO =
      """
      scenarios:
        - id: one
          title: One euro
          member: {}
          steps:
            - at: 2026-01-01T10:00
              event: {type: purchase, amount: 1.00}
              expect: {available: {points: 1}}
      """;

  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();

  @Test
  void aRightPackIsSaidToBeRight() {
    assertThat(terminal.run("pack", "check", CAFE)).isZero();
    assertThat(terminal.out()).startsWith("harbour-cafe ").contains("is right");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void aWrongPackIsRefusedWithEachFaultOnALineOfItsOwn() throws IOException {
    Files.writeString(
        folder.resolve("pack.yaml"),
        "pack: {format: 1, id: x, version: 1.0.0, titel: X}\nprogramme: {zone: Nowhere}\n");
    assertThat(terminal.run("pack", "check", folder.toString())).isEqualTo(2);
    assertThat(terminal.err())
        .contains("pack.yaml:1:")
        .contains("Did you mean \"title\"?")
        .contains("pack.yaml:2:")
        .contains("was refused");
  }

  @Test
  void aPackIsReadAloudInTheLanguageThatIsAskedFor() {
    assertThat(terminal.run("pack", "explain", CAFE, "--language", "zh")).isZero();
    assertThat(terminal.out()).contains("每消费 €1（不含折扣和积分抵扣部分），会员获得 1 颗咖啡豆；");
    assertThat(terminal.run("pack", "explain", CAFE, "--language", "fr")).isEqualTo(2);
    assertThat(terminal.err()).contains("Laurel does not speak fr. Say one of these: en, zh-Hans.");
  }

  @Test
  void aPackRunsItsOwnScenarios() {
    assertThat(terminal.run("pack", "test", CAFE)).isZero();
    assertThat(terminal.out()).contains(" passed, 0 failed, 0 waiting.");
  }

  @Test
  void scenariosOfWhatIsNotEvaluatedYetAreSaidToWait() throws IOException {
    write(
        "shop/pack.yaml",
        SHOP.replace("Points}", "Points, %s}".formatted(FOLLOWED)).replace("periods: []", YEARS));
    write("shop/scenarios.yaml", SCENARIO.replace("member:", "waitsFor: [pooling]\n    member:"));
    assertThat(terminal.run("pack", "test", folder.resolve("shop").toString())).isZero();
    assertThat(terminal.out()).contains("waiting  ").contains(" 0 failed, ");
  }

  @Test
  void aPackIsReadAloud() {
    assertThat(terminal.run("pack", "explain", CAFE)).isZero();
    assertThat(terminal.out())
        .contains("When the member is Regular, points from \"A bean per euro\" are multiplied by");
  }

  @Test
  void aPackCommandWithoutAnythingToDoIsWrongUse() {
    assertThat(terminal.run("pack")).isEqualTo(2);
    assertThat(terminal.err()).contains("laurel pack check|test|explain|import DIR");
  }

  @Test
  void aPackThatIsNotThereIsWrongUse() {
    assertThat(terminal.run("pack", "check", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(terminal.err()).contains("is not there");
  }

  @Test
  void aPackMayBeAnArchiveAndOtherFilesInItsFolderAreNotOpened() throws IOException {
    write("shop/pack.yaml", SHOP);
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("shop.zip")))) {
      zip.putNextEntry(new ZipEntry("shop/pack.yaml"));
      zip.write(SHOP.getBytes(UTF_8));
    }
    assertThat(terminal.run("pack", "check", folder.resolve("shop.zip").toString())).isZero();
    write("shop/history.csv", "not yaml");
    write("shop/scenarios/more.yaml", SCENARIO);
    assertThat(terminal.run("pack", "test", folder.resolve("shop").toString())).isZero();
    assertThat(terminal.out()).contains("1 passed");
  }

  @Test
  void aScenarioThatFailsIsAFailureAndSaysWhatWasThere() throws IOException {
    write("shop/pack.yaml", SHOP);
    write("shop/scenarios.yaml", SCENARIO.replace("points: 1", "points: 2"));
    assertThat(terminal.run("pack", "test", folder.resolve("shop").toString())).isEqualTo(1);
    assertThat(terminal.out()).contains("FAILED   one", "expected 2, was 1");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
