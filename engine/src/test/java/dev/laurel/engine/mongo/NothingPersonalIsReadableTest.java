package dev.laurel.engine.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.laurel.engine.Programmes;
import dev.laurel.engine.TestPacks;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.fold.Timeline;
import dev.laurel.engine.member.MemberState.Profile;
import dev.laurel.engine.recording.Claim;
import dev.laurel.engine.recording.EventForm;
import dev.laurel.engine.recording.InForce;
import dev.laurel.engine.recording.JsonEvents;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.ProfileForm;
import dev.laurel.engine.recording.Recorder;
import dev.laurel.engine.recording.Recording;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.recording.Stores;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.vault.MasterKeyFile;
import dev.laurel.engine.vault.MemoryTombstones;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.SealedEvents;
import dev.laurel.engine.vault.SealedProfiles;
import dev.laurel.engine.vault.SearchBy;
import dev.laurel.engine.vault.TombstoneFile;
import dev.laurel.engine.vault.Tombstones;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recorder, the vault and the embedded server together: what can be read of a person, where.
 */
class NothingPersonalIsReadableTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Revision REVISION = Programmes.of(TestPacks.CAFE);
  private static final EventTerms TERMS = EventTerms.of(REVISION.pack());
  private static final MonthDay BIRTHDAY = MonthDay.of(2, 29);

  /** In the order: of the event, of the vault. */
  private static final List<String> MARKERS =
      List.of(
          "mail-marker", "nick-marker", "--02-29", "name-marker", "direct-marker", "4711081500");

  private static final PersonalFields FIELDS =
      new PersonalFields(
          Optional.of("name-marker"),
          Optional.of("direct-marker@example.org"),
          Optional.of("+4711081500"),
          Optional.of(LocalDate.parse("1996-02-29")),
          Map.of());

  @TempDir Path directory;
  private Path data;
  private Tombstones tombstones;
  private OnEmbeddedServer server;
  private MongoDatabases databases;
  private Vault vault;

  @BeforeEach
  void begin() {
    data = directory.resolve("store");
    tombstones = TombstoneFile.open(directory.resolve(TombstoneFile.NAME));
    open();
  }

  private void open() {
    server = new OnEmbeddedServer(data);
    databases = server.databases();
    MasterKeyFile key = new MasterKeyFile(directory.resolve(MasterKeyFile.NAME));
    vault = Vault.open(databases.vault(), tombstones, key, InstantSource.fixed(NOON));
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  private EventForm sealedEvents() {
    return SealedEvents.of(vault, TERMS);
  }

  private Stores sealedStores() {
    return databases.stores(SealedProfiles.of(vault, TERMS));
  }

  private static Recorder recorder(Stores stores, EventForm form) {
    Fold fold = new Fold(REVISION);
    Recorder recorder =
        new Recorder(
            stores,
            InForce.always(Timeline.of(fold)),
            form,
            InstantSource.fixed(NOON),
            Shop.leases());
    recorder.start();
    return recorder;
  }

  private static Event enrolment(String member) {
    Map<String, Datum> attributes =
        Map.of(
            "email", Datum.of(Value.of("mail-marker@example.org")),
            "nick", Datum.of(Value.of("nick-marker")),
            "diet", Datum.of(Value.of("vegan")));
    return new Event(
        "desk",
        "of " + member,
        member,
        NOON,
        new Body.Enrolment(Optional.of(BIRTHDAY), attributes));
  }

  private static Event purchase(String member) {
    Body body = new Body.Purchase(900, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of());
    return new Event("till", "of " + member, member, NOON, body);
  }

  private static void record(Stores stores, EventForm form) {
    try (Recorder recorder = recorder(stores, form)) {
      List<Event> events =
          IntStream.range(0, 20)
              .mapToObj(i -> "m" + i)
              .flatMap(m -> List.of(enrolment(m), purchase(m)).stream())
              .toList();
      assertThat(recorder.record(events)).allMatch(Recording.Recorded.class::isInstance);
      assertThat(recorder.record(events)).allMatch(Recording.Replayed.class::isInstance);
    }
  }

  /** The markers that stand readable in any byte of any document of the store. */
  private TreeSet<String> readable() {
    TreeSet<String> found = new TreeSet<>();
    int documents = 0;
    try (var client = MongoClients.create(server.connectionString())) {
      var database = client.getDatabase(MongoDatabases.DATABASE);
      for (String name : database.listCollectionNames())
        for (RawBsonDocument document :
            database.getCollection(name, RawBsonDocument.class).find()) {
          documents++;
          String bytes = new String(document.getByteBuffer().array(), StandardCharsets.ISO_8859_1);
          MARKERS.stream().filter(bytes::contains).forEach(found::add);
        }
    }
    assertThat(documents).isGreaterThan(20 * 4);
    return found;
  }

  private static Profile profile(Stores stores, String member) {
    return stores.members().find(member).map(MemberRecord::state).orElseThrow().profile();
  }

  @Test
  void no_byte_of_events_members_decisions_or_vault_can_be_read() {
    record(sealedStores(), sealedEvents());
    for (int i = 0; i < 20; i++) vault.put("m" + i, FIELDS);
    assertThat(readable()).isEmpty();
    Profile stored = profile(databases.stores(ProfileForm.READABLE), "m3");
    assertThat(stored.birthday()).isEmpty();
    assertThat(stored.attributes().keySet()).containsExactly("diet");
    Profile read = profile(sealedStores(), "m3");
    assertThat(read.birthday()).hasValue(BIRTHDAY);
    assertThat(read.attributes().keySet()).containsExactly("diet", "email", "nick");
    assertThat(
            sealedStores().events().find("desk:of m3").map(Claim::event).map(sealedEvents()::read))
        .hasValue(enrolment("m3"));
  }

  @Test
  void without_seals_the_search_finds_what_can_be_read() {
    record(databases.stores(ProfileForm.READABLE), JsonEvents.of(TERMS));
    for (int i = 0; i < 20; i++) vault.put("m" + i, FIELDS);
    assertThat(readable()).containsExactly("--02-29", "mail-marker", "nick-marker");
  }

  @Test
  void a_backup_from_before_an_erasure_brings_nobody_back_but_all_else() throws Exception {
    record(sealedStores(), sealedEvents());
    vault.put("m3", FIELDS);
    vault.put("m4", FIELDS);
    server.close();
    Path backup = directory.resolve("backup");
    copy(data, backup);
    open();
    vault.erase("m3", "desk", "asked for it");
    erased();
    server.close();

    restore(backup);
    tombstones = MemoryTombstones.begun();
    open();
    assertThat(vault.find("m3")).as("without tombstones").hasValue(FIELDS);
    server.close();

    restore(backup);
    tombstones = TombstoneFile.open(directory.resolve(TombstoneFile.NAME));
    open();
    erased();
  }

  private void erased() {
    assertThat(vault.find("m3")).isEmpty();
    assertThat(vault.find("m4")).hasValue(FIELDS);
    assertThat(vault.search(SearchBy.PHONE, "+4711081500", 9)).containsExactly("m4");
    Stores stores = sealedStores();
    assertThat(profile(stores, "m3").birthday()).isEmpty();
    assertThat(profile(stores, "m3").attributes().keySet()).containsExactly("diet");
    assertThat(profile(stores, "m4").birthday()).hasValue(BIRTHDAY);
    byte[] event = stores.events().find("desk:of m3").map(Claim::event).orElseThrow();
    assertThat(sealedEvents().read(event).body())
        .isEqualTo(
            new Body.Enrolment(Optional.empty(), Map.of("diet", Datum.of(Value.of("vegan")))));
    try (Recorder recorder = recorder(stores, sealedEvents())) {
      assertThat(recorder.record(enrolment("m3"))).isInstanceOf(Recording.Replayed.class);
      Event later = new Event("till", "later", "m3", NOON, purchase("m3").body());
      assertThat(recorder.record(later)).isInstanceOf(Recording.Recorded.class);
      Event again = new Event("web", "again", "m3", NOON, enrolment("m3").body());
      assertThat(recorder.record(again)).isInstanceOf(Recording.Recorded.class);
    }
    assertThat(profile(sealedStores(), "m3").birthday()).isEmpty();
  }

  private void restore(Path backup) throws IOException {
    try (var old = Files.list(data)) {
      for (Path file : old.toList()) Files.delete(file);
    }
    copy(backup, data);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) Files.copy(file, to.resolve(file.getFileName()));
    }
  }
}
