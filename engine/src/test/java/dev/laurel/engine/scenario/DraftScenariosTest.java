package dev.laurel.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NotPermittedException;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.draft.MemoryDrafts;
import dev.laurel.engine.draft.MemoryPublished;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.recording.Shop;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Scenario.Happening;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackWriter;
import dev.laurel.rules.tree.Tree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What somebody tried becomes an example of the draft that must stay true. */
class DraftScenariosTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final LocalDateTime AT = LocalDateTime.parse("2026-02-01T10:15");
  private static final LocalDate JOINED = LocalDate.parse("2025-05-01");
  private static final Scenario.Given GOLD =
      new Scenario.Given(
          Optional.of(JOINED),
          Optional.empty(),
          Map.of("status", "Gold"),
          Map.of(),
          Map.of(),
          Map.of("spend", new BigDecimal("120")),
          Map.of());

  private final Actor mia = new Actor("mia", Set.of(Role.MARKETER));
  private final MemoryPublished published = new MemoryPublished();
  private final Drafts drafts;
  private final DraftScenarios scenarios;

  DraftScenariosTest() {
    published.publish(1, NOON, TestPacks.read(Shop.TEXT));
    drafts = new Drafts(new MemoryDrafts(), published, () -> NOON);
    scenarios = new DraftScenarios(drafts);
  }

  private static Happening.Purchase purchase(String euros) {
    return new Happening.Purchase(
        Optional.empty(),
        Optional.of(new BigDecimal(euros)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of());
  }

  private Keeping keep(String title, String euros) {
    return keep(mia, title, euros, GOLD);
  }

  private Keeping keep(Actor actor, String title, String euros, Scenario.Given who) {
    return keep(actor, "en", title, euros, who);
  }

  private Keeping keep(
      Actor actor, String language, String title, String euros, Scenario.Given who) {
    return scenarios.keep(
        actor,
        drafts.view(mia).version(),
        new TriedCase(who, AT, purchase(euros)),
        language,
        title,
        "It was promised.");
  }

  private static Scenario kept(Keeping keeping) {
    assertThat(keeping).as(keeping.toString()).isInstanceOf(Keeping.Kept.class);
    return ((Keeping.Kept) keeping).scenario();
  }

  private static String code(Keeping keeping) {
    return ((Keeping.Refused) keeping).refusal().code();
  }

  private ScenarioRun.Ran ran() {
    assertThat(drafts.view(mia).faults()).isEmpty();
    return (ScenarioRun.Ran) scenarios.run(mia);
  }

  private void edit(Edit edit) {
    drafts.edit(mia, drafts.view(mia).version(), "step", List.of(edit));
  }

  @Test
  void a_case_that_is_kept_expects_what_comes_of_it() throws Exception {
    Scenario scenario = kept(keep("Gold buys for ten", "10"));
    assertThat(scenario.id()).isEqualTo("gold-buys-for-ten");
    Scenario.Expected expected = scenario.steps().getFirst().expect().orElseThrow();
    assertThat(expected.earned()).isEqualTo(Map.of("points", new BigDecimal("17")));
    assertThat(expected.tiers()).isEqualTo(Map.of("status", "Gold"));
    assertThat(expected.fired()).containsExactly("base", "gold");
    assertThat(ran().passed()).isEqualTo(1);
    // What is exported is a pack whose own test passes.
    DraftView draft = drafts.view(mia);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    PackWriter.writeZip(draft.pack().orElseThrow(), zip);
    PackResult read = PackReader.readZip(new ByteArrayInputStream(zip.toByteArray()));
    assertThat(read).isInstanceOf(PackResult.Read.class);
    PackResult.Read pack = (PackResult.Read) read;
    assertThat(Scenarios.run(pack.pack(), pack.digest()))
        .singleElement()
        .isInstanceOf(ScenarioResult.Passed.class);
  }

  @Test
  void what_is_changed_afterwards_is_found_by_it() {
    kept(keep("Gold buys for ten", "10"));
    edit(new Edit.Remove("earning/usual/rules/gold"));
    assertThat(drafts.view(mia).faults()).isNotEmpty();
    assertThat(scenarios.run(mia)).isInstanceOf(ScenarioRun.NotRun.class);
    drafts.undo(mia);
    edit(Edits.threshold("ladders/status/tiers/Gold/entry", "5"));
    assertThat(ran().failed()).isEmpty();
    edit(
        new Edit.Set(
            "earning/usual/rules/base/then",
            new Tree.Items(
                List.of(
                    Tree.branch()
                        .with("type", Tree.text("per-amount"))
                        .with("kind", Tree.text("points"))
                        .with("points", Tree.number("2"))))));
    assertThat(ran().failed())
        .singleElement()
        .satisfies(failed ->
            assertThat(failed.differences())
                .containsExactly(new ScenarioResult.Difference(1, "earned/points", "17", "27")));
  }

  @Test
  void two_of_one_name_have_ids_of_their_own_and_a_name_in_chinese_has_one_too() {
    assertThat(kept(keep("Gold buys", "10")).id()).isEqualTo("gold-buys");
    assertThat(kept(keep("Gold buys", "11")).id()).isEqualTo("gold-buys2");
    assertThat(kept(keep(mia, "zh-Hans", "金卡会员", "12", GOLD)).id()).isEqualTo("case");
    assertThat(ran().passed()).isEqualTo(3);
  }

  @Test
  void what_cannot_be_kept_is_said_and_the_draft_stays_as_it_is() {
    assertThat(code(keep(" ", "10"))).isEqualTo("no-title");
    assertThat(code(keep("x".repeat(DraftScenarios.LONGEST_TEXT + 1), "10"))).isEqualTo("no-title");
    assertThat(code(keep("A part of a cent", "10.001"))).isEqualTo("not-a-scenario");
    assertThat(drafts.view(mia).isEdited()).isFalse();
    edit(new Edit.Remove("ladders/status/tiers/Base"));
    if (drafts.view(mia).digest().isEmpty())
      assertThat(code(keep("Gold buys", "10"))).isEqualTo("faulty");
    else edit(new Edit.Set("programme/zone", Tree.text("Nowhere")));
    assertThat(code(keep("Gold buys", "10"))).isEqualTo("faulty");
  }

  @Test
  void whoever_stands_like_a_member_cannot_be_recognised() {
    Decider decider = new Decider(Shop.REVISION);
    Scenario.Given full =
        new Scenario.Given(
            Optional.of(JOINED),
            Optional.of(MonthDay.of(5, 12)),
            Map.of("status", "Gold"),
            Map.of("status", LocalDate.parse("2026-06-01")),
            Map.of("points", new BigDecimal("40")),
            Map.of("spend", new BigDecimal("120.50")),
            Map.of());
    MemberState state = decider.begin("M-1", full, AT.toLocalDate());
    MemberView view =
        new MemberView(
            state,
            state.asOf(),
            0,
            List.of(new MemberView.MetricValue("spend", new BigDecimal("120.50"))),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Scenario.Given like = TriedCase.like(view, Shop.REVISION.pack());
    assertThat(like)
        .isEqualTo(
            new Scenario.Given(
                full.enrolled(),
                Optional.empty(),
                full.tiers(),
                like.tiersUntil(),
                full.points(),
                full.metrics(),
                Map.of()));
    assertThat(decider.begin("M-1", like, AT.toLocalDate()).standing("status"))
        .isEqualTo(state.standing("status"));
    assertThat(kept(keep(mia, "Somebody like that", "10", like)).member().points())
        .isEqualTo(full.points());
    assertThat(ran().passed()).isEqualTo(1);
  }

  @Test
  void only_whoever_writes_may_keep_and_everybody_may_run() {
    for (Role role : Role.values()) {
      Actor actor = new Actor("someone", Set.of(role));
      assertThat(scenarios.run(actor)).as(role.word()).isInstanceOf(ScenarioRun.Ran.class);
      if (role == Role.MARKETER) kept(keep(actor, "Kept", "10", GOLD));
      else
        assertThatThrownBy(() -> keep(actor, "Kept", "10", GOLD))
            .as(role.word())
            .isInstanceOf(NotPermittedException.class);
    }
    assertThatThrownBy(() -> scenarios.run(new Actor("nobody", EnumSet.noneOf(Role.class))))
        .isInstanceOf(NotPermittedException.class);
  }
}
