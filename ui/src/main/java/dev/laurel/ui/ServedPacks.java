package dev.laurel.ui;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** The packs of a server that runs. */
final class ServedPacks implements PackExchange {
  private static final int OK = 200;
  private static final int UNUSABLE = 422;

  private final ServedLaurel server;

  ServedPacks(ServedLaurel server) {
    this.server = server;
  }

  @Override
  public Came bringIn(byte[] zip, String language) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        server.send(
            server
                .request("/api/v1/packs?language=" + language)
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
                .build());
    JsonNode body = ServedLaurel.tree(answer.body());
    if (answer.statusCode() == UNUSABLE) return new Came.NoPack(faults(body));
    if (answer.statusCode() != OK) throw refused(answer.statusCode(), body);
    List<Change> changes = new ArrayList<>();
    for (JsonNode change : body.path("changes").values())
      changes.add(
          new Change(
              change.path("kind").asString(""),
              change.path("title").asString(""),
              texts(change.path("before")),
              texts(change.path("after"))));
    return new Came.Draft(
        body.path("draft").asInt(0), body.path("latestRevision").asInt(0), changes, faults(body));
  }

  @Override
  public byte[] takeAway(OptionalInt revision) throws IOException, InterruptedException {
    String path =
        revision.isPresent() ? "/api/v1/packs/" + revision.getAsInt() : "/api/v1/programme/pack";
    HttpResponse<byte[]> answer = server.send(server.request(path).GET().build());
    if (answer.statusCode() != OK)
      throw refused(answer.statusCode(), ServedLaurel.tree(answer.body()));
    return answer.body();
  }

  private static RefusedException refused(int status, JsonNode body) {
    String detail = body.path("detail").asString("");
    return new RefusedException(
        detail.isEmpty()
            ? "The server answered %d. Check --url and --key.".formatted(status)
            : detail);
  }

  private static List<String> faults(JsonNode body) {
    List<String> faults = new ArrayList<>();
    for (JsonNode fault : body.path("faults").values()) {
      String file = fault.path("file").asString("");
      String line = fault.path("line").asString("");
      String where = file.isEmpty() ? "" : line.isEmpty() ? file + " " : file + ":" + line + " ";
      faults.add(
          where
              + fault.path("place").asString("")
              + " ["
              + fault.path("code").asString("")
              + "] "
              + fault.path("message").asString("")
              + " "
              + fault.path("remedy").asString(""));
    }
    return faults;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list.values()) texts.add(text.asString(""));
    return texts;
  }

  @Override
  public void close() {
    server.close();
  }
}
