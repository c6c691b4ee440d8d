package dev.laurel.engine.scenario;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.draft.Clash;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.draft.Version;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of the draft: run, and added to by keeping what was tried. Thread-safe. All methods
 * may throw {@link dev.laurel.engine.recording.StoreUnavailableException} and {@link
 * dev.laurel.engine.access.NotPermittedException}.
 */
public final class DraftScenarios {
  /** A title or a reason is not longer, in UTF-16 code units. */
  public static final int LONGEST_TEXT = 300;

  private static final int LONGEST_ID = 40;
  private static final String FIRST_ID = "case";

  private final Drafts drafts;

  /** What was run last: running is the same each time, and several look at one draft. */
  private volatile @Nullable Known known;

  private record Known(String digest, List<ScenarioResult> results) {}

  public DraftScenarios(Drafts drafts) {
    this.drafts = drafts;
  }

  /** Runs the scenarios of the draft as it is now. */
  public ScenarioRun run(Actor actor) {
    actor.require(Permission.READ_PROGRAMME);
    DraftView draft = drafts.view(actor);
    if (draft.pack().isEmpty() || draft.digest().isEmpty())
      return new ScenarioRun.NotRun(faulty("The scenarios were not run"));
    return new ScenarioRun.Ran(results(draft.pack().get(), draft.digest().get()));
  }

  private List<ScenarioResult> results(Pack pack, String digest) {
    Known before = known;
    if (before != null && before.digest().equals(digest)) return before.results();
    List<ScenarioResult> results = Scenarios.run(pack, digest);
    known = new Known(digest, results);
    return results;
  }

  /**
   * Keeps a case as a scenario of the draft, with what comes of it by the draft's rules as what is
   * expected from now on.
   *
   * @param seen the version that whoever keeps it has seen
   * @param language of title and reason
   * @param because why it must be so; may be empty
   */
  public Keeping keep(
      Actor actor, Version seen, TriedCase tried, String language, String title, String because) {
    actor.require(Permission.EDIT_DRAFT);
    if (title.isBlank() || Math.max(title.length(), because.length()) > LONGEST_TEXT)
      return refused(
          "no-title",
          "Nothing was kept: a name of 1 to %d characters is asked for. Say what the case shows."
              .formatted(LONGEST_TEXT));
    DraftView draft = drafts.view(actor);
    if (draft.pack().isEmpty() || draft.digest().isEmpty())
      return new Keeping.Refused(faulty("Nothing was kept"));
    Pack pack = draft.pack().get();
    List<String> notEvaluated = Revision.notEvaluated(pack);
    if (!notEvaluated.isEmpty())
      return refused(
          "not-evaluated",
          "Nothing was kept: the draft uses what is not evaluated yet (%s), so nothing can be expected of it."
              .formatted(String.join(", ", notEvaluated)));
    Scenario.Step step =
        new Scenario.Step(tried.at(), Optional.of(tried.purchase()), Optional.empty());
    Scenario asked =
        new Scenario(
            Edits.freshId(draft.tree(), id(title)),
            text(language, title),
            Optional.of(because.strip())
                .filter(why -> !why.isEmpty())
                .map(why -> text(language, why)),
            List.of(),
            tried.who(),
            List.of(step));
    return keep(actor, seen, draft, pack, asked);
  }

  private Keeping keep(Actor actor, Version seen, DraftView draft, Pack pack, Scenario asked) {
    // Checked before it is run, since what is at fault cannot be run.
    Optional<Keeping> wrong = wrong(with(pack, asked));
    if (wrong.isPresent()) return wrong.get();
    Revision revision = Revision.of(pack, draft.digest().orElseThrow());
    Scenario.Step step = asked.steps().getFirst();
    Scenario kept =
        new Scenario(
            asked.id(),
            asked.title(),
            asked.because(),
            List.of(),
            asked.member(),
            List.of(
                new Scenario.Step(
                    step.at(),
                    step.event(),
                    Optional.of(Observed.of(revision, Scenarios.cameOf(revision, asked))))));
    Pack after = with(pack, kept);
    Optional<Keeping> unsayable = wrong(after);
    if (unsayable.isPresent()) return unsayable.get();
    String place = "scenarios/" + kept.id();
    Tree tree = Trees.at(PackTree.of(after), place).orElseThrow();
    Edit edit = new Edit.Add(place, tree, Optional.empty());
    return switch (drafts.edit(actor, seen, kept.title().in(Text.FIRST_LANGUAGE), List.of(edit))) {
      case EditResult.Saved(var saved) -> new Keeping.Kept(kept, saved);
      case EditResult.Refused(var refusal) -> new Keeping.Refused(refusal);
      case EditResult.Conflict(var clashes) -> clash(clashes.getFirst());
    };
  }

  private static Keeping clash(Clash clash) {
    return refused(
        "changed-since",
        "Nothing was kept: %s changed the same since you looked (%s). Keep it again."
            .formatted(clash.by(), clash.step()));
  }

  private static Optional<Keeping> wrong(Pack pack) {
    return switch (PackTree.check(PackTree.of(pack))) {
      case PackResult.Read _ -> Optional.empty();
      case PackResult.Refused(var faults) ->
          Optional.of(
              refused(
                  "not-a-scenario",
                  "Nothing was kept: a scenario of the draft cannot say this. %s %s"
                      .formatted(faults.getFirst().message(), faults.getFirst().remedy())));
    };
  }

  private static Pack with(Pack pack, Scenario one) {
    return new Pack(
        pack.pack(),
        pack.programme(),
        pack.vocabulary(),
        pack.ladders(),
        pack.earning(),
        pack.tables(),
        pack.challenges(),
        pack.campaigns(),
        pack.segments(),
        pack.benefits(),
        pack.messages(),
        pack.offers(),
        Stream.concat(pack.scenarios().stream(), Stream.of(one)).toList());
  }

  private static Text text(String language, String words) {
    // English stands in for every language that is missing, so the words stand there too.
    Map<String, String> all = new TreeMap<>(Map.of(language, words.strip()));
    all.putIfAbsent(Text.FIRST_LANGUAGE, words.strip());
    return new Text(new TreeMap<>(all));
  }

  /** An id made of the title's Latin letters and digits, for whoever reads the pack as files. */
  private static String id(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+|-+$", "");
    String cut = plain.substring(0, Math.min(LONGEST_ID, plain.length())).replaceAll("-+$", "");
    return cut.isEmpty() ? FIRST_ID : cut;
  }

  private static Refusal faulty(String what) {
    return new Refusal("faulty", what + ": the draft has faults. Mend them first.");
  }

  private static Keeping refused(String code, String sentence) {
    return new Keeping.Refused(new Refusal(code, sentence));
  }
}
