package dev.laurel.engine.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.laurel.engine.Programmes;
import dev.laurel.engine.budget.BudgetsInMemory;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.ledger.Story;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Quintiles;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.message.Quiet;
import dev.laurel.engine.random.Case;
import dev.laurel.engine.random.RandomCases;
import dev.laurel.engine.revision.Revision;
import dev.laurel.engine.rulebase.Facts;
import dev.laurel.engine.rulebase.Unmet;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored of a decision tells all that the decision told. */
class DecisionReaderTest {
  private static final int TRIES = Integer.getInteger("laurel.tests.tries", 100);

  private static final String CLUB =
      """
      pack: {format: 1, id: club, version: 1.0.0, title: Club}
      programme:
        title: Club
        zone: Europe/Vienna
        currency: EUR
        pointKinds:
          - {id: points, title: Points}
          - {id: stars, title: Stars, unit: hundredths}
        periods: [{id: year, title: Year, is: calendar-year}]
        metrics: [{id: spend, title: Spend, counts: spend, over: year}]
        counters: [{id: stamps, title: Stamps, over: year}]
      vocabulary:
        member:
          - {id: since, title: Since, type: date}
          - {id: likes, title: Likes, type: list}
        purchase:
          - {id: seated, title: Seated at, type: time}
          - {id: toGo, title: To go, type: truth}
      ladders:
        - id: status
          title: Status
          tiers:
            - {id: Base, title: Base}
            - {id: Gold, title: Gold, entry: {type: reaches, id: g, metric: spend, atLeast: 50}}
      earning:
        - id: own
          title: Own
          rules:
            - id: base
              title: Base
              then:
                - {type: per-amount, kind: points, points: 1, each: 3}
                - {type: points, kind: stars, points: 0.25}
            - id: looks
              title: Looks at everything
              when:
                since: member.since < date("2000-01-01")
                likes: list contains(member.likes, "tea")
                tier: member.tier = "Gold"
                seated: purchase.seated > time("12:00:00")
                toGo: purchase.toGo = true
                spend: metrics.spend >= 20.50
                stamps: counters.stamps >= 2.5
                stars: points.stars >= 1000
                tea: count(purchase.lines[item.category = "tea"]) >= 2
                early: event.date < date("2020-01-01")
              then: [{type: points, kind: points, points: 1}]
            - id: lines
              title: Lines
              per: line
              when: {cake: line.category = "cake", dear: line.amount > 9.99}
              then: [{type: points, kind: points, points: 1}]
      """;

  private final Revision revision = Programmes.of(CLUB);
  private final DecisionReader reader = DecisionReader.of(revision);
  private final DecisionJson writer = DecisionJson.of(EventTerms.of(revision.pack()));

  @Test
  void theRulesThatWereNotMetAreNamedFromWhatIsStored() {
    evening(revision).forEach(new Stored(revision)::assertTellsAll);
  }

  @Test
  void whatIsStoredNamesEachRowThatWasNotMet() {
    Decision purchase = evening(revision).get(1);
    List<Finding> told = new Decider(revision).findings(reader.read(written(purchase)));
    assertThat(told)
        .filteredOn(f -> f instanceof Finding.NotMet)
        .extracting(Finding::rule)
        .containsExactly("lines", "looks", "status/Gold/entry");
    assertThat(told)
        .filteredOn(f -> f.rule().equals("looks"))
        .first()
        .asInstanceOf(type(Finding.NotMet.class))
        .satisfies(f ->
            assertThat(f.rows())
                .contains(
                    new Unmet(
                        "tier", false, "member.tier", "member.tier = \"Gold\"", "Base", false))
                .contains(
                    new Unmet(
                        "early",
                        false,
                        "event.date",
                        "event.date < date(\"2020-01-01\")",
                        "2026-03-01",
                        false)));
  }

  @Test
  void whateverIsDecidedIsReadAsItWasWritten() {
    int packs = Math.max(10, TRIES / 5);
    for (int seed = 0; seed < packs; seed++) {
      RandomCases cases = RandomCases.of(seed);
      Pack pack = cases.pack();
      Revision of = Revision.of(pack, PackWriter.digest(pack));
      Fold fold = new Fold(of);
      Stored stored = new Stored(of);
      for (int member = 0; member < 3; member++) {
        Case each = cases.member(member);
        MemberState state = fold.begin(each.events().getFirst().member());
        BudgetsInMemory budgets = new BudgetsInMemory(each.used());
        Remembered known = new Remembered(budgets, of);
        for (Event event : each.events())
          state =
              fold.fold(
                  state,
                  event,
                  known,
                  decision -> {
                    budgets.add(decision);
                    known.add(decision);
                    stored.assertTellsAll(decision);
                  });
        fold.passTime(
            state,
            each.end(),
            known,
            decision -> {
              budgets.add(decision);
              stored.assertTellsAll(decision);
            });
      }
    }
  }

  @Test
  void everythingThatMayBeStoredIsRead() {
    Facts none = Facts.none(revision.layout());
    StoredDecision full =
        new StoredDecision(
            "0123",
            "ann",
            "till",
            "1 \"ü\" \ud83c\udf70",
            Instant.parse("2026-01-31T12:00:00.000000001Z"),
            Instant.parse("2026-02-01T00:00:00Z"),
            "purchase",
            revision.digest(),
            new Given(
                Map.of("a", Long.MAX_VALUE, "b", -1L),
                Map.of("c", true, "d", false),
                Map.of("a", 17L, "c", 1L),
                Optional.of(
                    new Quintiles(
                        LocalDate.of(2026, 1, 31),
                        Instant.parse("2026-01-31T00:10:00Z"),
                        new TreeMap<>(
                            Map.of(
                                "12 months",
                                new Quintiles.Bounds(
                                    7,
                                    new Quintiles.Starts(20_000, 20_001, 20_002, 20_003),
                                    new Quintiles.Starts(2, 3, 4, 9),
                                    new Quintiles.Starts(-5, 0, 1_000, Long.MAX_VALUE)))))),
                Optional.of(
                    new Bought(
                        "p1",
                        "purchase",
                        LocalDate.of(2026, 1, 30),
                        1000,
                        new TreeMap<>(Map.of("points", 7L, "stars", 725L)),
                        new TreeMap<>(Map.of("spend", 1000L)),
                        List.of(new OtherShare("ben", Outcome.To.REFERRER, "b", "points", "", 7)),
                        250)),
                Optional.of(
                    new Given.Effect(Optional.of(new Decision.Refusal("not-the-price", "No.")))),
                Optional.of(true),
                Optional.of(
                    new Given.By(Optional.of("pool:home"), new TreeSet<>(List.of("Base", "Gold")))),
                new TreeMap<>(Map.of("cake", List.of("CAFE23", "CAFE45"))),
                Optional.of(new Given.Code("cake", true)),
                Set.of("thanks", "soon"),
                Map.of("thanks", List.of(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 2, 3)))),
            Optional.of(new Decision.Refusal("not-enough-points", "There are not enough.")),
            new Saw(revision.layout(), none, List.of(), Optional.of(none)),
            List.of(
                new Finding.Fired("a", List.of()),
                new Finding.Fired(
                    "b",
                    List.of(
                        new Finding.Award("points", "", "4/3", 1),
                        new Finding.Award("stars", "", "-0.25", -25),
                        new Finding.Award("points", "", "7", 7, Optional.of("ben")),
                        new Finding.Award("", "stamps", "0.5", 500_000))),
                new Finding.Beaten("c", "b", Finding.Contest.EXCLUSION),
                new Finding.Beaten("d", "b", Finding.Contest.BEST),
                new Finding.Beaten("e", "b", Finding.Contest.FIRST),
                new Finding.LimitReached("f", "f/monthly", Long.MAX_VALUE, 0),
                new Finding.NoPool("f", "points"),
                new Finding.NoOther("f", Outcome.To.REFERRED, Finding.NoOther.Why.UNKNOWN),
                new Finding.HandedOn("f", "cake", 2, "ben"),
                new Finding.HandedOut(
                    "f",
                    "cake",
                    2,
                    Optional.of(LocalDate.of(2026, 1, 31)),
                    List.of("CAFE23", "CAFE45")),
                new Finding.TakenBack("f", "cake", 1),
                new Finding.Settled("f", "stars", "", 7, Finding.Settled.How.NEVER_CAME),
                new Finding.Settled("f", "", "cake", 8, Finding.Settled.How.STILL_THERE),
                new Finding.NoOther("g", Outcome.To.REFERRER, Finding.NoOther.Why.FOLLOWS),
                new Finding.Rewarded(
                    "f",
                    "ben",
                    Outcome.To.REFERRER,
                    List.of(new Finding.Award("stars", "", "-0.25", -25))),
                new Finding.Sent("f", "thanks", Optional.empty()),
                new Finding.Sent("f", "soon", Optional.of(Instant.parse("2026-02-01T07:00:00Z"))),
                new Finding.NoConsent("f", "thanks", "e-mail", "news"),
                new Finding.TooOften("f", "thanks", "daily"),
                new Finding.StaysSent("messages/thanks", "thanks"),
                new Finding.Offered("f", "offers/best/cup"),
                new Finding.PassedOver(
                    "f",
                    "offers/best/bag",
                    List.of(new Unmet("s", false, "points.stars", "points.stars > 1", "", true))),
                new Finding.NotMet(
                    "g",
                    List.of(
                        new Unmet(
                            "r", true, "member.tier", "member.tier = \"Gold\"", "Gold", false),
                        new Unmet("s", false, "points.stars", "points.stars > 1", "", true),
                        new Unmet("t", false, "event.type", "event.type = \"x\"", "", false))),
                new Finding.NotInForce(
                    "h",
                    List.of(new Unmet("from", false, "event.date", "event.date > x", "y", false)))),
            List.of(
                new Move(
                    "status",
                    "Base",
                    "Gold",
                    Move.Way.UP,
                    Optional.of(LocalDate.of(2027, 1, 1)),
                    "status/Gold/entry"),
                new Move("status", "Gold", "Base", Move.Way.DOWN, Optional.empty(), "term")),
            Optional.of(
                new Bought(
                    "p1",
                    "purchase",
                    LocalDate.of(2026, 1, 30),
                    1000,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    1000)),
            Optional.of(new Correction("4567", "till:late")),
            List.of(
                new PoolShare("pool:home", "points", 7, 0),
                new PoolShare(
                    "pool:home", "stars", -725, -1, Optional.of(LocalDate.of(2026, 1, 31)))),
            List.of(
                new OtherShare("ben", Outcome.To.REFERRED, "b", "stars", "", -725),
                new OtherShare("ben", Outcome.To.REFERRED, "b", "", "cake", 2)),
            List.of(
                new Outgoing(
                    "89ab",
                    "thanks",
                    "e-mail",
                    "news",
                    "f",
                    Instant.parse("2026-02-01T07:00:00Z"),
                    Optional.of(
                        new Quiet(
                            LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneId.of("Europe/Berlin"))),
                    new TreeMap<>(Map.of("en", "\"Thanks\"", "zh", "谢谢"))),
                new Outgoing(
                    "cdef",
                    "soon",
                    "e-mail",
                    "news",
                    "f",
                    Instant.parse("2026-02-01T00:00:00Z"),
                    Optional.empty(),
                    new TreeMap<>(Map.of("en", "Soon.")))));
    byte[] json = written(full);
    StoredDecision read = reader.read(json);
    assertThat(read).usingRecursiveComparison().ignoringFields("saw").isEqualTo(full);
    assertThat(read.saw().standing()).isPresent();
    assertThat(written(read)).isEqualTo(json);
  }

  @Test
  void theOrderOfKeysDoesNotMatter() {
    String json =
        """
        {"saw":{"event":{}},"type":"due","revision":"%s","occurredAt":"2026-01-31T00:00:00Z",
        "event":"expiry:points:2026-01-31","source":"time","member":"ann","id":"1"}
        """
            .formatted(revision.digest());
    assertThat(reader.read(json.getBytes(UTF_8)).event()).isEqualTo("expiry:points:2026-01-31");
  }

  @Test
  void aDecisionNamesTheRevisionToReadItWith() {
    Decision decision = evening(revision).getFirst();
    assertThat(DecisionReader.revision(written(decision))).isEqualTo(revision.digest());
    Revision other = Programmes.of(CLUB.replace("1.0.0", "1.0.1"));
    UnreadableDecisionException refused =
        catchThrowableOfType(
            UnreadableDecisionException.class,
            () -> DecisionReader.of(other).read(written(decision)));
    assertThat(refused.fault().code()).isEqualTo("other-revision");
    StoredDecision stored = reader.read(written(decision));
    assertThatThrownBy(() -> new Decider(other).findings(stored))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(other.digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":        | id:        | bad-json     |
          "member":"ann"| "xember":1 | missing-key  | member
          "type":"p     | "a":1,"type":"p | unknown-key | a
          :"till"       | :[]        | wrong-kind   | source
          12:00:01Z     | 12:00:01   | wrong-kind   | occurredAt
          "fired"       | "lit"      | unknown-word | findings/1/finding
          "kind":"stars"| "kind":"rs"| unknown-word | findings/1/awards/2/kind
          "points":0.25 | "points":0.255 | wrong-kind | findings/1/awards/2/points
          "points":0.25 | "points":1e999999999 | wrong-kind | findings/1/awards/2/points
          "points":0.25 | "points":1e-999999999 | wrong-kind | findings/1/awards/2/points
          "points":0.25 | "points":92233720368547758.08 | wrong-kind | findings/1/awards/2/points
          "exact":"0.25"| "exact":1  | wrong-kind   | findings/1/awards/2/exact
          "Base"        | "Best"     | unknown-word | saw/event/member.tier
          "purchase.toGo":true | "purchase.toGo":1 | wrong-kind | saw/event/purchase.toGo
          "purchase.toGo":true | "purchase.gone":1 | unknown-word | saw/event/purchase.gone
          "2026-03-01"  | "2026-02-30" | wrong-kind | saw/event/event.date
          "13:30"       | "25:30"    | wrong-kind   | saw/event/purchase.seated
          ["tea"        | [1         | wrong-kind   | saw/event/member.likes
          "line.amount" | "event.date" | unknown-word | saw/lines/1/event.date
          "lines":[     | "lines":[1,| wrong-kind   | saw/lines/1
          """)
  void whatIsNotAsItWasWrittenIsNamed(String written, String instead, String code, String place) {
    String json = new String(written(evening(revision).get(1)), UTF_8);
    assertThat(json).contains(written);
    byte[] damaged = json.replaceFirst(Pattern.quote(written), instead).getBytes(UTF_8);
    UnreadableDecisionException refused =
        catchThrowableOfType(UnreadableDecisionException.class, () -> reader.read(damaged));
    assertThat(refused.fault().code()).isEqualTo(code);
    assertThat(refused.fault().place()).isEqualTo(place == null ? "" : place);
    assertThat(refused.fault().remedy()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "to":"available" | "to":"issued" | bad-value    | to
          "to":"available" | "to":"purse"  | unknown-word | to
          "points":1       | "points":0    | out-of-range | points
          "points":1       | "points":-1   | out-of-range | points
          "kind":"points"  | "kind":"miles"| unknown-word | kind
          "rule":"base"    | "why":"base"  | missing-key  | rule
          """)
  void anEntryThatIsNotAsItWasWrittenIsNamed(
      String written, String instead, String code, String place) {
    JsonWriter to = new JsonWriter();
    writer.write(LedgerEntry.of(evening(revision).get(1)).getFirst(), to);
    assertThat(to.toString()).contains(written);
    byte[] damaged = to.toString().replace(written, instead).getBytes(UTF_8);
    UnreadableDecisionException refused =
        catchThrowableOfType(UnreadableDecisionException.class, () -> reader.readEntry(damaged));
    assertThat(refused.fault().code()).isEqualTo(code);
    assertThat(refused.fault().place()).isEqualTo(place);
  }

  @Test
  void bytesThatWereDamagedAreReadOrRefused() {
    byte[] json = written(evening(revision).get(1));
    Random random = new Random(1);
    for (int i = 0; i < TRIES * 20; i++) {
      byte[] damaged = json.clone();
      for (int hits = random.nextInt(1, 4); hits > 0; hits--)
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      try {
        written(reader.read(damaged));
      } catch (UnreadableDecisionException refused) {
        assertThat(refused.fault().code()).isNotEmpty();
      }
    }
  }

  /** Decisions of a revision, written and read. */
  private record Stored(DecisionJson writer, DecisionReader reader, Decider decider) {
    Stored(Revision revision) {
      this(
          DecisionJson.of(EventTerms.of(revision.pack())),
          DecisionReader.of(revision),
          new Decider(revision));
    }

    /** What was written of a decision and its postings is read, told and written again alike. */
    void assertTellsAll(Decision decision) {
      JsonWriter to = new JsonWriter();
      writer.write(decision, to);
      StoredDecision read = reader.read(to.toBytes());
      assertThat(decider.findings(read)).isEqualTo(decider.findings(decision));
      assertThat(read.event()).isEqualTo(decision.event().id());
      assertThat(read.occurredAt()).isEqualTo(decision.event().occurredAt());
      assertThat(read.findings()).isEqualTo(decision.findings());
      assertThat(read.moves()).isEqualTo(decision.moves());
      assertThat(read.refusal()).isEqualTo(decision.refusal());
      JsonWriter again = new JsonWriter();
      writer.write(read, again);
      assertThat(again.toString()).isEqualTo(to.toString());
      List<LedgerEntry> entries = new ArrayList<>();
      for (LedgerEntry entry : LedgerEntry.of(decision)) {
        JsonWriter line = new JsonWriter();
        writer.write(entry, line);
        entries.add(reader.readEntry(line.toBytes()));
      }
      assertThat(entries).isEqualTo(LedgerEntry.of(decision));
    }
  }

  /** A guest joins and buys, is refused a redemption, buys again without lines and is adjusted. */
  private static List<Decision> evening(Revision revision) {
    Fold fold = new Fold(revision);
    List<Decision> decisions = new ArrayList<>();
    List<Event.Body> bodies =
        List.of(
            new Event.Body.Enrolment(
                Optional.empty(),
                Map.of(
                    "since",
                    Datum.of(new Value.Date(LocalDate.of(1999, 12, 31))),
                    "likes",
                    new Datum.Several(List.of("tea", "\u00fc\n")))),
            new Event.Body.Purchase(
                499,
                0,
                0,
                0,
                0,
                0,
                2 * Event.MICROS,
                List.of(
                    Story.line(400, Map.of("category", Datum.of(Value.of("tea")))),
                    Story.line(99, Map.of())),
                Map.of(
                    "seated", Datum.of(new Value.Time(LocalTime.of(13, 30))),
                    "toGo", Datum.of(Value.of(true)))),
            new Event.Body.Redemption("points", 1_000, Optional.empty()),
            new Event.Body.Purchase(9_900, 0, 0, 0, 0, 0, Event.MICROS, List.of(), Map.of()),
            new Event.Body.Adjustment("stars", -10, "sorry"));
    MemberState state = fold.begin("ann");
    for (int i = 0; i < bodies.size(); i++) {
      Instant at = Instant.parse("2026-03-01T12:00:00Z").plusSeconds(i);
      Event event = new Event("till", String.valueOf(i), "ann", at, bodies.get(i));
      state = fold.fold(state, event, decisions::add);
    }
    return decisions;
  }

  private byte[] written(Decision decision) {
    return written(StoredDecision.of(decision));
  }

  private byte[] written(StoredDecision decision) {
    JsonWriter to = new JsonWriter();
    writer.write(decision, to);
    return to.toBytes();
  }
}
