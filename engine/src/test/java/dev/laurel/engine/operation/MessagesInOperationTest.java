package dev.laurel.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.message.MessageRecord.State;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.MemberStore;
import dev.laurel.engine.recording.Redo;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.vault.MasterKeyText;
import dev.laurel.engine.vault.SealedProfiles;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.pack.PackResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of a programme in operation: handed over to whom they may, and to nobody else. */
class MessagesInOperationTest {
  private static final PackResult.Read PACK =
      TestPacks.read(
          Shop.TEXT
              + """
                - id: words
                  title: Words
                  rules:
                    - {id: thanks, title: Thanks, then: [{type: send, message: thanks}]}
              vocabulary:
                channels: [{id: e-mail, title: E-mail}]
                purposes: [{id: news, title: News}]
              messages:
                - {id: thanks, title: Thanks, template: Thanks!, channel: e-mail, purpose: news}
              """);

  private static final Actor MAIL = Actor.operator();

  @TempDir private Path directory;
  private Instant now = Instant.parse("2026-05-01T09:00:00Z");
  private EmbeddedServer server;
  private MongoDatabases databases;
  private Vault vault;
  private Operation operation;
  private MemberStore members;

  @BeforeEach
  void open() {
    server = EmbeddedServer.open(directory, Settings.fast());
    databases = MongoDatabases.open(server.connectionString());
    vault =
        Vault.open(
            databases.vault(),
            databases.tombstones(),
            new MasterKeyText("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
            () -> now);
    operation = operation();
    members = databases.stores(SealedProfiles.of(vault, EventTerms.of(PACK.pack()))).members();
  }

  private Operation operation() {
    return Operation.open(
        databases,
        vault,
        Optional.of(PACK),
        LaurelClock.of(() -> now, System::nanoTime, databases.clock(), false));
  }

  /** What is begun is finished when it ends: the outboxes are empty then. */
  private void restart() {
    operation.close();
    operation = operation();
  }

  @AfterEach
  void close() {
    operation.close();
    databases.close();
    server.close();
  }

  private List<MessageRecord> take() {
    return operation.deliveries().take(MAIL, "e-mail", 10, Duration.ofMinutes(5));
  }

  private State state() {
    return operation.deliveries().ofMember(MAIL, "ann").getFirst().state();
  }

  /** Leaves the member as a process does that dies while it decides her events anew. */
  private void dieWhileDecidedAnew() {
    MemberRecord record = members.find("ann").orElseThrow();
    Fold fold = new Fold(Revision.of(PACK.pack(), PACK.digest()));
    assertThat(
            members.put(
                new MemberRecord(
                    "ann",
                    record.version() + 1,
                    fold.begin("ann"),
                    record.places(),
                    Optional.of(Instant.EPOCH),
                    record.outbox(),
                    Optional.of(new Redo(0, record.state().asOf(), "till:2")))))
        .isTrue();
  }

  @Test
  void a_history_sends_nothing_that_is_too_late_and_keeps_it() {
    Instant week = now.minus(MessageRecord.LATEST);
    operation.record(
        List.of(
            Shop.consent("ann", "1", now.minus(Duration.ofDays(900))),
            Shop.purchase("ann", "2", now.minus(Duration.ofDays(800)), 10),
            Shop.purchase("ann", "3", week.minusMillis(1), 10),
            Shop.purchase("ann", "4", week, 10)));
    restart();
    assertThat(take()).extracting(MessageRecord::event).containsExactly("till:4");
    assertThat(operation.deliveries().ofMember(MAIL, "ann"))
        .extracting(MessageRecord::event, MessageRecord::state)
        .containsExactly(
            tuple("till:4", State.HANDED_OVER),
            tuple("till:3", State.STALE),
            tuple("till:2", State.STALE));
    now = now.plus(Duration.ofDays(1));
    assertThat(take()).extracting(MessageRecord::event).containsExactly("till:4");
  }

  @Test
  void what_is_decided_anew_still_says_nothing_of_consent() {
    operation.record(
        List.of(
            Shop.consent("ann", "1", now.minusSeconds(9)),
            Shop.purchase("ann", "2", now.minusSeconds(5), 10)));
    restart();
    dieWhileDecidedAnew();
    assertThat(take()).isEmpty();
    assertThat(state()).isEqualTo(State.WAITING);
    operation.passTime();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(take()).hasSize(1);
    assertThat(state()).isEqualTo(State.HANDED_OVER);
  }
}
