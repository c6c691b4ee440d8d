package dev.laurel.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.MemoryCredentials;
import dev.laurel.engine.access.NewPerson;
import dev.laurel.engine.access.NotPermittedException;
import dev.laurel.engine.access.Passwords;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.audit.AuditPage.Book;
import dev.laurel.engine.audit.AuditPage.Filter;
import dev.laurel.engine.audit.AuditPage.From;
import dev.laurel.engine.audit.AuditPage.Line;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.history.Verification;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.support.Support;
import dev.laurel.engine.vault.MasterKeyText;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.sentence.Speaker;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three books read as one. */
class AuditTest {
  private static final Instant START = Instant.parse("2026-05-01T09:00:00Z");
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String GOLD = "ladders/status/tiers/Gold";

  private final Actor mia = new Actor("mia", Set.of(Role.MARKETER));
  private final Actor rita = new Actor("rita", Set.of(Role.REVIEWER));
  private final Actor jonas = new Actor("jonas", Set.of(Role.SUPPORT));
  private final Actor ines = new Actor("ines", Set.of(Role.AUDITOR));

  @TempDir Path directory;
  private Instant now = START;
  private EmbeddedServer server;
  private MongoDatabases databases;
  private Operation operation;
  private Drafts drafts;
  private Governance governance;
  private Audit audit;

  @BeforeEach
  void open() {
    server = EmbeddedServer.open(directory, Settings.fast());
    databases = MongoDatabases.open(server.connectionString());
    LaurelClock clock = LaurelClock.of(() -> now, System::nanoTime, databases.clock(), false);
    Vault vault =
        Vault.open(databases.vault(), databases.tombstones(), new MasterKeyText(KEY), () -> now);
    operation = Operation.open(databases, vault, Optional.of(TestPacks.read(Shop.TEXT)), clock);
    operation.record(List.of(Shop.purchase("ann", "1", now, 40)));
    drafts = new Drafts(databases.drafts(), operation.published(), clock);
    governance =
        new Governance(
            databases.programmeHistory(),
            drafts,
            operation.published(),
            operation.publishing(),
            clock);
    governance.settle();
    People people = new People(new MemoryCredentials(), unhashed(), () -> now);
    people.setUp(
        List.of(new NewPerson("anna", "Anna", Set.of(Role.ADMINISTRATOR), "a long enough one")),
        List.of());
    Support support = new Support(databases.memberHistory(), operation, clock);
    audit = new Audit(governance, people, support);
    now = now.plusSeconds(60);
    publishGoldFrom("90");
    now = now.plusSeconds(60);
    support.adjust(jonas, "ann", "points", BigDecimal.TEN, "machine was broken");
  }

  @AfterEach
  void close() {
    operation.close();
    databases.close();
    server.close();
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

  private void publishGoldFrom(String atLeast) {
    drafts.edit(
        mia,
        drafts.view(mia).version(),
        "Gold from " + atLeast,
        List.of(Edits.threshold(GOLD + "/entry", atLeast)));
    DraftView view = drafts.view(mia);
    String digest = view.digest().orElseThrow();
    governance.submit(mia, view.version(), digest, "out of reach");
    now = now.plusSeconds(60);
    governance.approve(rita, digest, "");
    governance.publish(rita, digest, Optional.empty(), "spring");
    now = now.plusSeconds(60);
  }

  private List<Line> lines(Filter filter) {
    return audit.page(ines, filter, From.THE_END, 100).lines();
  }

  private static List<String> acts(List<Line> lines) {
    return lines.stream().map(line -> line.record().entry().act()).toList();
  }

  private static Filter filter(String by, Optional<Book> book, String rule) {
    return new Filter(
        Optional.of(by).filter(text -> !text.isEmpty()),
        book,
        Optional.of(rule).filter(text -> !text.isEmpty()));
  }

  @Test
  void all_books_are_read_as_one_the_latest_first() {
    assertThat(acts(lines(Filter.NONE)))
        .startsWith("points-adjusted", "published", "publishing", "approved", "submitted")
        .containsOnlyOnce("points-adjusted")
        .filteredOn("set-up"::equals)
        .hasSize(2);
    List<Line> lines = lines(Filter.NONE);
    for (int i = 1; i < lines.size(); i++)
      assertThat(lines.get(i).record().recordedAt())
          .isBeforeOrEqualTo(lines.get(i - 1).record().recordedAt());
  }

  @Test
  void pages_go_on_where_the_one_before_ended() {
    List<Line> whole = lines(Filter.NONE);
    List<Line> inPages = new ArrayList<>();
    Optional<From> from = Optional.of(From.THE_END);
    while (from.isPresent()) {
      AuditPage page = audit.page(ines, Filter.NONE, from.get(), 2);
      inPages.addAll(page.lines());
      from = page.next();
    }
    assertThat(inPages).isEqualTo(whole);
  }

  @Test
  void what_came_of_an_act_is_the_revision_that_has_its_digest() {
    assertThat(lines(filter("mia", Optional.empty(), "")))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.record().entry().why()).isEqualTo("out of reach");
          assertThat(line.revision()).contains(2);
        });
    assertThat(audit.changes(ines, 2, Speaker.english()))
        .singleElement()
        .satisfies(change -> assertThat(change.place()).isEqualTo(GOLD));
    assertThat(audit.changes(ines, 1, Speaker.english())).isEmpty();
  }

  @Test
  void it_is_filtered_by_person_book_and_rule() {
    assertThat(acts(lines(filter("rita", Optional.empty(), ""))))
        .containsExactly("published", "publishing", "approved");
    assertThat(acts(lines(filter("", Optional.of(Book.MEMBERS), ""))))
        .containsExactly("points-adjusted");
    publishGoldFrom("80");
    assertThat(audit.changedRules(ines, Speaker.english())).containsOnlyKeys(GOLD);
    assertThat(lines(filter("", Optional.empty(), GOLD)))
        .extracting(line -> line.revision().orElseThrow())
        .containsExactly(3, 3, 3, 3, 2, 2, 2, 2);
    assertThat(lines(filter("", Optional.empty(), "earning/usual/rules/base"))).isEmpty();
    assertThat(audit.people(ines)).containsExactly("jonas", "mia", "rita", "setup");
  }

  @Test
  void each_book_is_verified_and_can_be_taken_away_with_its_hashes() throws Exception {
    Map<Book, Long> records = Map.of(Book.PROGRAMME, 5L, Book.PEOPLE, 1L, Book.MEMBERS, 1L);
    for (Book book : Book.values()) {
      Verification.Whole whole = (Verification.Whole) audit.verify(ines, book);
      assertThat(whole.head().number()).as(book.name()).isEqualTo(records.get(book));
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      audit.export(ines, book, file);
      List<String> lines = file.toString(StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).hasSize(Math.toIntExact(records.get(book)));
      assertThat(lines.getLast()).contains("\"hash\":\"" + whole.head().hash() + "\"");
    }
  }

  private interface Asked {
    Object by(Actor who) throws Exception;
  }

  @Test
  void only_whoever_may_read_the_history_reads_any_of_it() {
    Map<String, Asked> all =
        Map.of(
            "page", who -> audit.page(who, Filter.NONE, From.THE_END, 1),
            "changes", who -> audit.changes(who, 2, Speaker.english()),
            "rules", who -> audit.changedRules(who, Speaker.english()),
            "people", audit::people,
            "verify", who -> audit.verify(who, Book.MEMBERS),
            "export",
                who -> {
                  audit.export(who, Book.PEOPLE, new ByteArrayOutputStream());
                  return who;
                });
    Set<Role> readers = Set.of(Role.MARKETER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR);
    all.forEach((name, asked) -> {
      for (Role role : Role.values()) {
        Actor actor = new Actor("someone", Set.of(role));
        if (readers.contains(role))
          assertThat(answer(asked, actor)).as(name + " by " + role.word()).isNotNull();
        else
          assertThatThrownBy(() -> asked.by(actor))
              .as(name + " by " + role.word())
              .isInstanceOf(NotPermittedException.class);
      }
    });
  }

  private static Object answer(Asked asked, Actor actor) {
    try {
      return asked.by(actor);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
