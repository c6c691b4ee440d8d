package dev.laurel.engine.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is all of one moment, and is restored whole or not at all. */
class BackupTest {
  private static final int DOCUMENTS = 500;

  @TempDir Path directory;

  private EmbeddedServer server;
  private MongoClient client;
  private MongoCollection<Document> members;

  @BeforeEach
  void open() {
    server = EmbeddedServer.open(directory.resolve("store"), Settings.fast());
    client = MongoClients.create(server.connectionString());
    members = members(client);
    members.createIndex(Indexes.ascending("version"));
    members.insertMany(
        IntStream.range(0, DOCUMENTS)
            .mapToObj(id -> new Document("_id", id).append("version", 0))
            .toList());
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void a_backup_restores_to_the_same_documents_and_indexes() throws IOException {
    Path restored = directory.resolve("restored");
    EmbeddedServer.restore(new ByteArrayInputStream(backup()), restored);
    assertThat(contentOf(restored)).isEqualTo(all(members));
    try (var copy = EmbeddedServer.open(restored, Settings.fast());
        MongoClient other = MongoClients.create(copy.connectionString())) {
      assertThat(members(other).find(eq("_id", 1)).first()).isNotNull();
      long before = copy.documentsRead();
      assertThat(members(other).find(eq("version", 1))).isEmpty();
      assertThat(copy.documentsRead()).isEqualTo(before);
      var again = new ByteArrayOutputStream();
      copy.backup(again);
      assertThat(again.toByteArray()).isEqualTo(backup());
    }
  }

  @Test
  void what_is_written_while_the_backup_runs_is_not_in_it() throws IOException {
    List<Document> before = all(members);
    var bytes = new ByteArrayOutputStream();
    server.backup(
        new OutputStream() {
          private boolean changed;

          @Override
          public void write(int one) {
            bytes.write(one);
            if (!changed) {
              changed = true;
              members.updateMany(new Document(), Updates.inc("version", 1));
              members.deleteOne(eq("_id", 7));
            }
          }
        });
    Path restored = directory.resolve("restored");
    EmbeddedServer.restore(new ByteArrayInputStream(bytes.toByteArray()), restored);
    assertThat(contentOf(restored)).isEqualTo(before);
    assertThat(members.countDocuments(eq("version", 1))).isEqualTo(DOCUMENTS - 1);
  }

  @Test
  void a_backup_that_is_cut_off_or_damaged_is_refused_and_leaves_nothing() throws IOException {
    byte[] whole = backup();
    for (int length : new int[] {0, 5, 16, 40, whole.length / 2, whole.length - 1})
      refused(Arrays.copyOf(whole, length));
    for (int place : new int[] {3, 17, 60, whole.length / 2, whole.length - 40, whole.length - 1}) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 4;
      refused(damaged);
    }
    refused(Arrays.copyOf(whole, whole.length + 1));
  }

  private void refused(byte[] backup) {
    Path restored = directory.resolve("restored");
    assertThatThrownBy(() -> EmbeddedServer.restore(new ByteArrayInputStream(backup), restored))
        .isInstanceOf(BrokenBackupException.class)
        .hasMessageContaining("The backup was not restored");
    assertThat(restored).doesNotExist();
  }

  @Test
  void a_directory_that_is_not_empty_is_left_alone() throws IOException {
    Path taken = Files.createDirectory(directory.resolve("taken"));
    Files.writeString(taken.resolve("letter"), "dear");
    assertThatThrownBy(() -> EmbeddedServer.restore(new ByteArrayInputStream(new byte[0]), taken))
        .isInstanceOf(DirectoryNotEmptyException.class);
    assertThat(taken.resolve("letter")).hasContent("dear");
    assertThat(taken.toFile().list()).containsExactly("letter");
  }

  @Test
  void a_directory_in_which_restoring_broke_off_is_not_opened() throws IOException {
    Path half = Files.createDirectory(directory.resolve("half"));
    Files.createFile(half.resolve("laurel.store.restoring"));
    assertThatThrownBy(() -> EmbeddedServer.open(half, Settings.fast()))
        .isInstanceOf(UnknownFormatException.class)
        .hasMessageContaining("was not finished");
  }

  private byte[] backup() throws IOException {
    var bytes = new ByteArrayOutputStream();
    server.backup(bytes);
    return bytes.toByteArray();
  }

  private static List<Document> contentOf(Path store) {
    try (var server = EmbeddedServer.open(store, Settings.fast());
        MongoClient client = MongoClients.create(server.connectionString())) {
      return all(members(client));
    }
  }

  private static MongoCollection<Document> members(MongoClient client) {
    return client.getDatabase("laurel").getCollection("members");
  }

  private static List<Document> all(MongoCollection<Document> members) {
    return members.find().into(new ArrayList<>());
  }
}
