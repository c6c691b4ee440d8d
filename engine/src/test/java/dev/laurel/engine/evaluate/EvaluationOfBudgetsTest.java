package dev.laurel.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.revision.Revision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budgets that all members of a history share. */
class EvaluationOfBudgetsTest {
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final Revision SPRING =
      Programmes.of(
          """
          pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
          programme:
            title: Shop
            zone: UTC
            currency: EUR
            pointKinds: [{id: points, title: Points}]
          campaigns:
            - id: spring
              title: Spring
              schedule: {}
              budget: {points: 10000}
              firstMembers: 700
              rules:
                - {id: bonus, title: Bonus, then: [{type: points, kind: points, points: 7}]}
          """);

  @TempDir Path directory;

  private static String purchase(int member, int number) {
    return """
    {"source":"pos","id":"%d-%d","member":"m%04d","occurredAt":"2026-01-01T10:00:00Z","type":"purchase","amount":1}
    """
        .formatted(member, number, member);
  }

  private Path history() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int number = 0; number < 3; number++)
      for (int member = 999; member >= 0; member--) rows.append(purchase(member, number));
    return Files.writeString(directory.resolve("events.jsonl"), rows);
  }

  private Summary evaluate(Path events, Optional<Path> out, List<String> told, int threads)
      throws Exception {
    return Evaluation.run(
        new EvaluationRequest(
            SPRING,
            events,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            out,
            Optional.of(
                new EvaluationRequest.Explain(
                    "m0476", decision -> List.of(decision.given().used().toString()), told::add)),
            threads,
            1 << 20),
        STILL,
        (stage, done, all) -> {});
  }

  @Test
  void they_go_from_member_to_member_whatever_the_number_of_threads() throws Exception {
    Path events = history();
    List<String> told = new ArrayList<>();
    Path out = directory.resolve("out");
    evaluate(events, Optional.of(out), told, 4);
    String summary = Files.readString(out.resolve("summary.json"));
    assertThat(summary)
        .contains(
            "\"budgets\":{\"campaigns/spring/places\":{\"total\":700,\"used\":700},"
                + "\"campaigns/spring/points\":{\"total\":10000,\"used\":10000}},"
                + "\"budgetsGo\":\"by the order of the members' ids, not by time\"",
            "\"earned\":10000");
    // Three purchases of seven points each for 476 members, then four points for one more.
    assertThat(told)
        .containsExactly(
            "{campaigns/spring/places=1, campaigns/spring/points=4000000}", "{}", "{}");
    List<String> one = new ArrayList<>();
    Path again = directory.resolve("again");
    evaluate(events, Optional.of(again), one, 1);
    for (String file : List.of("members.jsonl", "ledger.jsonl", "decisions.jsonl"))
      assertThat(again.resolve(file)).hasSameBinaryContentAs(out.resolve(file));
  }

  @Test
  void who_asks_for_one_member_is_told_what_others_have_left() throws Exception {
    List<String> told = new ArrayList<>();
    evaluate(history(), Optional.empty(), told, 2);
    assertThat(told.getFirst())
        .isEqualTo("{campaigns/spring/places=1, campaigns/spring/points=4000000}");
  }
}
