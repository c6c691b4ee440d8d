package dev.laurel.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.laurel.engine.evaluate.Evaluation;
import dev.laurel.engine.evaluate.EvaluationRequest;
import dev.laurel.engine.evaluate.Progress;
import dev.laurel.engine.evaluate.Summary;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Mapping;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.MappingReader;
import dev.laurel.rules.pack.MappingResult;
import dev.laurel.rules.pack.PackWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of a shop's invoices with what came back, counted once more in plain Java. */
class GiftShopHistoryTest {
  private static final String FILE = "online-retail-invoices.csv.gz";
  private static final Pattern POINTS =
      Pattern.compile(
          "\"available\":(\\d+),\"pending\":0,\"earned\":(\\d+),\"redeemed\":0,\"expired\":(\\d+)"
              + "(?:,\"reversed\":(\\d+))?,\"debt\":(\\d+)");

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");

  @TempDir private static Path folder;
  private static Optional<Summary> summary = Optional.empty();
  private static final List<String[]> ROWS = new ArrayList<>();

  @BeforeAll
  static void evaluateOnce() throws Exception {
    Optional<Path> history = PurchaseHistories.find(FILE);
    assumeTrue(history.isPresent(), FILE + " is not beside the project, so it is not evaluated");
    Pack pack = PackFolders.read("gift-shop");
    byte[] mapping = PackFolders.files("gift-shop").get("mapping.yaml");
    Mapping read = ((MappingResult.Read) MappingReader.read("mapping.yaml", mapping)).mapping();
    summary =
        Optional.of(
            Evaluation.run(
                new EvaluationRequest(
                    Revision.of(pack, PackWriter.digest(pack)),
                    history.get(),
                    Optional.of(read),
                    Optional.empty(),
                    Optional.of(LocalDate.of(2012, 1, 1)),
                    Optional.of(folder.resolve("out")),
                    Optional.empty(),
                    2,
                    Long.MAX_VALUE),
                Clock.systemUTC(),
                (Progress) (stage, done, all) -> {}));
    try (var in = new GZIPInputStream(Files.newInputStream(history.get()))) {
      new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .filter(row -> !row[2].equals("(blank)"))
          .forEach(ROWS::add);
    }
  }

  @Test
  void every_row_is_accounted_for() {
    assertThat(summary.orElseThrow().rowsRead()).isEqualTo(25_943);
    assertThat(summary.orElseThrow().rowsRefused()).isZero();
    assertThat(summary.orElseThrow().events()).isEqualTo(18_566 + 3_655);
    assertThat(ROWS).hasSize(18_566 + 3_655);
    assertThat(ROWS.stream().filter(row -> row[0].startsWith("C"))).hasSize(3_655);
    Set<String> invoices = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (String[] row : ROWS) if (!invoices.add(row[0])) twice.add(row[0]);
    assertThat(twice).isNotEmpty();
  }

  /** What a member has is what was earned, less what lapsed, came back or is owed. */
  @Test
  void every_point_is_accounted_for() throws Exception {
    for (String member : Files.readAllLines(folder.resolve("out/members.jsonl"))) {
      Matcher points = POINTS.matcher(member);
      assertThat(points.find()).as(member).isTrue();
      long reversed = points.group(4) == null ? 0 : Long.parseLong(points.group(4));
      assertThat(number(points, 2) - number(points, 3) - reversed)
          .as(member)
          .isEqualTo(number(points, 1) - number(points, 5));
    }
  }

  /**
   * Of whom brought back as much as was bought, nobody keeps a point or owes more than was spent.
   * Whoever brought back what this year's rows never saw bought is another story: it had earned
   * nothing here, and a purchase made after it keeps its points.
   */
  @Test
  void whoever_brought_back_everything_has_lost_exactly_what_was_earned() throws Exception {
    Map<String, BigDecimal> kept = new HashMap<>();
    Set<String> broughtBackMore = new HashSet<>();
    List<String[]> inTime = new ArrayList<>(ROWS);
    inTime.sort(Comparator.comparing(row -> LocalDateTime.parse(row[1], WHEN)));
    for (String[] row : inTime) {
      BigDecimal amount =
          new BigDecimal(row[4]).multiply(new BigDecimal(row[5])).setScale(2, RoundingMode.HALF_UP);
      if (kept.merge(row[2], amount, BigDecimal::add).signum() < 0) broughtBackMore.add(row[2]);
    }
    int all = 0;
    for (String line : Files.readAllLines(folder.resolve("out/members.jsonl"))) {
      String member = line.substring(11, line.indexOf('"', 11));
      if (kept.get(member).signum() != 0 || broughtBackMore.contains(member)) continue;
      Matcher points = POINTS.matcher(line);
      assertThat(points.find()).isTrue();
      all++;
      assertThat(number(points, 1)).as(line).isZero();
      assertThat(points.group(4) == null ? "0" : points.group(4))
          .as(line)
          .isEqualTo(points.group(2));
    }
    assertThat(all).isEqualTo(10);
  }

  private static long number(Matcher of, int group) {
    return Long.parseLong(of.group(group));
  }
}
