package dev.laurel.ui.studio;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.laurel.engine.access.NewPerson;
import dev.laurel.engine.access.Passwords;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.audit.Audit;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.finder.Finder;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.rehearsal.Rehearsals;
import dev.laurel.engine.scenario.DraftScenarios;
import dev.laurel.engine.support.Support;
import dev.laurel.engine.vault.MasterKeyFile;
import dev.laurel.engine.vault.PersonalFields;
import dev.laurel.engine.vault.TombstoneFile;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.ui.access.SignedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The café of the samples with its eight guests, on a day in November 2026. */
@Configuration(proxyBeanMethods = false)
public class World {
  public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  /** Somebody whose person is known. */
  public static final String KNOWN = "G00000003";

  public static final PersonalFields ADA =
      new PersonalFields(
          Optional.of("Ada Brandt"),
          Optional.of("ada@example.org"),
          Optional.of("+49 30 123456"),
          Optional.empty(),
          Map.of());

  private static final Path CAFE = Path.of("..", "samples", "cafe");

  /** What belongs to a world, so that it is closed with it. */
  public record Opened(EmbeddedServer server, MongoDatabases databases, Operation operation)
      implements AutoCloseable {
    @Override
    public void close() {
      operation.close();
      databases.close();
      server.close();
    }
  }

  @Bean
  Opened opened() throws IOException {
    Path directory = Files.createTempDirectory("studio");
    EmbeddedServer server = EmbeddedServer.open(directory, Settings.fast());
    MongoDatabases databases = MongoDatabases.open(server.connectionString());
    Vault vault =
        Vault.open(
            databases.vault(),
            TombstoneFile.open(directory.resolve(TombstoneFile.NAME)),
            new MasterKeyFile(directory.resolve(MasterKeyFile.NAME)),
            () -> NOW);
    vault.put(KNOWN, ADA);
    Operation operation =
        Operation.open(
            databases,
            vault,
            Optional.of(cafe()),
            LaurelClock.of(() -> NOW, System::nanoTime, databases.clock(), false));
    operation.record(history(operation));
    operation.overviews().count();
    return new Opened(server, databases, operation);
  }

  @Bean
  Operation operation(Opened opened) {
    return opened.operation();
  }

  @Bean
  AuthenticationContext who() {
    return new AuthenticationContext();
  }

  @Bean
  Drafts drafts(Opened opened) {
    return new Drafts(opened.databases().drafts(), opened.operation().published(), () -> NOW);
  }

  @Bean
  Governance governance(Opened opened, Drafts drafts) {
    return new Governance(
        opened.databases().programmeHistory(),
        drafts,
        opened.operation().published(),
        opened.operation().publishing(),
        () -> NOW);
  }

  @Bean
  Rehearsals rehearsals(Operation operation, Drafts drafts) {
    return new Rehearsals(operation, drafts);
  }

  @Bean
  Finder finder(Operation operation, Drafts drafts, Governance governance) {
    return new Finder(operation, drafts, governance);
  }

  @Bean
  DraftScenarios scenarios(Drafts drafts) {
    return new DraftScenarios(drafts);
  }

  @Bean
  Support support(Opened opened) {
    return new Support(opened.databases().memberHistory(), opened.operation(), () -> NOW);
  }

  /** Mara writes, Rita reviews, Jonas helps members; nobody signs in with a password here. */
  @Bean
  People people(Opened opened) {
    People people = new People(opened.databases().credentials(), unhashed(), () -> NOW);
    people.setUp(
        List.of(
            new NewPerson("mara", "Mara", Set.of(Role.MARKETER), "a long enough password"),
            new NewPerson("rita", "Rita", Set.of(Role.REVIEWER), "a long enough password"),
            new NewPerson("jonas", "Jonas", Set.of(Role.SUPPORT), "a long enough password"),
            new NewPerson("anna", "Anna", Set.of(Role.ADMINISTRATOR), "a long enough password")),
        List.of());
    return people;
  }

  @Bean
  SignedIn signedIn(People people) {
    return new SignedIn(people, true);
  }

  @Bean
  Audit audit(Governance governance, People people, Support support) {
    return new Audit(governance, people, support);
  }

  private static Passwords unhashed() {
    return new Passwords() {
      @Override
      public String hash(String password) {
        return password;
      }

      @Override
      public boolean matches(String password, String hash) {
        return password.equals(hash);
      }
    };
  }

  /** The pack of the café. */
  public static PackResult.Read cafe() {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(CAFE)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".yaml")).toList())
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return switch (PackReader.read(new TreeMap<>(files))) {
      case PackResult.Read read -> read;
      case PackResult.Refused(var faults) -> throw new AssertionError(faults);
    };
  }

  /** What the guests did before now. */
  public static List<Event> history(Operation operation) {
    EventJson json = EventJson.of(EventTerms.of(operation.programme().revision().pack()));
    Faults faults = new Faults();
    List<Event> events = new ArrayList<>();
    for (byte[] line : lines("members.jsonl"))
      json.readMember(line, 0, line.length, faults).ifPresent(events::add);
    for (byte[] line : lines("events.jsonl"))
      json.read(line, 0, line.length, faults).ifPresent(events::add);
    events.removeIf(event -> event.occurredAt().isAfter(NOW));
    events.sort(Event.ORDER);
    return events;
  }

  private static List<byte[]> lines(String file) {
    try {
      return Files.readAllLines(CAFE.resolve("history").resolve(file)).stream()
          .map(line -> line.getBytes(StandardCharsets.UTF_8))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
