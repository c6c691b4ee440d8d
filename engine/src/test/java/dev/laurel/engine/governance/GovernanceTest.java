package dev.laurel.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.NotPermittedException;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.draft.LogEntry;
import dev.laurel.engine.draft.MemoryDrafts;
import dev.laurel.engine.draft.MemoryPublished;
import dev.laurel.engine.draft.Version;
import dev.laurel.engine.governance.RevisionRecord.Origin;
import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.history.HistoryStore;
import dev.laurel.engine.history.MemoryHistory;
import dev.laurel.engine.history.Verification;
import dev.laurel.rules.diff.Construct;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a draft becomes a revision, and how it does not. */
class GovernanceTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Speaker ENGLISH = Speaker.english();
  private static final String ENTRY = "ladders/status/tiers/Gold/entry";

  private final MemoryDrafts drafts = new MemoryDrafts();
  private final MemoryPublished published = new MemoryPublished();
  private final MemoryHistory book = new MemoryHistory();
  private final Programme programme = new Programme();
  private final Actor mia = new Actor("mia", Set.of(Role.MARKETER));
  private final Actor max = new Actor("max", Set.of(Role.MARKETER, Role.REVIEWER));
  private final Actor rita = new Actor("rita", Set.of(Role.REVIEWER));
  private final Actor ada = new Actor("ada", Set.of(Role.AUDITOR));
  private Instant now = NOON;
  private final Drafts editing = new Drafts(drafts, published, () -> now);
  private Governance governance = governance(book, programme);

  /** Puts in force as a running programme does: each number once. */
  private final class Programme implements Publishing {
    private final AtomicInteger asked = new AtomicInteger();
    private Optional<Outcome.Refused> refusal = Optional.empty();

    @Override
    public synchronized Outcome publish(int number, PackResult.Read pack, Optional<Instant> at) {
      asked.incrementAndGet();
      if (refusal.isPresent()) return refusal.get();
      var there = published.numbered(number);
      if (there.isEmpty())
        published.publish(number, at.orElse(now.plus(Duration.ofSeconds(5))), pack);
      var is = published.numbered(number).orElseThrow();
      assertThat(is.digest()).isEqualTo(pack.digest());
      return new Outcome.Accepted(number, is.inForceSince());
    }

    @Override
    public synchronized Outcome cancel(int number) {
      if (refusal.isPresent()) return refusal.get();
      published.cancel(number);
      return new Outcome.Accepted(number, published.numbered(number).orElseThrow().inForceSince());
    }
  }

  private Governance governance(HistoryStore store, Publishing publishing) {
    return new Governance(
        store, new Drafts(drafts, published, () -> now), published, publishing, () -> now);
  }

  @BeforeEach
  void aRevisionIsInForce() {
    published.publish(1, NOON, TestPacks.read(TestPacks.CAFE));
  }

  private DraftView edit(Actor actor, Edit edit) {
    EditResult result = editing.edit(actor, editing.view(actor).version(), "step", List.of(edit));
    assertThat(result).isInstanceOf(EditResult.Saved.class);
    return ((EditResult.Saved) result).draft();
  }

  private DraftView goldFrom(Actor actor, String atLeast) {
    return edit(actor, Edits.threshold(ENTRY, atLeast));
  }

  /** Edited and submitted by Mia; its digest. */
  private String submitted(String atLeast) {
    DraftView view = goldFrom(mia, atLeast);
    String digest = view.digest().orElseThrow();
    done(governance.submit(mia, view.version(), digest, "spring"));
    return digest;
  }

  private static void done(GovernanceResult result) {
    assertThat(result).isInstanceOf(GovernanceResult.Done.class);
  }

  private static String refused(GovernanceResult result, String code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            GovernanceResult.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    return ((GovernanceResult.Refused) result).refusal().sentence();
  }

  private List<String> acts() {
    return governance.history(ada, 0, 100).stream()
        .map(HistoryRecord::entry)
        .map(e -> (e.by() + " " + e.act() + " " + e.about() + " " + e.why()).strip())
        .toList();
  }

  @Test
  void the_first_revision_is_put_in_force_by_setup() {
    assertThat(governance.revisions(ada))
        .containsExactly(
            new RevisionRecord(
                1, published.latest().digest(), NOON, new Origin.SetUp(NOON), Optional.empty()));
    governance.settle();
    assertThat(acts()).containsExactly("setup set-up revision 1");
    assertThat(governance.stage(ada)).isEqualTo(new Stage.Editing());
  }

  @Test
  void a_threshold_goes_from_the_draft_to_the_programme_by_two_people() {
    String digest = submitted("150");
    now = NOON.plusSeconds(60);
    done(governance.approve(rita, digest, "agreed in January"));
    now = NOON.plusSeconds(120);
    done(governance.publish(mia, digest, Optional.empty(), "as planned"));
    assertThat(published.latest().number()).isEqualTo(2);
    assertThat(published.latest().digest()).isEqualTo(digest);
    RevisionRecord second = governance.revisions(ada).getLast();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.inForceSince()).isEqualTo(NOON.plusSeconds(125));
    Origin.Reviewed origin = (Origin.Reviewed) second.origin();
    assertThat(origin.submission().authors()).containsExactly("mia");
    assertThat(origin.submission().at()).isEqualTo(NOON);
    assertThat(origin.submission().note()).isEqualTo("spring");
    assertThat(origin.approval())
        .isEqualTo(new Approval(digest, "rita", NOON.plusSeconds(60), "agreed in January"));
    assertThat(origin.by()).isEqualTo("mia");
    assertThat(origin.why()).isEqualTo("as planned");
    assertThat(acts())
        .containsExactly(
            "setup set-up revision 1",
            "mia submitted draft 1 spring",
            "rita approved draft 1 agreed in January",
            "mia publishing revision 2 as planned",
            "mia published revision 2 as planned");
    assertThat(editing.view(mia).version()).as("another draft").isEqualTo(new Version(2, 0));
    assertThat(governance(book, programme).revisions(ada))
        .as("after a restart")
        .isEqualTo(governance.revisions(ada));
  }

  @Test
  void whoever_wrote_or_submitted_a_part_cannot_approve_it_and_the_page_says_so() {
    goldFrom(max, "140");
    String digest = submitted("150");
    String sentence = refused(governance.approve(max, digest, ""), "author-cannot-approve");
    assertThat(sentence)
        .isEqualTo(
            """
            Draft 1 was not approved: its author (max) tried to approve it.
            One person alone must not be able to change what members earn.
            Ask someone else with the role reviewer to approve it.\
            """);
    ReviewPage page = governance.reviewPage(max, ENGLISH);
    assertThat(page.mayApprove()).isFalse();
    assertThat(page.whyNotApprove().orElseThrow().sentence()).isEqualTo(sentence);
    done(governance.sendBack(rita, digest, "later"));
    DraftView view = editing.view(max);
    done(governance.submit(max, view.version(), digest, ""));
    refused(governance.approve(max, digest, ""), "author-cannot-approve");
    done(governance.approve(rita, digest, ""));
  }

  @Test
  void whoever_took_back_all_they_wrote_is_no_author() {
    goldFrom(max, "140");
    editing.undo(max);
    String digest = submitted("150");
    done(governance.approve(max, digest, ""));
  }

  @Test
  void exactly_what_was_read_is_approved_and_published() {
    String digest = submitted("150");
    refused(governance.approve(rita, "another", ""), "another-digest");
    refused(governance.sendBack(rita, "another", "why"), "another-digest");
    refused(governance.publish(mia, digest, Optional.empty(), ""), "not-approved");
    done(governance.approve(rita, digest, ""));
    refused(governance.publish(mia, "another", Optional.empty(), ""), "another-digest");
    refused(governance.approve(rita, digest, ""), "not-in-review");
  }

  @Test
  void a_draft_is_submitted_only_as_it_was_seen_without_fault_and_with_a_change() {
    DraftView untouched = editing.view(mia);
    refused(
        governance.submit(mia, untouched.version(), untouched.digest().orElseThrow(), ""),
        "nothing-changed");
    DraftView seen = goldFrom(mia, "150");
    goldFrom(max, "160");
    refused(
        governance.submit(mia, seen.version(), seen.digest().orElseThrow(), ""), "changed-since");
    edit(mia, new Edit.Set("programme/zone", Tree.text("Atlantis")));
    DraftView faulty = editing.view(mia);
    assertThat(refused(governance.submit(mia, faulty.version(), "", ""), "faulty"))
        .contains("it has a fault");
    assertThat(governance.draftPage(mia, ENGLISH).maySubmit()).isFalse();
  }

  @Test
  void what_is_in_review_is_not_edited_and_comes_back_by_withdrawing_or_sending_back() {
    String digest = submitted("150");
    EditResult late =
        editing.edit(max, editing.view(max).version(), "x", List.of(Edits.threshold(ENTRY, "9")));
    assertThat(late).isInstanceOf(EditResult.Refused.class);
    DraftView view = editing.view(mia);
    done(governance.submit(mia, new Version(1, 1), digest, "again"));
    assertThat(acts()).as("asked twice").hasSize(2);
    done(governance.withdraw(mia, "a slip"));
    goldFrom(max, "155");
    refused(governance.withdraw(mia, ""), "not-in-review");
    DraftView edited = editing.view(mia);
    String other = edited.digest().orElseThrow();
    done(governance.submit(mia, edited.version(), other, ""));
    refused(governance.sendBack(rita, other, " "), "no-reason");
    done(governance.sendBack(rita, other, "too low"));
    goldFrom(mia, "200");
    assertThat(acts()).contains("mia withdrawn draft 1 a slip", "rita sent-back draft 1 too low");
    assertThat(view.isSealed()).isTrue();
  }

  @Test
  void what_was_approved_may_still_be_withdrawn_or_sent_back() {
    String digest = submitted("150");
    done(governance.approve(rita, digest, ""));
    assertThat(governance.draftPage(mia, ENGLISH).mayWithdraw()).isTrue();
    done(governance.sendBack(rita, digest, "I overlooked something"));
    assertThat(governance.stage(ada)).isEqualTo(new Stage.Editing());
    assertThat(governance.draftPage(mia, ENGLISH).mayWithdraw()).isFalse();
  }

  @Test
  void a_revision_is_published_at_an_instant_and_may_be_cancelled_until_then() {
    String digest = submitted("150");
    done(governance.approve(rita, digest, ""));
    Instant spring = Instant.parse("2026-03-01T00:00:00Z");
    refused(governance.publish(mia, digest, Optional.of(NOON), ""), "not-in-future");
    done(governance.publish(mia, digest, Optional.of(spring), ""));
    assertThat(published.latest().inForceSince()).isEqualTo(spring);
    assertThat(editing.view(mia).baseRevision()).as("the next draft builds on it").isEqualTo(2);
    String next = submitted("170");
    done(governance.approve(rita, next, ""));
    assertThat(refused(governance.publish(mia, next, Optional.empty(), ""), "before-scheduled"))
        .contains("revision 2 takes force at " + spring);
    refused(governance.cancel(mia, 2, " "), "no-reason");
    refused(governance.cancel(mia, 9, "why"), "no-such-revision");
    done(governance.cancel(mia, 2, "the shop moves"));
    refused(governance.cancel(mia, 2, "again"), "no-such-revision");
    assertThat(published.latest().number()).isOne();
    assertThat(governance.revisions(ada).get(1).cancelled().orElseThrow())
        .isEqualTo(new RevisionRecord.Cancellation("mia", NOON, "the shop moves"));
    refused(governance.publish(mia, next, Optional.empty(), ""), "base-outdated");
    done(governance.withdraw(mia, "the base is gone"));
    editing.rebase(mia, Optional.of(LogEntry.Side.DRAFT));
    DraftView rebased = editing.view(mia);
    String third = rebased.digest().orElseThrow();
    done(governance.submit(mia, rebased.version(), third, ""));
    done(governance.approve(rita, third, ""));
    done(governance.publish(mia, third, Optional.empty(), ""));
    assertThat(published.latest().number()).as("no number is given twice").isEqualTo(3);
    now = spring;
    refused(governance.cancel(mia, 3, "too late"), "in-force");
  }

  @Test
  void a_revision_on_which_another_builds_is_not_cancelled_alone() {
    Instant spring = Instant.parse("2026-03-01T00:00:00Z");
    String first = submitted("150");
    done(governance.approve(rita, first, ""));
    done(governance.publish(mia, first, Optional.of(spring), ""));
    String second = submitted("170");
    done(governance.approve(rita, second, ""));
    done(governance.publish(mia, second, Optional.of(spring.plusSeconds(1)), ""));
    assertThat(refused(governance.cancel(mia, 2, "why"), "not-latest")).contains("revision 3");
    done(governance.cancel(mia, 3, "why"));
    done(governance.cancel(mia, 2, "why"));
  }

  @Test
  void what_the_programme_cannot_publish_stays_approved_and_says_why() {
    String digest = submitted("150");
    done(governance.approve(rita, digest, ""));
    programme.refusal =
        Optional.of(new Publishing.Outcome.Refused("not-evaluated", "It uses challenges."));
    assertThat(refused(governance.publish(mia, digest, Optional.empty(), ""), "not-evaluated"))
        .isEqualTo("It uses challenges.");
    assertThat(governance.stage(ada)).isInstanceOf(Stage.Approved.class);
    assertThat(acts()).last().isEqualTo("mia publishing-refused revision 2 It uses challenges.");
    programme.refusal = Optional.empty();
    done(governance.publish(mia, digest, Optional.empty(), ""));
    programme.refusal =
        Optional.of(new Publishing.Outcome.Refused("in-force", "It took force just now."));
    refused(governance.cancel(mia, 2, "why"), "in-force");
    assertThat(governance.revisions(ada).getLast().cancelled()).isEmpty();
  }

  @Test
  void what_was_begun_when_a_process_died_is_ended_by_the_next_and_published_once() {
    for (boolean before : List.of(true, false)) {
      String digest = submitted(before ? "150" : "160");
      done(governance.approve(rita, digest, ""));
      Publishing dying =
          new Publishing() {
            @Override
            public Outcome publish(int number, PackResult.Read pack, Optional<Instant> at) {
              if (!before) programme.publish(number, pack, at);
              throw new IllegalStateException("dead");
            }

            @Override
            public Outcome cancel(int number) {
              throw new AssertionError();
            }
          };
      assertThatThrownBy(
              () -> governance(book, dying).publish(mia, digest, Optional.empty(), "spring"))
          .hasMessage("dead");
      governance = governance(book, programme);
      governance.settle();
      RevisionRecord revision = governance.revisions(ada).getLast();
      assertThat(revision.digest()).isEqualTo(digest);
      assertThat(((Origin.Reviewed) revision.origin()).by()).isEqualTo("mia");
      assertThat(governance.stage(ada)).isEqualTo(new Stage.Editing());
      assertThat(editing.view(mia).isSealed()).isFalse();
      now = now.plusSeconds(60);
    }
    assertThat(governance.revisions(ada))
        .extracting(RevisionRecord::number)
        .containsExactly(1, 2, 3);
  }

  @Test
  void a_draft_that_was_sealed_when_the_process_died_is_submitted_again_or_opened() {
    DraftView view = goldFrom(mia, "150");
    String digest = view.digest().orElseThrow();
    editing.seal(mia, view.version(), digest);
    DraftPage page = governance.draftPage(mia, ENGLISH);
    assertThat(page.maySubmit()).isTrue();
    assertThat(page.mayWithdraw()).isTrue();
    assertThat(page.mayEdit()).isFalse();
    done(governance.withdraw(mia, ""));
    assertThat(editing.view(mia).mayEdit()).isTrue();
    DraftView again = editing.view(mia);
    editing.seal(mia, again.version(), digest);
    done(governance.submit(mia, again.version(), digest, ""));
    done(governance.approve(rita, digest, ""));
  }

  @Test
  void of_many_who_act_at_once_one_does_it() throws Exception {
    String digest = submitted("150");
    Governance other = governance(book, programme);
    Callable<GovernanceResult> approve = () -> governance.approve(rita, digest, "");
    Callable<GovernanceResult> back = () -> other.sendBack(rita, digest, "no");
    Callable<GovernanceResult> withdraw = () -> other.withdraw(mia, "no");
    try (var threads = Executors.newFixedThreadPool(3)) {
      List<GovernanceResult> results = new ArrayList<>();
      for (var one : threads.invokeAll(List.of(approve, back, withdraw))) results.add(one.get());
      assertThat(results).anyMatch(GovernanceResult.Done.class::isInstance);
    }
    assertThat(governance.verifyHistory(ada, Head.EMPTY)).isInstanceOf(Verification.Whole.class);
    assertThat(governance.stage(ada)).isEqualTo(other.stage(ada));
    if (governance.stage(ada) instanceof Stage.Editing) return;
    Callable<GovernanceResult> publish =
        () -> governance.publish(mia, digest, Optional.empty(), "");
    Callable<GovernanceResult> publishToo = () -> other.publish(rita, digest, Optional.empty(), "");
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var one : threads.invokeAll(List.of(publish, publishToo))) one.get();
    }
    assertThat(governance.revisions(ada)).hasSize(2);
  }

  @Test
  void pages_say_what_changed_before_and_after() {
    edit(mia, new Edit.Set("ladders/status/tiers/Gold/title", Tree.text("Oro")));
    DraftView view = goldFrom(mia, "150");
    DraftPage page = governance.draftPage(mia, ENGLISH);
    assertThat(page.latestRevision()).isOne();
    assertThat(page.maySubmit()).isTrue();
    assertThat(page.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.kind()).isEqualTo("changed");
          assertThat(change.construct()).isEqualTo(Construct.TIER);
          assertThat(change.title()).isEqualTo("Oro");
          assertThat(String.join(" ", change.before())).contains("€100.00");
          assertThat(String.join(" ", change.after())).contains("€150.00");
          assertThat(change.words()).hasSize(2);
        });
    String digest = view.digest().orElseThrow();
    done(governance.submit(mia, view.version(), digest, "spring"));
    ReviewPage review = governance.reviewPage(rita, ENGLISH);
    assertThat(review.submission().orElseThrow().digest()).isEqualTo(digest);
    assertThat(review.changes()).isEqualTo(page.changes());
    assertThat(review.mayApprove()).isTrue();
    assertThat(review.maySendBack()).isTrue();
    assertThat(review.mayPublish()).isFalse();
    assertThat(governance.reviewPage(ada, ENGLISH).whyNotApprove().orElseThrow().code())
        .isEqualTo("not-permitted");
    done(governance.approve(rita, digest, "good"));
    assertThat(governance.reviewPage(mia, ENGLISH).mayPublish()).isTrue();
    assertThat(governance.reviewPage(mia, ENGLISH).approval().orElseThrow().note())
        .isEqualTo("good");
  }

  @Test
  void revisions_are_read_compared_and_taken_away() {
    String first = published.latest().digest();
    String second = submitted("150");
    done(governance.approve(rita, second, ""));
    done(governance.publish(mia, second, Optional.empty(), ""));
    assertThat(governance.revision(ada, first).pack()).isEqualTo(TestPacks.cafe());
    assertThat(governance.export(ada, second).digest()).isEqualTo(second);
    assertThat(governance.compare(ada, first, second, ENGLISH)).hasSize(1);
    assertThat(governance.compare(ada, second, second, ENGLISH)).isEmpty();
    assertThat(governance.exportDraft(ada).orElseThrow().digest()).isEqualTo(second);
    assertThatThrownBy(() -> governance.revision(ada, "unknown"))
        .isInstanceOf(IllegalArgumentException.class);
    editing.restore(mia, first, "Back to revision 1");
    assertThat(editing.view(mia).digest()).contains(first);
  }

  @Test
  void only_who_may_acts_and_reads() {
    Actor nobody = new Actor("nobody", Set.of());
    Version seen = new Version(1, 0);
    Optional<Instant> atOnce = Optional.empty();
    forbidden(() -> governance.submit(rita, seen, "d", ""), Permission.SUBMIT);
    forbidden(() -> governance.withdraw(rita, ""), Permission.SUBMIT);
    forbidden(() -> governance.sendBack(mia, "d", "why"), Permission.APPROVE);
    forbidden(() -> governance.approve(mia, "d", ""), Permission.APPROVE);
    forbidden(() -> governance.approve(Actor.operator(), "d", ""), Permission.APPROVE);
    forbidden(() -> governance.publish(ada, "d", atOnce, ""), Permission.PUBLISH);
    forbidden(() -> governance.cancel(ada, 1, "why"), Permission.PUBLISH);
    forbidden(() -> governance.stage(nobody), Permission.READ_PROGRAMME);
    forbidden(() -> governance.draftPage(nobody, ENGLISH), Permission.READ_PROGRAMME);
    forbidden(() -> governance.reviewPage(nobody, ENGLISH), Permission.READ_PROGRAMME);
    forbidden(() -> governance.revisions(nobody), Permission.READ_PROGRAMME);
    forbidden(() -> governance.revision(nobody, "d"), Permission.READ_PROGRAMME);
    forbidden(() -> governance.compare(nobody, "d", "e", ENGLISH), Permission.READ_PROGRAMME);
    Actor support = new Actor("sue", Set.of(Role.SUPPORT));
    forbidden(() -> governance.export(support, "d"), Permission.EXPORT_PACK);
    forbidden(() -> governance.exportDraft(support), Permission.EXPORT_PACK);
    forbidden(() -> governance.history(support, 0, 1), Permission.READ_HISTORY);
    forbidden(() -> governance.verifyHistory(support, Head.EMPTY), Permission.READ_HISTORY);
  }

  private static void forbidden(ThrowingCallable asked, Permission permission) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            NotPermittedException.class,
            refused -> assertThat(refused.permission()).isEqualTo(permission));
  }
}
