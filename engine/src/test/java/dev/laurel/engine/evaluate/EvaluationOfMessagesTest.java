package dev.laurel.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.revision.Revision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many messages a history would have sent. */
class EvaluationOfMessagesTest {
  private static final Revision SHOP =
      Programmes.of(
          """
          pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
          programme:
            title: Shop
            zone: UTC
            currency: EUR
            pointKinds: [{id: points, title: Points}]
          vocabulary:
            channels: [{id: e-mail, title: E-mail}]
            purposes: [{id: news, title: News}]
          earning:
            - id: usual
              title: Usual
              rules:
                - {id: thanks, title: Thanks, then: [{type: send, message: thanks}]}
          messages:
            - {id: thanks, title: Thanks, template: Thanks, channel: e-mail, purpose: news}
            - {id: unused, title: Unused, template: Unused, channel: e-mail, purpose: news}
          """);

  private static final String HISTORY =
      """
      {"id":"1","member":"ann","occurredAt":"2026-01-01T10:00:00Z","type":"purchase","amount":1}
      {"id":"2","member":"ann","occurredAt":"2026-01-02T10:00:00Z","type":"consent","attributes":{"channel":"e-mail","purpose":"news","given":true}}
      {"id":"3","member":"ann","occurredAt":"2026-01-03T10:00:00Z","type":"purchase","amount":1}
      {"id":"4","member":"ann","occurredAt":"2026-01-04T10:00:00Z","type":"purchase","amount":1}
      {"id":"5","member":"ben","occurredAt":"2026-01-04T10:00:00Z","type":"purchase","amount":1}
      {"id":"6","member":"ann","occurredAt":"2026-01-05T10:00:00Z","type":"messageOutcome","attributes":{"message":"thanks","outcome":"opened"}}
      """;

  @TempDir Path directory;

  @Test
  void they_are_counted_by_message_and_stand_with_the_decisions_that_made_them() throws Exception {
    Path out = directory.resolve("out");
    Evaluation.run(
        new EvaluationRequest(
            SHOP,
            Files.writeString(directory.resolve("events.jsonl"), HISTORY),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(out),
            Optional.empty(),
            2,
            1 << 20),
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
        (stage, done, all) -> {});
    assertThat(Files.readString(out.resolve("summary.json")))
        .contains("\"messages\":{\"thanks\":2,\"unused\":0}", "\"decisions\":6");
    assertThat(Files.readString(out.resolve("decisions.jsonl")))
        .contains("\"finding\":\"no-consent\",\"message\":\"thanks\"")
        .contains("\"text\":{\"en\":\"Thanks\"}");
  }
}
