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
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs are brought in and taken away at a terminal. */
class PackExchangeTest {
  private static final Path CAFE = Path.of("..", "samples", "cafe");
  private static final InstantSource TIME = InstantSource.system();

  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();

  /** The café's pack, in which captains need 640 Credits. */
  @BeforeEach
  void a_pack_that_changes_one_word() throws IOException {
    Files.createDirectory(folder.resolve("pack"));
    try (Stream<Path> files = Files.list(CAFE)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList())
        Files.writeString(
            folder.resolve("pack").resolve(file.getFileName()),
            Files.readString(file).replace("atLeast: 600", "atLeast: 640"));
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Server serve(EmbeddedServer store, MongoDatabases databases) throws IOException {
    Path data = folder.resolve("data");
    return Server.start(
        new Server.Settings(InetAddress.getLoopbackAddress(), 0, true, false, Duration.ofHours(1)),
        databases,
        Vault.open(
            databases.vault(),
            TombstoneFile.open(data.resolve(TombstoneFile.NAME)),
            new MasterKeyFile(data.resolve(MasterKeyFile.NAME)),
            TIME),
        databases.credentials(),
        Optional.of((PackResult.Read) PackFiles.read(CAFE)),
        Optional.empty(),
        TIME,
        () -> true);
  }

  private void assertIsTheCafe(String file) {
    assertThat(terminal.run("pack", "check", file)).as(terminal.err()).isZero();
    String exported = terminal.out();
    assertThat(terminal.run("pack", "check", CAFE.toString())).isZero();
    assertThat(exported).isEqualTo(terminal.out());
  }

  @Test
  void a_pack_goes_to_a_server_and_then_to_its_store_at_rest() throws Exception {
    try (EmbeddedServer store = EmbeddedServer.open(folder.resolve("data"), Settings.fast());
        MongoDatabases databases = MongoDatabases.open(store.connectionString());
        Server server = serve(store, databases)) {
      String url = "http://127.0.0.1:" + server.port() + "/";
      String key = server.secrets().orElseThrow().key();
      assertThat(terminal.run("pack", "import", path("pack"), "--url", url, "--key", "guess"))
          .isEqualTo(1);
      assertThat(terminal.run("pack", "import", path("pack"), "--url", url, "--key", key))
          .as(terminal.err())
          .isZero();
      assertThat(terminal.out())
          .contains("changed Captain", "- Captain is reached with 600", "+ Captain is reached with")
          .contains("It is draft 1 now, against revision 1; changes: 1, to mend: 0.");
      Files.writeString(folder.resolve("no.zip"), "no archive");
      assertThat(terminal.run("pack", "import", path("no.zip"), "--url", url, "--key", key))
          .isEqualTo(2);
      assertThat(terminal.err()).contains("nothing was changed");
      assertThat(terminal.run("pack", "export", path("live.zip"), "--url", url, "--key", key))
          .as(terminal.err())
          .isZero();
      assertThat(
              terminal.run(
                  "pack", "export", path("9.zip"), "--revision", "9", "--url", url, "--key", key))
          .isEqualTo(1);
      assertThat(terminal.err()).contains("no revision 9");
      assertThat(terminal.run("pack", "export", path("2.zip"), "--data", path("data")))
          .as("a server has it open")
          .isEqualTo(2);
    }
    assertIsTheCafe(path("live.zip"));

    String data = path("data");
    assertThat(terminal.run("pack", "import", CAFE.toString(), "--data", data))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out()).contains("changes: 0, to mend: 0.");
    assertThat(terminal.run("pack", "import", path("pack"), "--data", data, "--language", "zh"))
        .isZero();
    assertThat(terminal.out()).contains("船长", "640");
    assertThat(terminal.run("pack", "export", path("one.zip"), "--revision", "1", "--data", data))
        .isZero();
    assertIsTheCafe(path("one.zip"));
    assertThat(terminal.run("pack", "export", path("one.zip"), "--data", data)).isEqualTo(2);
    assertThat(terminal.err()).contains("is there already");
  }

  @Test
  void what_is_wrong_with_a_pack_is_told_and_it_is_taken_to_be_mended() throws Exception {
    Path programme = folder.resolve("pack").resolve("programme.yaml");
    try (EmbeddedServer store = EmbeddedServer.open(folder.resolve("data"), Settings.fast());
        MongoDatabases databases = MongoDatabases.open(store.connectionString());
        Server server = serve(store, databases)) {
      Files.writeString(
          programme, Files.readString(programme).replace("currency: EUR", "currency: USD"));
      String key = server.secrets().orElseThrow().key();
      assertThat(
              terminal.run(
                  "pack",
                  "import",
                  path("pack"),
                  "--url",
                  "http://127.0.0.1:" + server.port(),
                  "--key",
                  key))
          .isZero();
      assertThat(terminal.out()).contains("to mend: programme/currency [");
    }
  }

  @Test
  void where_the_programme_is_must_be_said_once() {
    assertThat(
            terminal.run(
                "pack", "export", path("a.zip"), "--data", path("data"), "--url", "http://x"))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("Leave one of them out");
  }

  @Test
  void what_is_no_address_is_refused_before_anything_is_asked() {
    int code = terminal.run("pack", "export", path("taken.zip"), "--url", "localhost");

    assertThat(code).isEqualTo(Laurel.WRONG_USE);
    assertThat(terminal.err()).contains("localhost is no address of a server.");
  }
}
