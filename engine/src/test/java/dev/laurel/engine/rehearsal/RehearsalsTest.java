package dev.laurel.engine.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NotPermittedException;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.embedded.EmbeddedServer;
import dev.laurel.engine.embedded.Settings;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.engine.mongo.MongoDatabases;
import dev.laurel.engine.operation.LaurelClock;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.recording.Shop;
import dev.laurel.engine.rehearsal.Rehearsed.Counted;
import dev.laurel.engine.rehearsal.Rehearsed.Difference;
import dev.laurel.engine.rehearsal.Rehearsed.Unknown;
import dev.laurel.engine.rehearsal.Rehearsed.Why;
import dev.laurel.engine.vault.MasterKeyText;
import dev.laurel.engine.vault.Vault;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one change would have given: figures that can be reckoned by hand. */
class RehearsalsTest {
  private static final Instant NOW = Instant.parse("2026-05-01T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-05-01");
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String BASE = "earning/usual/rules/base";

  private final Actor mia = new Actor("mia", Set.of(Role.MARKETER));

  @TempDir Path directory;
  private EmbeddedServer server;
  private MongoDatabases databases;
  private Operation operation;
  private Drafts drafts;
  private Governance governance;
  private Rehearsals rehearsals;

  /** Ann bought long ago and this year and is Gold by it, Bea a little, Cem only long ago. */
  @BeforeEach
  void open() {
    server = EmbeddedServer.open(directory, Settings.fast());
    databases = MongoDatabases.open(server.connectionString());
    LaurelClock clock = LaurelClock.of(() -> NOW, System::nanoTime, databases.clock(), false);
    Vault vault =
        Vault.open(databases.vault(), databases.tombstones(), new MasterKeyText(KEY), () -> NOW);
    operation = Operation.open(databases, vault, Optional.of(TestPacks.read(Shop.TEXT)), clock);
    operation.record(
        List.of(
            Shop.purchase("ann", "1", Instant.parse("2025-01-10T09:00:00Z"), 70),
            Shop.purchase("cem", "2", Instant.parse("2025-01-11T09:00:00Z"), 30),
            Shop.purchase("ann", "3", Instant.parse("2026-04-10T09:00:00Z"), 100),
            Shop.purchase("ann", "4", Instant.parse("2026-04-20T09:00:00Z"), 40),
            Shop.purchase("bea", "5", Instant.parse("2026-02-20T09:00:00Z"), 20)));
    operation.overviews().count();
    drafts = new Drafts(databases.drafts(), operation.published(), clock);
    governance =
        new Governance(
            databases.programmeHistory(),
            drafts,
            operation.published(),
            operation.publishing(),
            clock);
    rehearsals = new Rehearsals(operation, drafts);
  }

  @AfterEach
  void close() {
    operation.close();
    databases.close();
    server.close();
  }

  private void edit(Edit... edits) {
    assertThat(drafts.edit(mia, drafts.view(mia).version(), "a step", List.of(edits)))
        .isInstanceOf(EditResult.Saved.class);
  }

  private Rehearsed rehearsed(String place) {
    SaidChange change =
        governance.draftPage(mia, Speaker.english()).changes().stream()
            .filter(each -> each.place().equals(place))
            .findFirst()
            .orElseThrow();
    return rehearsals.rehearse(mia, change);
  }

  private Counted counted(String place) {
    return (Counted) rehearsed(place);
  }

  private static Edit points(String points) {
    return new Edit.Set(BASE + "/then/1/points", Tree.number(points));
  }

  private static Tree campaign(String id, Tree schedule) {
    return Tree.branch()
        .with("id", Tree.text(id))
        .with("title", Tree.text("A campaign"))
        .with("schedule", schedule)
        .with("rules", Tree.items(bonus(id + "-bonus")));
  }

  private static Tree.Branch bonus(String id) {
    return Tree.branch()
        .with("id", Tree.text(id))
        .with("title", Tree.text("A bonus"))
        .with(
            "then",
            Tree.items(
                Tree.branch()
                    .with("type", Tree.text("points"))
                    .with("kind", Tree.text("points"))
                    .with("points", Tree.number("5"))));
  }

  private static Tree days(String from, String to) {
    return Tree.branch().with("from", Tree.text(from)).with("to", Tree.text(to));
  }

  @Test
  void the_last_twelve_months_are_decided_anew_with_the_change() {
    edit(points("2"));
    Counted counted = counted(BASE);
    assertThat(counted.differences()).containsExactly(new Difference("points", 160));
    assertThat(counted.touched()).as("ann and bea; cem bought before").isEqualTo(2);
    assertThat(counted.isExact()).isTrue();
    assertThat(counted.members()).isEqualTo(3);
    assertThat(counted.from()).isEqualTo(TODAY.minusMonths(12));
    assertThat(counted.least()).isEqualTo(counted.most()).isEqualTo(2);
  }

  @Test
  void each_change_is_rehearsed_alone() {
    edit(points("2"), new Edit.Remove("earning/usual/rules/gold"));
    assertThat(counted(BASE).differences()).containsExactly(new Difference("points", 160));
    assertThat(counted("earning/usual/rules/gold").differences())
        .as("ann was Gold when she bought the second time this year")
        .containsExactly(new Difference("points", -7));
  }

  @Test
  void what_only_reads_otherwise_makes_no_difference() {
    edit(new Edit.Set(BASE + "/title", Tree.text("Points")));
    Counted counted = counted(BASE);
    assertThat(counted.touched()).isZero();
    assertThat(counted.differences()).isEmpty();
  }

  @Test
  void what_is_moved_is_not_taken_for_what_is_changed() {
    edit(points("2"), new Edit.Move(BASE, Optional.empty()));
    List<SaidChange> changes = governance.draftPage(mia, Speaker.english()).changes();
    SaidChange moved =
        changes.stream().filter(each -> each.kind().equals("moved")).findFirst().orElseThrow();
    assertThat(((Counted) rehearsals.rehearse(mia, moved)).touched()).isZero();
  }

  @Test
  void a_campaign_to_come_is_rehearsed_as_if_it_had_run() {
    edit(
        new Edit.Add(
            "campaigns/may", campaign("may", days("2026-05-10", "2026-06-08")), Optional.empty()));
    Counted counted = counted("campaigns/may");
    assertThat(counted.begins()).contains(LocalDate.parse("2026-05-10"));
    assertThat(counted.from()).as("thirty days, as it will run").isEqualTo("2026-04-01");
    assertThat(counted.differences())
        .as("two purchases of ann")
        .containsExactly(new Difference("points", 10));
    assertThat(counted.touched()).isEqualTo(1);
  }

  @Test
  void a_short_one_is_taken_to_run_for_four_weeks_and_one_without_an_end_for_a_year() {
    edit(
        new Edit.Add(
            "campaigns/day", campaign("day", days("2026-05-10", "2026-05-10")), Optional.empty()),
        new Edit.Add(
            "campaigns/ever",
            campaign("ever", Tree.branch().with("from", Tree.text("2026-06-01"))),
            Optional.empty()));
    assertThat(counted("campaigns/day").from()).isEqualTo(TODAY.minusDays(28));
    assertThat(counted("campaigns/ever").from()).isEqualTo(TODAY.minusMonths(12));
    assertThat(counted("campaigns/ever").differences())
        .containsExactly(new Difference("points", 15));
  }

  @Test
  void one_that_begins_today_has_no_past_either() {
    edit(
        new Edit.Add(
            "campaigns/now", campaign("now", days("2026-05-01", "2026-05-30")), Optional.empty()));
    assertThat(counted("campaigns/now").begins()).contains(TODAY);
    assertThat(counted("campaigns/now").differences())
        .containsExactly(new Difference("points", 10));
  }

  @Test
  void a_campaign_that_ran_counts_by_its_own_days() {
    edit(
        new Edit.Add(
            "campaigns/april",
            campaign("april", days("2026-04-15", "2026-05-31")),
            Optional.empty()));
    Counted counted = counted("campaigns/april");
    assertThat(counted.begins()).isEmpty();
    assertThat(counted.differences()).containsExactly(new Difference("points", 5));
  }

  @Test
  void what_cannot_be_counted_says_why() {
    edit(
        new Edit.Add(
            "tables/rates",
            Tree.branch()
                .with("id", Tree.text("rates"))
                .with("title", Tree.text("Rates"))
                .with("gives", Tree.text("points-per-amount"))
                .with(
                    "columns",
                    Tree.items(
                        Tree.branch()
                            .with("id", Tree.text("category"))
                            .with("operand", Tree.text("line.category"))))
                .with(
                    "rows",
                    Tree.items(
                        Tree.branch()
                            .with("id", Tree.text("row"))
                            .with("cells", Tree.items(Tree.text("any")))
                            .with("gives", Tree.number("1")))),
            Optional.empty()),
        new Edit.Add(
            "earning/usual/rules/by-rates",
            Tree.branch()
                .with("id", Tree.text("by-rates"))
                .with("title", Tree.text("By rates"))
                .with("per", Tree.text("line"))
                .with(
                    "then",
                    Tree.items(
                        Tree.branch()
                            .with("type", Tree.text("by-table"))
                            .with("kind", Tree.text("points"))
                            .with("table", Tree.text("rates")))),
            Optional.empty()),
        new Edit.Set("ladders/status/tiers/Gold/entry/atLeast", Tree.number("90")));
    assertThat(drafts.view(mia).faults()).isEmpty();
    assertThat(rehearsed("earning/usual/rules/by-rates")).isEqualTo(new Unknown(Why.NEEDS_OTHERS));
    assertThat(rehearsed("ladders/status/tiers/Gold")).isEqualTo(new Unknown(Why.GIVES_NOTHING));
  }

  @Test
  void before_anybody_was_counted_nothing_is_told() {
    try (Operation fresh =
        Operation.open(
            databases,
            Vault.open(
                databases.vault(), databases.tombstones(), new MasterKeyText(KEY), () -> NOW),
            Optional.empty(),
            LaurelClock.of(() -> NOW, System::nanoTime, databases.clock(), false))) {
      edit(points("2"));
      SaidChange change = governance.draftPage(mia, Speaker.english()).changes().getFirst();
      assertThat(new Rehearsals(fresh, drafts).rehearse(mia, change))
          .isEqualTo(new Unknown(Why.NOT_YET));
    }
  }

  @Test
  void whoever_may_not_read_about_members_is_told_nothing() {
    edit(points("2"));
    SaidChange change = governance.draftPage(mia, Speaker.english()).changes().getFirst();
    for (Role role : Role.values())
      assertThat(rehearsals.rehearse(new Actor("somebody", Set.of(role)), change))
          .as(role.word())
          .isInstanceOf(Counted.class);
    assertThatThrownBy(() -> rehearsals.rehearse(new Actor("nobody", Set.of()), change))
        .isInstanceOf(NotPermittedException.class);
  }
}
