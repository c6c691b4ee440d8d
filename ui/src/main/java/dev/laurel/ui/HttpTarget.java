package dev.laurel.ui;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.operation.HistoryImport;
import dev.laurel.engine.operation.HistoryImport.Answer;
import dev.laurel.engine.operation.HistoryImport.Came;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Records events of a history at a server. Thread-safe. */
final class HttpTarget implements HistoryImport.Target {
  /** Below what a server takes, so that nothing is sent in vain. */
  private static final int MOST_BYTES = 4_000_000;

  private static final int TRIES = 60;
  private static final int OK = 200;
  private static final int LATER = 503;

  private final ServedLaurel server;
  private final Pack pack;
  private final EventJson json;

  private HttpTarget(ServedLaurel server) throws IOException, InterruptedException {
    this.server = server;
    this.pack = fetchPack();
    this.json = EventJson.of(EventTerms.of(pack));
  }

  /**
   * Asks the server for its pack, by which rows become events.
   *
   * @throws IOException when it cannot be reached, or does not know the key
   */
  static HttpTarget of(ServedLaurel server) throws IOException, InterruptedException {
    return new HttpTarget(server);
  }

  Pack pack() {
    return pack;
  }

  private Pack fetchPack() throws IOException, InterruptedException {
    HttpResponse<byte[]> response = send(server.request("/api/v1/programme/pack").GET().build());
    return switch (PackReader.readZip(new ByteArrayInputStream(response.body()))) {
      case PackResult.Read(var read, var digest) -> read;
      case PackResult.Refused(var faults) ->
          throw new IOException("the server's pack cannot be read here: " + faults.getFirst());
    };
  }

  @Override
  public List<Answer> record(List<Event> events) throws IOException, InterruptedException {
    List<Answer> answers = new ArrayList<>();
    JsonWriter body = new JsonWriter();
    int from = 0;
    for (int i = 0; i < events.size(); i++) {
      json.write(events.get(i), body);
      body.endLine();
      if (body.size() < MOST_BYTES && i + 1 < events.size()) continue;
      answers.addAll(post(events.subList(from, i + 1), body.toBytes()));
      body.clear();
      from = i + 1;
    }
    return answers;
  }

  private List<Answer> post(List<Event> events, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        server
            .request("/api/v1/events")
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    JsonNode items = ServedLaurel.tree(send(request).body()).path("items");
    if (items.size() != events.size())
      throw new IOException("%s answers as no Laurel does".formatted(server.address()));
    List<Answer> answers = new ArrayList<>();
    for (JsonNode item : items.values()) answers.add(answer(item, events.get(answers.size())));
    return answers;
  }

  private Answer answer(JsonNode item, Event event) throws IOException, InterruptedException {
    String refusal = item.path("refusal").path("message").asString("");
    return switch (item.path("status").asString("")) {
      case "recorded" ->
          new Answer(refusal.isEmpty() ? Came.RECORDED : Came.NOT_CARRIED_OUT, refusal);
      case "replayed" -> new Answer(Came.REPLAYED, refusal);
      case "conflict" -> new Answer(Came.CONFLICT, item.path("message").asString(""));
      case "refused" ->
          new Answer(Came.REFUSED, item.at("/faults/0/message").asString("It was refused."));
      case "busy" -> {
        TimeUnit.SECONDS.sleep(item.path("retryAfterSeconds").asInt(1));
        yield record(List.of(event)).getFirst();
      }
      default -> throw new IOException("%s answers as no Laurel does".formatted(server.address()));
    };
  }

  /** Sends until it is answered; what was sent before an answer was lost is not recorded twice. */
  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    for (int tries = 1; ; tries++) {
      HttpResponse<byte[]> response = server.send(request);
      if (response.statusCode() == OK) return response;
      if (response.statusCode() != LATER || tries == TRIES)
        throw new IOException(
            "%s answered %d: %s"
                .formatted(request.uri(), response.statusCode(), detail(response.body())));
      TimeUnit.SECONDS.sleep(response.headers().firstValueAsLong("Retry-After").orElse(1));
    }
  }

  private static String detail(byte[] problem) {
    try {
      JsonNode tree = ServedLaurel.tree(problem);
      return tree.path("detail").asString("") + " " + tree.path("remedy").asString("");
    } catch (IOException e) {
      return new String(problem, StandardCharsets.UTF_8);
    }
  }
}
