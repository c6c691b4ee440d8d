package dev.laurel.engine.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.pack.MappingReader;
import dev.laurel.rules.pack.MappingResult;
import dev.laurel.rules.pack.PackResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published purchase histories, where they are: in the folder that the system property {@code
 * laurel.data} names, or in {@code shared/data} beside this folder or one above it.
 */
class RealFilesTest {
  @TempDir private Path directory;

  @Test
  void every_purchase_of_the_music_shop() throws Exception {
    JsonNode summary =
        evaluate(
            "cdnow-transactions.txt.gz",
            "USD",
            """
            format: 1
            source: {form: white-space}
            id: file-and-line
            member: customer_id
            when: {column: date, format: yyyyMMdd}
            amount: {type: column, column: dollar_value}
            quantity: {type: column, column: number_of_cds}
            """);
    assertThat(summary.get("rows").toString())
        .isEqualTo(
            "{\"read\":69659,\"evaluated\":69659,\"leftOut\":{},\"afterUntil\":0,\"replayed\":0,"
                + "\"refused\":{},\"blankLines\":0}");
    assertThat(summary.get("members").longValue()).isEqualTo(23_570);
    // A point per whole dollar of each purchase.
    assertThat(earned(summary)).isEqualTo(2_453_159);
    try (Stream<String> members = Files.lines(directory.resolve("out/members.jsonl"))) {
      assertThat(members.findFirst().orElseThrow())
          .startsWith(
              "{\"member\":\"00001\",\"tiers\":{\"status\":\"Base\"},\"points\":{\"points\":"
                  + "{\"available\":11,\"pending\":0,\"earned\":11,\"redeemed\":0,\"expired\":0,\"debt\":0}");
    }
  }

  @Test
  void every_invoice_of_the_gift_shop() throws Exception {
    JsonNode summary =
        evaluate(
            "online-retail-invoices.csv.gz",
            "GBP",
            """
            format: 1
            source: {form: delimited}
            leaveOut:
              - id: unknown
                when: {type: equals, column: CustomerID, values: [(blank)]}
                reason: The customer is not known.
            returns: {type: starts-with, column: InvoiceNo, text: C}
            id: {type: columns, columns: [InvoiceNo, InvoiceDate]}
            member: CustomerID
            when: {column: InvoiceDate, format: M/d/yyyy H:mm, zone: Europe/London}
            amount: {type: product, columns: [Quantity, UnitPrice]}
            rounding: half-up
            texts: {country: Country}
            """);
    assertAllAreThere(summary, 25_943, 3_722, 18_566, 3_655);
  }

  @Test
  void every_order_line_of_the_gift_shop() throws Exception {
    JsonNode summary =
        evaluate(
            "online-retail-lines-10k.csv.gz",
            "GBP",
            """
            format: 1
            source: {form: delimited, delimiter: ";", decimal: ","}
            leaveOut:
              - id: unknown
                when: {type: blank, column: CustomerID}
                reason: The customer is not known.
            returns: {type: starts-with, column: InvoiceNo, text: C}
            id: {type: columns, columns: [InvoiceNo]}
            member: CustomerID
            when: {column: InvoiceDate, format: d/M/yyyy H:mm, zone: Europe/London}
            groupBy: [InvoiceNo, CustomerID]
            amount: {type: product, columns: [Quantity, UnitPrice]}
            quantity: {type: column, column: Quantity}
            texts: {product: StockCode, country: Country}
            """);
    assertAllAreThere(summary, 10_000, 2_291, 7_609, 100);
    assertThat(summary.get("events").longValue()).isEqualTo(401 + 43);
  }

  private static void assertAllAreThere(
      JsonNode summary, long read, long leftOut, long purchases, long returns) {
    JsonNode rows = summary.get("rows");
    assertThat(rows.get("read").longValue()).isEqualTo(read);
    assertThat(rows.get("leftOut").get("unknown").get("rows").longValue()).isEqualTo(leftOut);
    assertThat(rows.get("evaluated").longValue()).isEqualTo(purchases + returns);
    assertThat(rows.get("refused").isEmpty()).isTrue();
    assertThat(leftOut + purchases + returns).isEqualTo(read);
  }

  private static long earned(JsonNode summary) {
    return summary.get("points").get("points").get("earned").longValue();
  }

  private JsonNode evaluate(String name, String currency, String mapping) throws Exception {
    Optional<Path> file = find(name);
    assumeTrue(
        file.isPresent(),
        name
            + " is not here: it is read from the folder named by -Dlaurel.data or from shared/data");
    PackResult.Read pack =
        TestPacks.read(
            TestPacks.CAFE
                .replace("currency: EUR", "currency: " + currency)
                .replace("each: 1.00", "each: 1.00, of: {netOf: []}")
                .replace("  pointKinds:", "  returns: {from: [newest-lots, debt]}\n  pointKinds:"));
    var read = (MappingResult.Read) MappingReader.read("mapping.yaml", mapping.getBytes(UTF_8));
    Evaluation.run(
        new EvaluationRequest(
            Revision.of(pack.pack(), pack.digest()),
            file.get(),
            Optional.of(read.mapping()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(directory.resolve("out")),
            Optional.empty(),
            2,
            1 << 20),
        Clock.systemUTC(),
        (stage, done, all) -> {});
    return new JsonMapper().readTree(Files.readString(directory.resolve("out/summary.json")));
  }

  private static Optional<Path> find(String name) {
    String named = System.getProperty("laurel.data");
    if (named != null) return Optional.of(Path.of(named, name)).filter(Files::exists);
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("shared/data").resolve(name))
        .filter(Files::exists)
        .findFirst();
  }
}
