package dev.laurel.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TombstoneFileTest extends TombstonesContract {
  private static final Erasure ERASURE = new Erasure(Instant.EPOCH, "desk", "asked");

  @TempDir Path directory;

  private Path file() {
    return directory.resolve(TombstoneFile.NAME);
  }

  @Override
  protected Tombstones tombstones() {
    return TombstoneFile.open(file());
  }

  @Test
  void a_line_that_was_torn_by_a_crash_is_cut_and_the_next_one_stands_by_itself() throws Exception {
    tombstones().add(new Tombstone("a", ERASURE));
    long whole = Files.size(file());
    tombstones().add(new Tombstone("b", ERASURE));
    try (var channel = Files.newByteChannel(file(), StandardOpenOption.WRITE)) {
      channel.truncate(whole + 7);
    }
    assertThat(tombstones().all()).extracting(Tombstone::mark).containsExactly("a");
    tombstones().add(new Tombstone("c", ERASURE));
    assertThat(tombstones().all()).extracting(Tombstone::mark).containsExactly("a", "c");
  }

  @Test
  void a_line_that_cannot_be_read_is_refused_for_it_may_name_somebody() throws IOException {
    tombstones().add(new Tombstone("a", ERASURE));
    Files.writeString(file(), "{\"mark\":\"b\"}\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> tombstones().all())
        .isInstanceOf(UnreadableTombstonesException.class)
        .hasMessageContaining("Line 2");
  }

  @Test
  void only_its_owner_may_read_it() throws IOException {
    tombstones().add(new Tombstone("a", ERASURE));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }
}
