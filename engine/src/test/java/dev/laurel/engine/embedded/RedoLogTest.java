package dev.laurel.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log gives back of what was written to it. */
class RedoLogTest {
  private static final long ALL = Long.MAX_VALUE;

  @TempDir Path directory;

  @Test
  void it_gives_back_what_was_written_and_in_that_order() {
    List<Change> changes =
        List.of(
            Change.make("data:laurel.members"),
            Change.put("data:laurel.members", key(1), new byte[300]),
            Change.put("index:laurel.members:a", key(2), new byte[0]),
            Change.remove("data:laurel.members", key(1)),
            Change.drop("index:laurel.members:a"));
    RedoLog log = open();
    log.begin(1);
    log.append(1, changes);
    log.close();
    var found = new ArrayList<Change>();
    assertThat(open().replay(0, ALL, found::add)).isOne();
    assertThat(found).usingRecursiveComparison().isEqualTo(changes);
  }

  @Test
  void it_goes_on_from_file_to_file_and_begins_behind_what_is_had() {
    RedoLog log = open();
    write(log, 1, 10);
    write(log, 11, 20);
    write(log, 21, 30);
    log.close();
    assertThat(commits(open(), 0)).containsExactlyElementsOf(numbers(1, 30));
    assertThat(commits(open(), 15)).containsExactlyElementsOf(numbers(16, 30));
    assertThat(commits(open(), 30)).isEmpty();
    assertThat(open().replay(0, 12, change -> {})).isEqualTo(12);
  }

  @Test
  void a_file_that_is_used_again_gives_back_nothing_of_its_former_use() throws IOException {
    RedoLog log = open();
    write(log, 1, 50);
    write(log, 51, 51);
    log.release(51);
    write(log, 52, 53);
    log.close();
    assertThat(commits(open(), 50)).containsExactly(51L, 52L, 53L);
    assertThat(files()).as("the files of the log").hasSize(2);
  }

  @Test
  void a_record_that_was_cut_off_or_damaged_ends_the_log() throws IOException {
    for (int at : new int[] {1, 5, 9, 17, 100}) {
      RedoLog log = open();
      write(log, 1, 2);
      long whole = log.bytes();
      log.append(3, changes(3));
      log.close();
      Path file = files().getFirst();
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        ByteBuffer one = ByteBuffer.allocate(1);
        channel.read(one, whole + at);
        channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1)}), whole + at);
      }
      assertThat(commits(open(), 0)).as("with byte %d damaged", at).containsExactly(1L, 2L);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(whole + at);
      }
      assertThat(commits(open(), 0)).as("cut off at byte %d", at).containsExactly(1L, 2L);
      Files.delete(file);
    }
  }

  @Test
  void what_lies_behind_a_gap_is_not_given_back() {
    RedoLog log = open();
    write(log, 1, 3);
    write(log, 6, 8);
    log.close();
    assertThat(commits(open(), 0)).containsExactly(1L, 2L, 3L);
  }

  private RedoLog open() {
    return new RedoLog(directory.resolve("log.").toString(), false, 0);
  }

  private static void write(RedoLog log, long from, long to) {
    log.begin(from);
    for (long commit = from; commit <= to; commit++) log.append(commit, changes(commit));
  }

  private static List<Change> changes(long commit) {
    byte[] value = new byte[200];
    ByteBuffer.wrap(value).putLong(commit);
    return List.of(Change.put("data:laurel.members", key(1), value));
  }

  private static List<Long> commits(RedoLog log, long after) {
    var commits = new ArrayList<Long>();
    log.replay(after, ALL, change -> commits.add(ByteBuffer.wrap(change.value()).getLong()));
    log.close();
    return commits;
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static Key key(int number) {
    return new Key(new byte[] {1, (byte) number});
  }
}
