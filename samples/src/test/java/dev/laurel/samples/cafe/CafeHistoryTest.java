package dev.laurel.samples.cafe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.DecisionJson;
import dev.laurel.engine.decision.DecisionReader;
import dev.laurel.engine.decision.LedgerEntry;
import dev.laurel.engine.decision.Posting;
import dev.laurel.engine.decision.StoredDecision;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.explain.Explanations;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackWriter;
import dev.laurel.samples.PackFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CafeHistoryTest {
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final int MEMBERS = 120;
  private static final Pack CAFE = PackFolders.read("cafe");
  private static final Revision REVISION = Revision.of(CAFE, PackWriter.digest(CAFE));

  private final EventJson json = EventJson.of(EventTerms.of(CAFE));

  private record Files(byte[] members, byte[] events) {
    static Files of(int members, long seed) {
      ByteArrayOutputStream membersTo = new ByteArrayOutputStream();
      ByteArrayOutputStream eventsTo = new ByteArrayOutputStream();
      try {
        CafeHistory.of(CAFE).write(members, FROM, seed, membersTo, eventsTo);
      } catch (IOException e) {
        throw new AssertionError("Memory does not fail.", e);
      }
      return new Files(membersTo.toByteArray(), eventsTo.toByteArray());
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    Files once = Files.of(40, 7);
    Files again = Files.of(40, 7);
    assertThat(again.members()).isEqualTo(once.members());
    assertThat(again.events()).isEqualTo(once.events());
    assertThat(Files.of(40, 8).events()).isNotEqualTo(once.events());
  }

  @Test
  void aLongerListOfMembersBeginsWithTheShorterOne() {
    String few = new String(Files.of(5, 7).events(), StandardCharsets.UTF_8);
    String many = new String(Files.of(40, 7).events(), StandardCharsets.UTF_8);
    assertThat(many).startsWith(few).hasSizeGreaterThan(few.length());
  }

  /** What a first start loads; written anew by this class where the café changes. */
  @Test
  void thePopulationInThePackIsAYearOfTwoThousandMembers() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    ByteArrayOutputStream events = new ByteArrayOutputStream();
    CafeHistory.of(CAFE).write(2_000, LocalDate.of(2025, 11, 24), 1, members, events);
    assertThat(unpacked("members")).isEqualTo(members.toByteArray());
    assertThat(unpacked("events")).isEqualTo(events.toByteArray());
  }

  private static byte[] unpacked(String name) throws IOException {
    Path file = Path.of("cafe", "population", name + ".jsonl.gz");
    try (InputStream in = new GZIPInputStream(java.nio.file.Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  @Test
  void nobodyGivesEmptyFiles() {
    Files files = Files.of(0, 7);
    assertThat(files.members()).isEmpty();
    assertThat(files.events()).isEmpty();
    assertThatThrownBy(() -> Files.of(-1, 7)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theHistoryBesideThePackIsTheFirstEightMembers() throws IOException {
    Files files = Files.of(8, 2026);
    Path history = PackFolders.folder("cafe").resolve("history");
    assertThat(history.resolve("members.jsonl")).hasBinaryContent(files.members());
    assertThat(history.resolve("events.jsonl")).hasBinaryContent(files.events());
  }

  @Test
  void everyRowCanBeReadAndStandsInItsPlace() {
    Files files = Files.of(MEMBERS, 7);
    Map<String, Event> members = new HashMap<>();
    for (Event member : read(files.members(), json::readMember))
      members.put(member.member(), member);
    assertThat(members).hasSize(MEMBERS);

    List<Event> events = read(files.events(), json::read);
    Instant begin = FROM.atStartOfDay(CAFE.programme().zone()).toInstant();
    Instant end = FROM.plusYears(1).atStartOfDay(CAFE.programme().zone()).toInstant();
    assertThat(events)
        .allSatisfy(event -> {
          assertThat(event.occurredAt()).isBetween(begin, end).isNotEqualTo(end);
          assertThat(members.get(event.member()).occurredAt())
              .isBeforeOrEqualTo(event.occurredAt());
        });
    assertThat(events).extracting(Event::id).doesNotHaveDuplicates();
    assertThat(events)
        .isSortedAccordingTo(Comparator.comparing(Event::member).thenComparing(Event.ORDER));
  }

  /** What the café is for: every level is reached, and rules beat one another and hit ceilings. */
  @Test
  void theYearKeepsTheProgrammeBusy() {
    Map<String, Integer> found = new HashMap<>();
    Map<String, MemberState> states =
        folded(Files.of(MEMBERS, 7), decision -> count(decision, found));
    assertThat(states.values())
        .extracting(state -> state.standing("level").orElseThrow().tier())
        .contains("Guest", "Regular", "Captain");
    assertThat(states.values())
        .extracting(state -> state.standing("rhythm").orElseThrow().tier())
        .contains("Sometimes");
    assertThat(found)
        .containsKeys(
            "Fired", "Beaten", "LimitReached", "redemption", "checkIn", "workshop", "stay")
        .containsKeys("change", "purchase", "enrolment")
        .doesNotContainKey("refused");
  }

  @Test
  void whatIsStoredTellsAllThatWasDecided() {
    DecisionJson writer = DecisionJson.of(EventTerms.of(CAFE));
    DecisionReader reader = DecisionReader.of(REVISION);
    Decider decider = new Decider(REVISION);
    Explanations explanations = new Explanations(REVISION);
    folded(
        Files.of(8, 2026),
        decision -> {
          StoredDecision stored = reader.read(written(to -> writer.write(decision, to)));
          List<Posting> postings =
              LedgerEntry.of(decision).stream()
                  .map(entry -> reader.readEntry(written(to -> writer.write(entry, to))))
                  .map(LedgerEntry::posting)
                  .toList();
          assertThat(decider.findings(stored)).isEqualTo(decider.findings(decision));
          assertThat(explanations.why(stored, postings)).isEqualTo(explanations.why(decision));
        });
  }

  private static byte[] written(Consumer<JsonWriter> what) {
    JsonWriter to = new JsonWriter();
    what.accept(to);
    return to.toBytes();
  }

  /** The states of the members after all that happened, in its order. */
  private Map<String, MemberState> folded(Files files, Consumer<Decision> each) {
    Fold fold = new Fold(REVISION);
    Map<String, MemberState> states = new HashMap<>();
    List<Event> all = new ArrayList<>(read(files.members(), json::readMember));
    all.addAll(read(files.events(), json::read));
    all.sort(Event.ORDER);
    for (Event event : all) {
      MemberState before = states.computeIfAbsent(event.member(), fold::begin);
      states.put(event.member(), fold.fold(before, event, each));
    }
    return states;
  }

  private static void count(Decision decision, Map<String, Integer> found) {
    found.merge(decision.event().type(), 1, Integer::sum);
    decision.refusal().ifPresent(refusal -> found.merge("refused", 1, Integer::sum));
    decision.findings().forEach(f -> found.merge(f.getClass().getSimpleName(), 1, Integer::sum));
  }

  private interface Reader {
    Optional<Event> read(byte[] json, int from, int to, Faults faults);
  }

  private static List<Event> read(byte[] file, Reader reader) {
    List<Event> events = new ArrayList<>();
    for (int from = 0, to; from < file.length; from = to + 1) {
      to = from;
      while (file[to] != '\n') to++;
      Faults faults = new Faults();
      events.add(reader.read(file, from, to, faults).orElseThrow());
      assertThat(faults.sorted()).isEmpty();
    }
    return events;
  }
}
