package dev.laurel.samples.musicclub;

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
import dev.laurel.samples.PackFolders;
import dev.laurel.samples.PurchaseHistories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole history of CDNOW's customers, member by member, against an independent computation. */
class MusicClubHistoryTest {
  private static final String FILE = "cdnow-transactions.txt.gz";
  private static final LocalDate UNTIL = LocalDate.of(1998, 7, 1);
  private static final List<String> RESULTS =
      List.of("members.jsonl", "ledger.jsonl", "decisions.jsonl", "refused.jsonl");

  @TempDir private static Path folder;
  private static Optional<Path> history = Optional.empty();
  private static Optional<Summary> summary = Optional.empty();

  @BeforeAll
  static void evaluateOnce() throws Exception {
    history = PurchaseHistories.find(FILE);
    assumeTrue(history.isPresent(), FILE + " is not beside the project, so it is not evaluated");
    summary = Optional.of(evaluate(2, Long.MAX_VALUE, "once"));
  }

  private static Summary evaluate(int threads, long memory, String to) throws Exception {
    Pack pack = PackFolders.read("music-club");
    EvaluationRequest request =
        new EvaluationRequest(
            Revision.of(pack, PackWriter.digest(pack)),
            history.orElseThrow(),
            Optional.of(mapping()),
            Optional.empty(),
            Optional.of(UNTIL),
            Optional.of(folder.resolve(to)),
            Optional.empty(),
            threads,
            memory);
    return Evaluation.run(request, Clock.systemUTC(), (Progress) (stage, done, all) -> {});
  }

  private static Mapping mapping() throws IOException {
    Path file = PackFolders.folder("music-club").resolve("mapping.yaml");
    return switch (MappingReader.read("mapping.yaml", Files.readAllBytes(file))) {
      case MappingResult.Read(var mapping) -> mapping;
      case MappingResult.Refused(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static Map<String, IndependentMusicClub> independent() throws IOException {
    Map<String, List<IndependentMusicClub.Purchase>> purchases = new TreeMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(history.orElseThrow())),
                StandardCharsets.US_ASCII))) {
      for (String line : in.lines().skip(1).toList()) {
        String[] columns = line.trim().split("\\s+");
        purchases
            .computeIfAbsent(columns[0], id -> new ArrayList<>())
            .add(
                new IndependentMusicClub.Purchase(
                    LocalDate.parse(columns[1], DateTimeFormatter.BASIC_ISO_DATE),
                    new BigDecimal(columns[3])));
      }
    }
    Map<String, IndependentMusicClub> members = new TreeMap<>();
    purchases.forEach((id, all) -> {
      all.sort(Comparator.comparing(IndependentMusicClub.Purchase::day));
      IndependentMusicClub member = new IndependentMusicClub();
      all.forEach(member::purchase);
      member.passTo(UNTIL);
      members.put(id, member);
    });
    return members;
  }

  private static String line(String id, IndependentMusicClub member) {
    return """
    {"member":"%s","tiers":{"status":"%s"},"points":{"points":{"available":%d,"pending":0,\
    "earned":%d,"redeemed":0,"expired":0,"debt":0}}}\
    """
        .formatted(id, member.tier(), member.points(), member.points());
  }

  @Test
  void everyRowIsAccountedFor() {
    assertThat(summary.orElseThrow().rowsRead()).isEqualTo(69_659);
    assertThat(summary.orElseThrow().events()).isEqualTo(69_659);
    assertThat(summary.orElseThrow().rowsRefused()).isZero();
    assertThat(summary.orElseThrow().members()).isEqualTo(23_570);
  }

  @Test
  void everyMemberIsAsWorkedOutIndependently() throws IOException {
    List<String> expected = new ArrayList<>();
    independent().forEach((id, member) -> expected.add(line(id, member)));
    assertThat(Files.readAllLines(folder.resolve("once").resolve("members.jsonl")))
        .isEqualTo(expected);
  }

  @Test
  void theBytesDoNotDependOnThreadsOrMemory() throws Exception {
    evaluate(1, Long.MAX_VALUE, "alone");
    evaluate(7, 1 << 20, "crowded");
    for (String result : RESULTS)
      for (String other : List.of("alone", "crowded"))
        assertThat(
                Files.mismatch(
                    folder.resolve("once").resolve(result), folder.resolve(other).resolve(result)))
            .as("%s, %s", other, result)
            .isEqualTo(-1);
  }
}
