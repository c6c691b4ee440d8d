package dev.laurel.ui.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.laurel.engine.access.People;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.operation.Storage;
import dev.laurel.engine.vault.MasterKeyFile;
import dev.laurel.engine.vault.TombstoneFile;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server on a store of its own, for tests. Each answer is held to what {@code openapi.json} says
 * of it.
 */
final class Served implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  /** Points per euro that lapse, a tier for spending, and an event of its own. */
  static final String SHOP =
      """
      pack: {format: 1, id: shop, version: 1.0.0, title: Shop}
      programme:
        title: Shop
        zone: Europe/Vienna
        currency: EUR
        pointKinds:
          - id: points
            title: Points
            expiry: {type: after, span: 60 days, edge: at-its-start}
            pooling: {members: 2}
        periods: [{id: month, title: Month, is: {type: rolling, span: 30 days}}]
        metrics: [{id: spend, title: Spend, counts: {type: spend}, over: month}]
      vocabulary:
        member:
          - {id: diet, title: Diet, type: text}
          - {id: passport, title: Passport, type: text, personal: true}
        channels: [{id: e-mail, title: E-mail}]
        purposes: [{id: news, title: News}]
      ladders:
        - id: status
          title: Status
          tiers:
            - {id: Base, title: Base}
            - id: Gold
              title: Gold
              entry: {type: reaches, id: spend, metric: spend, atLeast: 100}
      earning:
        - id: usual
          title: Usual
          rules:
            - {id: base, title: A point per euro, then: [{type: per-amount, kind: points, points: 1}]}
            - id: gold
              title: Seven more for gold
              when: member.tier in ("Gold")
              then: [{type: points, kind: points, points: 7}]
            - {id: hello, title: Hello, on: check-in, then: [{type: send, message: hello}]}
            - id: read
              title: For reading
              on: {type: message-outcome, message: hello, outcome: opened}
              then: [{type: points, kind: points, points: 2}]
      messages:
        - id: hello
          title: Hello
          template: {en: 'You have {points} points.', zh: '您有{points}积分。'}
          channel: e-mail
          purpose: news
      """;

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNode DESCRIPTION = description();

  private final HttpClient client = HttpClient.newHttpClient();
  private final EmbeddedServer store;
  private final MongoDatabases databases;
  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final Server server;

  /** What came back. */
  record Reply(int status, HttpResponse<byte[]> response, JsonNode body) {
    String text(String pointer) {
      return body.at(pointer).asString();
    }
  }

  private Served(
      Path directory, boolean authenticates, boolean demoClock, UnaryOperator<Storage> through) {
    store = EmbeddedServer.open(directory, Settings.fast());
    databases = MongoDatabases.open(store.connectionString());
    server =
        Server.start(
            new Server.Settings(
                InetAddress.getLoopbackAddress(), 0, authenticates, demoClock, Duration.ofHours(1)),
            through.apply(databases),
            Vault.open(
                databases.vault(),
                TombstoneFile.open(directory.resolve(TombstoneFile.NAME)),
                new MasterKeyFile(directory.resolve(MasterKeyFile.NAME)),
                now::get),
            databases.credentials(),
            Optional.of(shop()),
            Optional.of(store::backup),
            now::get,
            () -> true);
  }

  static Served open(Path directory) {
    return new Served(directory, false, false, UnaryOperator.identity());
  }

  /**
   * @param through what stands between the server and its store
   */
  static Served through(Path directory, UnaryOperator<Storage> through) {
    return new Served(directory, false, false, through);
  }

  static Served withDemoClock(Path directory) {
    return new Served(directory, false, true, UnaryOperator.identity());
  }

  static Served authenticating(Path directory) {
    return new Served(directory, true, false, UnaryOperator.identity());
  }

  static PackResult.Read shop() {
    return switch (PackReader.read(new TreeMap<>(Map.of("pack.yaml", SHOP.getBytes(UTF_8))))) {
      case PackResult.Read read -> read;
      case PackResult.Refused(var faults) -> throw new AssertionError(faults);
    };
  }

  private static JsonNode description() {
    try (var in = Server.class.getResourceAsStream("openapi.json")) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
  }

  Reply get(String path) throws Exception {
    return send(request(path));
  }

  Reply post(String path, String body) throws Exception {
    return post(path, body, "application/json");
  }

  Reply post(String path, String body, String type) throws Exception {
    return send(
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Reply send(HttpRequest.Builder request) throws Exception {
    HttpRequest sent = request.build();
    HttpResponse<byte[]> response = client.send(sent, HttpResponse.BodyHandlers.ofByteArray());
    String type = response.headers().firstValue("Content-Type").orElse("");
    boolean json = type.matches("application/([a-z0-9.-]+\\+)?json.*");
    JsonNode body = json ? MAPPER.readTree(response.body()) : MAPPER.createObjectNode();
    if (json) check(sent, response, type);
    return new Reply(response.statusCode(), response, body);
  }

  /** Holds an answer to its description, where the path is described at all. */
  private static void check(HttpRequest sent, HttpResponse<byte[]> response, String type) {
    String path = sent.uri().getRawPath();
    for (Map.Entry<String, JsonNode> described : DESCRIPTION.get("paths").properties()) {
      String pattern =
          Pattern.quote(described.getKey()).replaceAll("\\{[a-z]+}", "\\\\E[^/]+\\\\Q");
      JsonNode operation = described.getValue().get(sent.method().toLowerCase(Locale.ROOT));
      if (!path.matches(pattern) || operation == null) continue;
      JsonNode answer = operation.get("responses").get(String.valueOf(response.statusCode()));
      if (answer == null)
        throw new AssertionError(
            "%s %s: status %d is not described"
                .formatted(sent.method(), path, response.statusCode()));
      if (answer.has("$ref")) answer = DESCRIPTION.at(answer.get("$ref").asString().substring(1));
      JsonNode schema = answer.at("/content").get(type).get("schema");
      String text = new String(response.body(), UTF_8);
      var wrong = schema(schema).validate(text, InputFormat.JSON);
      if (!wrong.isEmpty()) throw new AssertionError(wrong + "\n" + text);
      return;
    }
  }

  private static Schema schema(JsonNode schema) {
    var whole = MAPPER.createObjectNode();
    whole.set("components", DESCRIPTION.get("components"));
    whole.set("allOf", MAPPER.createArrayNode().add(schema));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString());
  }

  /** Paths with their methods, as described. */
  static JsonNode paths() {
    return DESCRIPTION.get("paths");
  }

  static String purchase(String member, String id, String at, String amount) {
    return """
    {"source":"till","id":"%s","member":"%s","occurredAt":"%s","type":"purchase","amount":%s}\
    """
        .formatted(id, member, at, amount);
  }

  static String redemption(String member, String id, int points) {
    return """
    {"source":"shop","id":"%s","member":"%s","occurredAt":"2026-03-10T11:59:00Z","kind":"points","points":%d}\
    """
        .formatted(id, member, points);
  }

  /** The same of a pool, by one of its members. */
  static String redemption(String pool, String id, int points, String by) {
    return redemption(pool, id, points).replace("}", ",\"by\":\"%s\"}".formatted(by));
  }

  /** Who may ask, as whoever has the store in hand sees it. */
  People people() {
    return new People(
        databases.credentials(), Keys.hashing(new BCryptPasswordEncoder(4)), now::get);
  }

  @Override
  public void close() {
    server.close();
    databases.close();
    store.close();
  }
}
