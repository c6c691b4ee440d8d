package dev.laurel.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.population.Ranked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history whose members are the population. */
class EvaluationOfFifthsTest {
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @TempDir Path directory;

  private static String purchase(int member, int day, long amount) {
    return """
    {"source":"pos","id":"%d-%d","member":"m%04d","occurredAt":"%sT10:00:00Z","type":"purchase","amount":%d}
    """
        .formatted(member, day, member, LocalDate.of(2026, 1, 1).plusDays(day), amount);
  }

  /** A hundred members buy for 1 to 100 euros in the middle of January, and in February again. */
  private Path history() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int day : List.of(14, 40))
      for (int member = 100; member >= 1; member--) rows.append(purchase(member, day, member));
    return Files.writeString(directory.resolve("events.jsonl"), rows);
  }

  private Path evaluate(Path events, String out, int threads) throws Exception {
    Path to = directory.resolve(out);
    Evaluation.run(
        new EvaluationRequest(
            Ranked.REVISION,
            events,
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 4, 15)),
            Optional.of(to),
            Optional.empty(),
            threads,
            1 << 12),
        STILL,
        (stage, done, all) -> {});
    return to;
  }

  @Test
  void members_are_counted_at_the_start_of_each_month_and_judged_by_that() throws Exception {
    Path events = history();
    Path out = evaluate(events, "out", 1);
    String summary = Files.readString(out.resolve("summary.json"));
    // In February the best fifth begins with 81 euros; by April the purchases are too long ago.
    assertThat(summary)
        .contains(
            "{\"day\":\"2026-02-01\",\"from\":\"2026-01-31T23:00:00Z\",\"over\":{\"30 days\":"
                + "{\"members\":100,",
            "\"money\":{\"second\":2001,\"third\":4001,\"fourth\":6001,\"fifth\":8001}",
            "\"day\":\"2026-03-01\"",
            "\"day\":\"2026-04-01\",\"from\":\"2026-03-31T22:00:00Z\",\"over\":{\"30 days\":"
                + "{\"members\":0,");
    // One point for each purchase; ten more in February for the twenty who were the best.
    assertThat(summary).contains("\"earned\":" + (200 + 20 * 10));
    try (var members = Files.lines(out.resolve("members.jsonl"))) {
      assertThat(members.filter(line -> line.contains("\"earned\":12"))).hasSize(20);
    }
  }

  @Test
  void it_comes_to_the_same_whatever_the_number_of_threads() throws Exception {
    Path events = history();
    Path one = evaluate(events, "one", 1);
    Path four = evaluate(events, "four", 4);
    for (String file : List.of("members.jsonl", "ledger.jsonl", "decisions.jsonl"))
      assertThat(four.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
  }
}
