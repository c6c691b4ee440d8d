package dev.laurel.ui;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that runs, as whoever has its address and a key sees it. Thread-safe. */
final class ServedLaurel implements AutoCloseable {
  /** The environment variable that holds a key, which others could read in a list of processes. */
  private static final String KEY = "LAUREL_KEY";

  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final JsonMapper MAPPER = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String address;
  private final Optional<String> key;

  /**
   * The server that a command names.
   *
   * @param address such as {@code http://localhost:8080}
   * @param key empty for the one in the environment, where there is one
   * @throws ParameterException when that is no address
   */
  static ServedLaurel of(String address, Optional<String> key, CommandLine command) {
    try {
      return new ServedLaurel(address, key);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          command, "%s is no address of a server.".formatted(address), wrong);
    }
  }

  private ServedLaurel(String address, Optional<String> key) {
    this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    this.key = key.or(() -> Optional.ofNullable(System.getenv(KEY)));
    request("");
  }

  String address() {
    return address;
  }

  /**
   * @param path from the root, escaped
   */
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(ANSWER);
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  /**
   * Sends it, whatever the answer.
   *
   * @throws IOException when the server cannot be reached
   */
  HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /**
   * What an answer says.
   *
   * @throws IOException when it is no JSON
   */
  static JsonNode tree(byte[] body) throws IOException {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new IOException("the answer is no JSON; is it a Laurel?", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
