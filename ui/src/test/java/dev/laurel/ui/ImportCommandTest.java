package dev.laurel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.vault.MasterKeyFile;
import dev.laurel.engine.vault.TombstoneFile;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.ui.rest.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An imported history is the evaluated one, byte for byte. */
class ImportCommandTest {
  private static final String CAFE = "../samples/cafe";
  private static final String EVENTS = CAFE + "/history/events.jsonl";
  private static final String MEMBERS = CAFE + "/history/members.jsonl";
  private static final InstantSource NEW_YEAR =
      InstantSource.fixed(
          LocalDate.of(2027, 1, 1).atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant());

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /**
   * The café without its segment by fifths: an import knows no snapshots of times gone by, while an
   * evaluation tells what they would have been.
   */
  @BeforeEach
  void withoutFifths() throws IOException {
    Path pack = Files.createDirectory(folder.resolve("cafe"));
    try (Stream<Path> files = Files.list(Path.of(CAFE))) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        Files.copy(file, pack.resolve(file.getFileName()));
    }
    Path segments = pack.resolve("segments.yaml");
    String all = Files.readString(segments);
    Files.writeString(segments, all.substring(0, all.indexOf("  - id: best-of-all")));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private int run(Object command, String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  private void evaluate() {
    assertThat(
            new Terminal()
                .run(
                    "evaluate",
                    "--pack",
                    path("cafe"),
                    "--events",
                    EVENTS,
                    "--members",
                    MEMBERS,
                    "--until",
                    "2027-01-01",
                    "--out",
                    path("evaluated")))
        .isZero();
  }

  private void assertExportIsTheEvaluation() throws IOException {
    assertThat(run(new ExportCommand(NEW_YEAR), "--data", path("data"), "--out", path("exported")))
        .as(err.toString())
        .isZero();
    for (String file : new String[] {"members.jsonl", "ledger.jsonl", "decisions.jsonl"})
      assertThat(folder.resolve("exported").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("evaluated").resolve(file));
  }

  private int importInto(String... where) {
    String[] args = new String[4 + where.length];
    System.arraycopy(new String[] {"--events", EVENTS, "--members", MEMBERS}, 0, args, 0, 4);
    System.arraycopy(where, 0, args, 4, where.length);
    return run(new ImportCommand(NEW_YEAR), args);
  }

  @Test
  void an_import_into_a_store_gives_the_bytes_of_an_evaluation_and_may_be_repeated()
      throws IOException {
    evaluate();
    assertThat(importInto("--data", path("data"), "--pack", path("cafe")))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("0 had been recorded before");
    assertExportIsTheEvaluation();
    assertThat(importInto("--data", path("data"))).isZero();
    assertThat(out.toString()).contains(" 0 were recorded, ");
    assertExportIsTheEvaluation();
  }

  @Test
  void an_import_at_a_server_gives_them_too() throws Exception {
    evaluate();
    PackResult.Read cafe = (PackResult.Read) PackFiles.read(Path.of(path("cafe")));
    try (EmbeddedServer store = EmbeddedServer.open(folder.resolve("data"), Settings.fast());
        MongoDatabases databases = MongoDatabases.open(store.connectionString());
        Server server =
            Server.start(
                new Server.Settings(
                    InetAddress.getLoopbackAddress(), 0, true, false, Duration.ofHours(1)),
                databases,
                Vault.open(
                    databases.vault(),
                    TombstoneFile.open(folder.resolve("data").resolve(TombstoneFile.NAME)),
                    new MasterKeyFile(folder.resolve("data").resolve(MasterKeyFile.NAME)),
                    NEW_YEAR),
                databases.credentials(),
                Optional.of(cafe),
                Optional.empty(),
                NEW_YEAR,
                () -> true)) {
      String url = "http://127.0.0.1:" + server.port() + "/";
      assertThat(importInto("--url", url, "--key", "guess")).isEqualTo(1);
      assertThat(err.toString()).contains("401");
      String key = server.secrets().orElseThrow().key();
      assertThat(importInto("--url", url, "--key", key)).as(err.toString()).isZero();
      assertThat(importInto("--url", url, "--key", key)).isZero();
      assertThat(out.toString()).contains(" 0 were recorded, ");
    }
    assertExportIsTheEvaluation();
  }

  @Test
  void what_goes_wrong_is_said_and_the_rest_is_recorded() throws IOException {
    Path events = folder.resolve("events.jsonl");
    Files.writeString(
        events,
        """
        {"id":"1","member":"m","occurredAt":"2026-01-01","type":"purchase","amount":5}
        {"id":"1","member":"m","occurredAt":"2026-01-02","type":"purchase","amount":5}
        {"id":"2","member":"m","occurredAt":"2028-01-01","type":"purchase","amount":5}
        {"id":"3","member":"m","occurredAt":"2026-01-03","type":"redemption","kind":"beans","points":99999}
        nonsense
        """);
    assertThat(
            run(
                new ImportCommand(NEW_YEAR),
                "--events",
                events.toString(),
                "--data",
                path("data"),
                "--pack",
                path("cafe")))
        .isZero();
    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            "5 rows read, 1 refused; of 4 events 1 were recorded, 0 had been recorded before,"
                + " 1 were recorded but not carried out, 1 conflict with others, 1 were refused.");
    assertThat(err.toString()).contains("file:1: ", "file:2: ", "file:3: ", "bad-json");
  }

  @Test
  void a_store_without_a_programme_asks_for_a_pack() {
    assertThat(importInto("--data", path("data"))).isEqualTo(2);
    assertThat(err.toString()).contains("no rule pack is named");
  }
}
