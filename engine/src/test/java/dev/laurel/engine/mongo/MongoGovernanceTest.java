package dev.laurel.engine.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.TestPacks;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.draft.MemoryPublished;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.GovernanceResult;
import dev.laurel.engine.governance.Publishing;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.Verification;
import dev.laurel.rules.pack.PackResult;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft goes its whole way over a store that is closed and opened after each step. */
class MongoGovernanceTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
  private static final Actor MIA = new Actor("mia", Set.of(Role.MARKETER));
  private static final Actor RITA = new Actor("rita", Set.of(Role.REVIEWER));

  @TempDir private Path directory;
  private final MemoryPublished published = new MemoryPublished();

  private interface Act {
    void on(Drafts drafts, Governance governance);
  }

  private void opened(Act act) throws Exception {
    try (OnEmbeddedServer server = new OnEmbeddedServer(directory)) {
      MongoDatabases databases = server.databases();
      Drafts drafts = new Drafts(databases.drafts(), published, CLOCK);
      act.on(
          drafts,
          new Governance(
              databases.programmeHistory(), drafts, published, new Appending(published), CLOCK));
    }
  }

  private record Appending(MemoryPublished published) implements Publishing {
    @Override
    public Outcome publish(int number, PackResult.Read pack, Optional<Instant> at) {
      published.publish(number, CLOCK.instant(), pack);
      return new Outcome.Accepted(number, CLOCK.instant());
    }

    @Override
    public Outcome cancel(int number) {
      throw new AssertionError("Nobody cancels.");
    }
  }

  @Test
  void a_draft_is_edited_submitted_approved_and_published() throws Exception {
    published.publish(1, CLOCK.instant(), TestPacks.read(TestPacks.CAFE));
    opened((drafts, _) -> {
      EditResult edited =
          drafts.edit(
              MIA,
              drafts.view(MIA).version(),
              "Gold from 150",
              List.of(Edits.threshold("ladders/status/tiers/Gold/entry", "150")));
      assertThat(edited).isInstanceOf(EditResult.Saved.class);
    });
    opened((drafts, _) -> {
      assertThat(drafts.undo(MIA)).isInstanceOf(EditResult.Saved.class);
      assertThat(drafts.redo(MIA)).isInstanceOf(EditResult.Saved.class);
    });
    opened((drafts, governance) -> {
      DraftView view = drafts.view(MIA);
      done(governance.submit(MIA, view.version(), view.digest().orElseThrow(), "spring"));
    });
    opened((drafts, governance) ->
        done(governance.approve(RITA, drafts.view(RITA).digest().orElseThrow(), "good")));
    opened((drafts, governance) ->
        done(
            governance.publish(
                MIA, drafts.view(MIA).digest().orElseThrow(), Optional.empty(), "planned")));
    opened((drafts, governance) -> {
      assertThat(drafts.view(MIA).version().draft()).isEqualTo(2);
      assertThat(governance.revisions(RITA))
          .extracting(RevisionRecord::number)
          .containsExactly(1, 2);
      assertThat(governance.verifyHistory(RITA, Head.EMPTY)).isInstanceOf(Verification.Whole.class);
    });
  }

  private static void done(GovernanceResult result) {
    assertThat(result).isInstanceOf(GovernanceResult.Done.class);
  }
}
