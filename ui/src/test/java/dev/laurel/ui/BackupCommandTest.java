package dev.laurel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.recording.Claim;
import dev.laurel.engine.recording.ProfileForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
  @TempDir Path directory;
  private final Terminal terminal = new Terminal();
  private Path data;
  private Path file;

  @BeforeEach
  void store() {
    data = directory.resolve("data");
    file = directory.resolve("laurel.backup");
    try (EmbeddedServer server = EmbeddedServer.open(data, Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString())) {
      Instant at = Instant.parse("2026-01-31T12:00:00Z");
      databases
          .stores(ProfileForm.READABLE)
          .events()
          .claim(List.of(new Claim("till:1", "ann", at, "d", new byte[] {'x'}, at)));
    }
  }

  @Test
  void what_was_kept_is_there_again_after_a_restore() {
    int backup = terminal.run("backup", file.toString(), "--data", data.toString());
    assertThat(backup).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("holds the whole store");
    Path other = directory.resolve("other");
    int restore = terminal.run("restore", file.toString(), "--data", other.toString());
    assertThat(restore).as(terminal.err()).isZero();
    try (EmbeddedServer server = EmbeddedServer.open(other, Settings.fast());
        MongoDatabases databases = MongoDatabases.open(server.connectionString())) {
      assertThat(databases.stores(ProfileForm.READABLE).events().find("till:1")).isPresent();
    }
  }

  @Test
  void a_file_that_is_there_and_a_directory_that_is_not_empty_are_left_alone() throws Exception {
    Files.writeString(file, "mine");
    int backup = terminal.run("backup", file.toString(), "--data", data.toString());
    assertThat(backup).isEqualTo(2);
    assertThat(file).hasContent("mine");
    Files.delete(file);
    terminal.run("backup", file.toString(), "--data", data.toString());
    int restore = terminal.run("restore", file.toString(), "--data", data.toString());
    assertThat(restore).isEqualTo(2);
    assertThat(terminal.err()).contains(data.toString());
  }

  @Test
  void a_damaged_backup_is_refused_and_leaves_nothing() throws Exception {
    terminal.run("backup", file.toString(), "--data", data.toString());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Path other = directory.resolve("other");
    int restore = terminal.run("restore", file.toString(), "--data", other.toString());
    assertThat(restore).isEqualTo(1);
    assertThat(other).doesNotExist();
  }

  @Test
  void a_store_in_use_is_told_how_to_be_backed_up() {
    try (EmbeddedServer server = EmbeddedServer.open(data, Settings.fast())) {
      int backup = terminal.run("backup", file.toString(), "--data", data.toString());
      assertThat(backup).isEqualTo(2);
      assertThat(terminal.err()).contains("--url");
      assertThat(file).doesNotExist();
    }
  }
}
