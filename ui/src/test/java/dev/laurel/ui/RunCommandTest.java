package dev.laurel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a server from starting is said in one sentence or two. */
class RunCommandTest {
  private static final String CAFE = "../samples/cafe";
  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();

  @Test
  void a_port_that_is_taken_is_said() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(terminal.run("run", "--data", folder.toString(), "--pack", CAFE, "--port", port))
          .isEqualTo(2);
      assertThat(terminal.err()).contains("port " + port + " is taken");
    }
  }

  @Test
  void a_directory_in_use_is_said() {
    try (EmbeddedServer other = EmbeddedServer.open(folder, Settings.fast())) {
      assertThat(terminal.run("run", "--data", folder.toString(), "--pack", CAFE)).isEqualTo(2);
      assertThat(terminal.err()).contains("another Laurel has it open");
    }
  }

  @Test
  void another_pack_than_the_one_in_force_is_refused() {
    assertThat(
            terminal.run(
                "import",
                "--events",
                CAFE + "/history/events.jsonl",
                "--data",
                folder.toString(),
                "--pack",
                CAFE))
        .isZero();
    assertThat(terminal.run("run", "--data", folder.toString(), "--pack", "../samples/music-club"))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("another revision is in force");
  }

  @Test
  void nothing_is_served_to_a_network_without_authentication() {
    assertThat(terminal.run("run", "--no-auth", "--host", "0.0.0.0")).isEqualTo(2);
    assertThat(terminal.err()).contains("leave out --host or --no-auth");
  }

  @Test
  void an_empty_store_asks_for_a_pack() {
    assertThat(terminal.run("run", "--data", folder.toString())).isEqualTo(2);
    assertThat(terminal.err()).contains("no rule pack is named");
  }
}
