package dev.laurel.engine.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NotPermittedException;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Role;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people edit one draft. */
class DraftsTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final String GOLD = "ladders/status/tiers/Gold";
  private static final String ENTRY = GOLD + "/entry";
  private static final String BASE_RULE = "earning/purchases/rules/base";

  private final MemoryDrafts store = new MemoryDrafts();
  private final MemoryPublished published = new MemoryPublished();
  private final Drafts drafts = drafts();
  private final Actor mia = new Actor("mia", Set.of(Role.MARKETER));
  private final Actor max = new Actor("max", Set.of(Role.MARKETER));
  private final Actor ada = new Actor("ada", Set.of(Role.AUDITOR));

  private Drafts drafts() {
    return new Drafts(store, published, InstantSource.fixed(NOON));
  }

  @BeforeEach
  void aRevisionIsInForce() {
    published.publish(1, NOON, TestPacks.read(TestPacks.CAFE));
  }

  private EditResult edit(Actor actor, String step, Edit... edits) {
    return drafts.edit(actor, drafts.view(actor).version(), step, List.of(edits));
  }

  private static DraftView saved(EditResult result) {
    assertThat(result).isInstanceOf(EditResult.Saved.class);
    return ((EditResult.Saved) result).draft();
  }

  private static void refused(EditResult result, String code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            EditResult.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  private String at(String place) {
    return Trees.at(drafts.view(mia).tree(), place).map(DraftsTest::text).orElse("nothing");
  }

  private static String text(Tree tree) {
    return tree instanceof Tree.Leaf leaf ? leaf.text() : tree.toString();
  }

  @Test
  void before_anybody_edits_the_draft_is_what_was_published_last() {
    DraftView view = drafts.view(ada);
    assertThat(view.version()).isEqualTo(new Version(1, 0));
    assertThat(view.baseRevision()).isOne();
    assertThat(view.digest()).contains(published.latest().digest());
    assertThat(view.isEdited()).isFalse();
    assertThat(view.savedAt()).isEmpty();
    assertThat(view.mayEdit()).isFalse();
    assertThat(view.whyNot().orElseThrow().code()).isEqualTo("not-permitted");
    assertThat(drafts.view(mia).mayEdit()).isTrue();
    assertThat(drafts.view(mia).pack().orElseThrow())
        .as("read and checked once, however often it is looked at")
        .isSameAs(view.pack().orElseThrow());
    assertThat(store.latest()).isEmpty();
  }

  @Test
  void an_edit_is_stored_before_it_is_acknowledged_and_is_there_after_a_restart() {
    DraftView view = saved(edit(mia, "Gold from 150", Edits.threshold(ENTRY, "150")));
    assertThat(view.version()).isEqualTo(new Version(1, 1));
    assertThat(view.authors()).containsExactly("mia");
    assertThat(view.undo()).contains("Gold from 150");
    assertThat(view.faults()).isEmpty();
    DraftView again = drafts().view(max);
    assertThat(again.tree()).isEqualTo(view.tree());
    assertThat(again.savedAt()).contains(NOON);
    assertThat(again.undo()).as("only one's own steps").isEmpty();
    assertThat(again.steps())
        .containsExactly(new DraftView.Step(1, "mia", NOON, "Gold from 150", false));
    assertThat(store.find(1).orElseThrow().by()).isEqualTo("mia");
  }

  @Test
  void what_may_not_follow_the_latest_revision_is_a_fault_at_its_place() {
    DraftView view =
        saved(edit(mia, "dollars", new Edit.Set("programme/currency", Tree.text("USD"))));
    assertThat(view.faults()).extracting(Fault::code).contains("currency-changed");
    assertThat(view.faults()).extracting(Fault::place).contains("programme/currency");
    assertThat(view.digest()).as("the pack itself is right").isPresent();
    assertThat(saved(drafts.undo(mia)).faults()).isEmpty();
  }

  @Test
  void what_is_not_evaluated_is_a_fault_at_its_place() {
    String pooling = "programme/pointKinds/points/pooling";
    DraftView view =
        saved(
            edit(
                mia,
                "for families",
                new Edit.Set(
                    "programme/pointKinds/points/expiry",
                    Tree.branch().with("type", Tree.text("by-tier"))),
                new Edit.Set(pooling, Tree.branch().with("members", Tree.number("2")))));
    assertThat(view.faults())
        .filteredOn(fault -> fault.code().equals("not-evaluated"))
        .extracting(Fault::place)
        .containsExactly(pooling);
  }

  @Test
  void edits_of_different_words_merge_whoever_saw_what() {
    Version seen = drafts.view(mia).version();
    saved(drafts.edit(mia, seen, "a", List.of(Edits.threshold(ENTRY, "150"))));
    saved(drafts.edit(max, seen, "b", List.of(new Edit.Set(GOLD + "/title", Tree.text("Oro")))));
    saved(drafts.edit(mia, seen, "c", List.of(Edits.active(BASE_RULE, false))));
    assertThat(at(ENTRY + "/atLeast")).isEqualTo("150");
    assertThat(at(GOLD + "/title")).isEqualTo("Oro");
    assertThat(drafts.view(ada).authors()).containsExactlyInAnyOrder("mia", "max");
  }

  @Test
  void edits_of_the_same_word_conflict_and_both_values_are_told() {
    Version seen = drafts.view(mia).version();
    saved(drafts.edit(max, seen, "Gold from 200", List.of(Edits.threshold(ENTRY, "200"))));
    EditResult result =
        drafts.edit(mia, seen, "Gold from 150", List.of(Edits.threshold(ENTRY, "150")));
    assertThat(result)
        .isEqualTo(
            new EditResult.Conflict(
                List.of(
                    new Clash(
                        ENTRY + "/atLeast",
                        Optional.of(Tree.number("150")),
                        Optional.of(Tree.number("200")),
                        "max",
                        "Gold from 200",
                        NOON))));
    assertThat(at(ENTRY + "/atLeast")).isEqualTo("200");
    saved(drafts.edit(mia, seen, "too", List.of(Edits.threshold(ENTRY, "200"))));
    saved(edit(mia, "having seen it", Edits.threshold(ENTRY, "150")));
    assertThat(at(ENTRY + "/atLeast")).isEqualTo("150");
  }

  @Test
  void whoever_removes_what_another_edits_within_is_told() {
    Version seen = drafts.view(mia).version();
    saved(drafts.edit(max, seen, "Gold from 200", List.of(Edits.threshold(ENTRY, "200"))));
    assertThat(drafts.edit(mia, seen, "No Gold", List.of(new Edit.Remove(GOLD))))
        .isInstanceOf(EditResult.Conflict.class);
    saved(edit(mia, "No Gold", new Edit.Remove(GOLD)));
    refused(edit(max, "late", new Edit.Remove(GOLD)), "not-there");
  }

  @Test
  void tiers_are_added_moved_titled_and_removed() {
    Tree silver = PackTree.parse("{\"id\": \"Silver\", \"title\": \"Silver\"}");
    saved(
        edit(
            mia,
            "Silver",
            new Edit.Add("ladders/status/tiers/Silver", silver, Optional.of("Gold")),
            new Edit.Set(
                "ladders/status/tiers/Silver/entry",
                PackTree.parse(
                    "{\"type\": \"reaches\", \"id\": \"spend\", \"metric\": \"spend\", \"atLeast\": 50}"))));
    assertThat(tiers()).containsExactly("Base", "Silver", "Gold");
    assertThat(drafts.view(mia).faults()).isEmpty();
    saved(edit(mia, "last", new Edit.Move("ladders/status/tiers/Silver", Optional.empty())));
    assertThat(tiers()).containsExactly("Base", "Gold", "Silver");
    DraftView view = drafts.view(mia);
    saved(edit(mia, "in Chinese", Edits.title(view.tree(), GOLD, "zh-Hans", "金卡")));
    assertThat(at(GOLD + "/title/zh-Hans")).isEqualTo("金卡");
    assertThat(at(GOLD + "/title/en")).isEqualTo("Gold");
    saved(edit(mia, "no Silver", new Edit.Remove("ladders/status/tiers/Silver")));
    assertThat(tiers()).containsExactly("Base", "Gold");
    refused(edit(mia, "x", new Edit.Add(GOLD, silver, Optional.empty())), "already-there");
    refused(edit(mia, "x", new Edit.Move("nowhere/at/all", Optional.empty())), "not-there");
  }

  private List<String> tiers() {
    return Trees.names(Trees.at(drafts.view(mia).tree(), "ladders/status/tiers").orElseThrow());
  }

  @Test
  void rules_are_copied_switched_off_and_given_conditions_and_outcomes() {
    DraftView before = drafts.view(mia);
    Edit copy = Edits.copy(before.tree(), BASE_RULE, "en", "Once more").orElseThrow();
    saved(edit(mia, "copy", copy));
    String rule = "earning/purchases/rules/base2";
    assertThat(at(rule + "/title")).isEqualTo("Once more");
    saved(edit(mia, "off", Edits.active(rule, false)));
    assertThat(drafts.view(mia).pack().orElseThrow().earning().getFirst().rules().get(1).active())
        .isFalse();
    saved(edit(mia, "when", Edits.condition(rule + "/when", "purchase.amount >= 5")));
    saved(edit(mia, "when", Edits.condition(rule + "/when/only", "purchase.amount >= 6")));
    assertThat(at(rule + "/when")).isEqualTo("purchase.amount >= 6");
    saved(
        edit(
            mia,
            "more",
            new Edit.Add(
                rule + "/then/+",
                PackTree.parse("{\"type\": \"points\", \"kind\": \"stars\", \"points\": 3}"),
                Optional.empty())));
    assertThat(at(rule + "/then/2/points")).isEqualTo("3");
    saved(edit(mia, "less", new Edit.Remove(rule + "/then/1")));
    assertThat(at(rule + "/then/1/points")).isEqualTo("3");
    assertThat(drafts.view(mia).faults()).isEmpty();
    for (int step = 0; step < 6; step++) saved(drafts.undo(mia));
    assertThat(drafts.view(mia).tree()).isEqualTo(before.tree());
  }

  @Test
  void a_list_that_was_left_out_is_made_and_a_table_is_changed_by_cell() {
    saved(
        edit(
            mia,
            "rates",
            new Edit.Add(
                "tables/rates",
                PackTree.parse(
                    """
                    {"id": "rates", "title": "Rates", "gives": "points",
                     "columns": [{"id": "where", "operand": "purchase.channel"}],
                     "rows": [{"id": "app", "cells": ["app"], "gives": 2}]}\
                    """),
                Optional.empty())));
    saved(edit(mia, "cell", Edits.cell("tables/rates", "app", 1, Tree.text("shop"))));
    saved(edit(mia, "rate", Edits.rate("tables/rates", "app", "2.5")));
    assertThat(at("tables/rates/rows/app/cells/1")).isEqualTo("shop");
    assertThat(at("tables/rates/rows/app/gives")).isEqualTo("2.5");
  }

  @Test
  void an_entry_gets_another_id_or_its_first_one_and_that_is_taken_back_too() {
    Tree before = drafts.view(mia).tree();
    saved(edit(mia, "id", new Edit.Set(GOLD + "/id", Tree.text("Oro"))));
    assertThat(tiers()).containsExactly("Base", "Oro");
    saved(edit(mia, "no id", new Edit.Remove("ladders/status/tiers/Oro/id")));
    assertThat(drafts.view(mia).faults())
        .extracting(Fault::place)
        .contains("ladders/status/tiers/2/id");
    saved(edit(mia, "id", new Edit.Set("ladders/status/tiers/2/id", Tree.text("Silver"))));
    assertThat(tiers()).containsExactly("Base", "Silver");
    assertThat(drafts.view(mia).faults()).isEmpty();
    for (int step = 0; step < 3; step++) saved(drafts.undo(mia));
    assertThat(drafts.view(mia).tree()).isEqualTo(before);
    assertThat(drafts().view(mia).tree()).isEqualTo(before);
  }

  @Test
  void faults_name_places_and_block_no_editing() {
    DraftView view =
        saved(edit(mia, "x", Edits.condition(BASE_RULE + "/when", "purchase.colour =")));
    assertThat(view.faults()).extracting(Fault::code).contains("bad-expression");
    assertThat(view.faults()).extracting(Fault::place).contains(BASE_RULE + "/when");
    assertThat(view.digest()).isEmpty();
    assertThat(view.pack()).isEmpty();
    DraftView unknown =
        saved(edit(mia, "x", Edits.condition(BASE_RULE + "/when", "purchase.colour = 1")));
    assertThat(unknown.faults()).isNotEmpty();
    assertThat(unknown.pack()).as("can be spoken of").isPresent();
    assertThat(saved(edit(mia, "y", new Edit.Remove(BASE_RULE + "/when"))).faults()).isEmpty();
  }

  @Test
  void values_that_no_file_can_hold_are_refused() {
    refused(edit(mia, "x", Edits.threshold(ENTRY, "many")), "bad-value");
    refused(edit(mia, "x", new Edit.Set(GOLD + "/title", Tree.text("a\u0000"))), "bad-value");
    assertThat(drafts.view(mia).version().number()).isZero();
  }

  @Test
  void a_step_is_taken_whole_or_not_at_all() {
    refused(
        edit(mia, "both", Edits.threshold(ENTRY, "150"), new Edit.Remove("nowhere/at")),
        "not-there");
    assertThat(at(ENTRY + "/atLeast")).isEqualTo("100");
  }

  @Test
  void what_changes_nothing_is_no_step() {
    assertThat(saved(edit(mia, "same", Edits.threshold(ENTRY, "100"))).version().number()).isZero();
  }

  @Test
  void everybody_takes_back_their_own_steps_from_the_first_one_on() {
    refused(drafts.undo(mia), "nothing-to-undo");
    Tree before = drafts.view(mia).tree();
    saved(edit(mia, "one", Edits.threshold(ENTRY, "150")));
    saved(edit(max, "two", new Edit.Set(GOLD + "/title", Tree.text("Oro"))));
    saved(edit(mia, "three", Edits.active(BASE_RULE, false)));
    DraftView view = saved(drafts.undo(mia));
    assertThat(view.undo()).contains("one");
    assertThat(view.redo()).contains("three");
    view = saved(drafts.undo(mia));
    assertThat(at(GOLD + "/title")).isEqualTo("Oro");
    assertThat(view.authors()).containsExactly("max");
    refused(drafts.undo(mia), "nothing-to-undo");
    view = saved(drafts.redo(mia));
    assertThat(at(ENTRY + "/atLeast")).isEqualTo("150");
    assertThat(view.authors()).containsExactlyInAnyOrder("mia", "max");
    saved(drafts.redo(mia));
    refused(drafts.redo(mia), "nothing-to-redo");
    saved(drafts.undo(max));
    saved(drafts.undo(mia));
    saved(drafts.undo(mia));
    assertThat(drafts.view(mia).tree()).isEqualTo(before);
    assertThat(drafts.view(mia).isEdited()).isFalse();
    assertThat(drafts().view(mia).redo()).as("after a restart").contains("one");
    saved(edit(mia, "four", Edits.threshold(ENTRY, "160")));
    refused(drafts.redo(mia), "nothing-to-redo");
  }

  @Test
  void a_step_is_not_taken_back_over_what_another_wrote_there_since() {
    saved(edit(mia, "Gold from 150", Edits.threshold(ENTRY, "150")));
    saved(edit(max, "Gold from 200", Edits.threshold(ENTRY, "200")));
    EditResult result = drafts.undo(mia);
    refused(result, "changed-since");
    assertThat(((EditResult.Refused) result).refusal().sentence())
        .contains("Gold from 150", "max", "Gold from 200", ENTRY + "/atLeast");
    saved(drafts.undo(max));
    saved(drafts.undo(mia));
    assertThat(at(ENTRY + "/atLeast")).isEqualTo("100");
  }

  @Test
  void a_pack_with_faults_is_imported_as_one_step_and_mended() {
    Tree faulty =
        Trees.replace(drafts.view(mia).tree(), "programme/zone", Tree.text("Europe/Atlantis"))
            .orElseThrow();
    DraftView view = saved(drafts.importPack(mia, faulty, "Import cafe.zip"));
    assertThat(view.faults()).extracting(Fault::place).contains("programme/zone");
    assertThat(
            saved(edit(mia, "zone", new Edit.Set("programme/zone", Tree.text("Europe/Vienna"))))
                .faults())
        .isEmpty();
    saved(drafts.undo(mia));
    saved(drafts.undo(mia));
    assertThat(drafts.view(mia).isEdited()).isFalse();
  }

  @Test
  void an_earlier_revision_is_restored_as_a_step() {
    PackResult.Read second = TestPacks.read(TestPacks.CAFE.replace("atLeast: 100", "atLeast: 300"));
    String first = published.latest().digest();
    published.publish(2, NOON, second);
    assertThat(at(ENTRY + "/atLeast")).isEqualTo("300");
    DraftView view = saved(drafts.restore(mia, first, "Back to revision 1"));
    assertThat(view.digest()).contains(first);
    assertThat(view.authors()).containsExactly("mia");
    refused(drafts.restore(mia, "unknown", "x"), "no-such-revision");
  }

  @Test
  void a_draft_is_brought_up_to_a_later_revision() {
    saved(edit(mia, "title", new Edit.Set(GOLD + "/title", Tree.text("Oro"))));
    refused(drafts.rebase(mia, Optional.empty()), "up-to-date");
    published.publish(
        2, NOON, TestPacks.read(TestPacks.CAFE.replace("atLeast: 100", "atLeast: 300")));
    assertThat(drafts.view(mia).isBaseLatest()).isFalse();
    Version seen = drafts.view(max).version();
    DraftView view = saved(drafts.rebase(mia, Optional.empty()));
    refused(drafts.edit(max, seen, "x", List.of(Edits.threshold(ENTRY, "120"))), "rebased");
    assertThat(view.isBaseLatest()).isTrue();
    assertThat(view.baseRevision()).isEqualTo(2);
    assertThat(at(ENTRY + "/atLeast")).isEqualTo("300");
    assertThat(at(GOLD + "/title")).isEqualTo("Oro");
    assertThat(drafts().view(mia).tree()).as("after a restart").isEqualTo(view.tree());
    saved(drafts.undo(mia));
    assertThat(drafts.view(mia).digest()).contains(published.latest().digest());
  }

  @Test
  void where_draft_and_later_revision_changed_the_same_somebody_decides() {
    saved(edit(mia, "Gold from 150", Edits.threshold(ENTRY, "150")));
    published.publish(
        2, NOON, TestPacks.read(TestPacks.CAFE.replace("atLeast: 100", "atLeast: 300")));
    EditResult result = drafts.rebase(max, Optional.empty());
    assertThat(((EditResult.Conflict) result).clashes())
        .containsExactly(
            new Clash(
                ENTRY + "/atLeast",
                Optional.of(Tree.number("150")),
                Optional.of(Tree.number("300")),
                "mia",
                "Gold from 150",
                NOON));
    assertThat(drafts.view(mia).isBaseLatest()).isFalse();
    saved(drafts.rebase(max, Optional.of(LogEntry.Side.DRAFT)));
    assertThat(at(ENTRY + "/atLeast")).isEqualTo("150");
    published.publish(
        3, NOON, TestPacks.read(TestPacks.CAFE.replace("atLeast: 100", "atLeast: 400")));
    saved(drafts.rebase(max, Optional.of(LogEntry.Side.REVISION)));
    assertThat(at(ENTRY + "/atLeast")).isEqualTo("400");
    assertThat(drafts().view(mia).tree()).isEqualTo(drafts.view(mia).tree());
  }

  @Test
  void a_sealed_draft_is_not_edited_until_it_is_opened_again_and_a_closed_one_never() {
    DraftView view = saved(edit(mia, "one", Edits.threshold(ENTRY, "150")));
    String digest = view.digest().orElseThrow();
    assertThat(drafts.seal(mia, new Version(1, 0), digest)).as("seen too early").isEmpty();
    assertThat(drafts.seal(mia, view.version(), "other")).isEmpty();
    DraftView sealed = drafts.seal(mia, view.version(), digest).orElseThrow();
    assertThat(sealed.isSealed()).isTrue();
    assertThat(drafts.seal(mia, view.version(), digest)).as("twice").isPresent();
    refused(edit(mia, "two", Edits.threshold(ENTRY, "160")), "in-review");
    refused(drafts.undo(mia), "in-review");
    refused(drafts.redo(mia), "in-review");
    refused(drafts.rebase(mia, Optional.empty()), "in-review");
    assertThat(drafts.at(ada, sealed.version())).isEqualTo(view.tree());
    drafts.reopen(mia, 1);
    saved(drafts.undo(mia));
    saved(drafts.redo(mia));
    drafts.close(mia, 1);
    assertThat(drafts.view(mia).version()).isEqualTo(new Version(2, 0));
    refused(
        drafts.edit(mia, view.version(), "late", List.of(Edits.threshold(ENTRY, "170"))),
        "another-draft");
    assertThat(drafts.at(ada, new Version(1, 1))).isEqualTo(view.tree());
    assertThatThrownBy(() -> drafts.at(ada, new Version(1, 99)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> drafts.at(ada, new Version(9, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothing_of_what_two_processes_edit_at_once_is_lost() throws Exception {
    List<Callable<EditResult>> edits = new ArrayList<>();
    Drafts other = drafts();
    for (int i = 0; i < 20; i++) {
      String id = "r" + i;
      Actor actor = i % 2 == 0 ? mia : max;
      Drafts process = i % 2 == 0 ? drafts : other;
      Tree rule =
          PackTree.parse(
              "{\"id\": \"%s\", \"title\": \"R\", \"then\": [{\"type\": \"points\", \"kind\": \"stars\", \"points\": 1}]}"
                  .formatted(id));
      edits.add(() ->
          process.edit(
              actor,
              new Version(1, 0),
              id,
              List.of(new Edit.Add("earning/purchases/rules/" + id, rule, Optional.empty()))));
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(edits)) saved(done.get());
    }
    DraftView view = drafts.view(mia);
    assertThat(view.version().number()).isEqualTo(20);
    assertThat(Trees.names(Trees.at(view.tree(), "earning/purchases/rules").orElseThrow()))
        .hasSize(21);
    assertThat(view.faults()).isEmpty();
    assertThat(other.view(mia).tree()).isEqualTo(view.tree());
  }

  @Test
  void only_who_may_edits_and_only_who_may_reads() {
    Actor nobody = new Actor("nobody", Set.of());
    Version seen = drafts.view(mia).version();
    Tree tree = drafts.view(mia).tree();
    List<Supplier<ThrowingCallable>> editing =
        List.of(
            () -> () -> drafts.edit(ada, seen, "x", List.of()),
            () -> () -> drafts.undo(ada),
            () -> () -> drafts.redo(ada),
            () -> () -> drafts.restore(ada, "x", "x"),
            () -> () -> drafts.rebase(ada, Optional.empty()));
    for (var one : editing) forbidden(one.get(), Permission.EDIT_DRAFT);
    forbidden(() -> drafts.importPack(ada, tree, "x"), Permission.IMPORT_PACK);
    forbidden(() -> drafts.view(nobody), Permission.READ_PROGRAMME);
    forbidden(() -> drafts.at(nobody, seen), Permission.READ_PROGRAMME);
    forbidden(() -> drafts.seal(ada, seen, "x"), Permission.SUBMIT);
    forbidden(() -> drafts.reopen(ada, 1), Permission.APPROVE);
    forbidden(() -> drafts.close(ada, 1), Permission.PUBLISH);
  }

  private static void forbidden(ThrowingCallable asked, Permission permission) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            NotPermittedException.class,
            refused -> assertThat(refused.permission()).isEqualTo(permission));
  }
}
