package dev.laurel.engine.finder;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.editing.PartPages;
import dev.laurel.engine.editing.RulePages;
import dev.laurel.engine.finder.Asked.Fit;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.ProgrammeView;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Speaker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds things by a few words. Thread-safe. May throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException} and {@link
 * dev.laurel.engine.access.NotPermittedException}.
 */
public final class Finder {
  /** So many of each kind are found at most. */
  public static final int MOST_OF_A_KIND = 5;

  private final Operation operation;
  private final Drafts drafts;
  private final Governance governance;

  public Finder(Operation operation, Drafts drafts, Governance governance) {
    this.operation = operation;
    this.drafts = drafts;
    this.governance = governance;
  }

  /** Something that may be told, and how well it fits. */
  private record Candidate(Fit fit, Found found) {}

  /**
   * What fits all the words: kind after kind, of each what fits best first.
   *
   * @param speaker in whose language things are named and said
   * @return nothing for no words
   */
  public List<Found> find(Actor actor, String text, Speaker speaker) {
    Asked asked = Asked.of(text);
    DraftView draft = drafts.view(actor);
    if (asked.words().isEmpty()) return List.of();
    Pack live = operation.programme().revision().pack();
    Pack named = draft.pack().orElse(live);
    List<Found> found = new ArrayList<>();
    found.addAll(best(tiers(asked, named, speaker)));
    found.addAll(best(earning(asked, draft, live, speaker)));
    found.addAll(best(campaigns(asked, draft, live, speaker)));
    for (Found.Part.Kind kind : Found.Part.Kind.values())
      found.addAll(best(parts(asked, kind, page(kind, draft, live), speaker)));
    for (var member : operation.insight().search(actor, text, MOST_OF_A_KIND))
      found.add(new Found.Member(member));
    found.addAll(best(revisions(asked, governance.revisions(actor))));
    return found;
  }

  private static List<Found> best(Stream<Candidate> candidates) {
    return candidates
        .filter(each -> each.fit() != Fit.NOT)
        .sorted(Comparator.comparing(Candidate::fit))
        .limit(MOST_OF_A_KIND)
        .map(Candidate::found)
        .toList();
  }

  private static Stream<Candidate> tiers(Asked asked, Pack pack, Speaker speaker) {
    List<Candidate> all = new ArrayList<>();
    for (Ladder ladder : pack.ladders())
      for (int rung = 0; rung < ladder.tiers().size(); rung++) {
        Ladder.Tier tier = ladder.tiers().get(rung);
        String title = tier.title().in(speaker.language());
        String beside = ladder.title().in(speaker.language());
        all.add(
            new Candidate(
                asked.fit(title, beside),
                new Found.Tier(ladder.id(), tier.id(), rung + 1, title, beside)));
      }
    return all.stream();
  }

  private LocalDate today() {
    ProgrammeView programme = operation.programme();
    return programme.now().atZone(programme.revision().zone()).toLocalDate();
  }

  private Stream<Candidate> earning(Asked asked, DraftView draft, Pack live, Speaker speaker) {
    RulePages.Earning page = RulePages.earning(draft, live, today());
    List<Candidate> all = new ArrayList<>();
    for (RulePages.Group group : page.groups()) {
      String beside = title(group.passage(), speaker);
      for (RulePages.Rule rule : group.rules()) {
        String title = title(rule.passage(), speaker);
        all.add(
            new Candidate(
                asked.fit(title, beside + " " + said(rule.passage(), speaker)),
                new Found.Rule(rule.place(), title, beside)));
      }
    }
    for (RulePages.Table table : page.tables()) {
      String title = table.table().title().in(speaker.language());
      all.add(new Candidate(asked.fit(title, ""), new Found.Table(table.place(), title)));
    }
    return all.stream();
  }

  private Stream<Candidate> campaigns(Asked asked, DraftView draft, Pack live, Speaker speaker) {
    List<Candidate> all = new ArrayList<>();
    for (RulePages.CampaignCard card : RulePages.campaigns(draft, live, today()).campaigns())
      all.add(campaign(asked, card, speaker));
    return all.stream();
  }

  private static Candidate campaign(Asked asked, RulePages.CampaignCard card, Speaker speaker) {
    String title = title(card.of().passage(), speaker);
    String place = card.of().place();
    Fit fit = asked.fit(title, said(card.of().passage(), speaker));
    if (fit != Fit.NOT) return new Candidate(fit, new Found.Campaign(place, title, ""));
    for (RulePages.Rule rule : card.rules()) {
      String beside = title(rule.passage(), speaker);
      if (asked.fit(title + " " + beside, said(rule.passage(), speaker)) != Fit.NOT)
        return new Candidate(
            Fit.SAID, new Found.Campaign(place, title, beside.equals(title) ? "" : beside));
    }
    return new Candidate(Fit.NOT, new Found.Campaign(place, title, ""));
  }

  private PartPages.Page page(Found.Part.Kind kind, DraftView draft, Pack live) {
    return switch (kind) {
      case CHALLENGE -> PartPages.challenges(draft, live, today());
      case SEGMENT -> PartPages.segments(draft, live, today());
      case BENEFIT -> PartPages.benefits(draft, live, today());
      case MESSAGE -> PartPages.messages(draft, live, today());
    };
  }

  private static Stream<Candidate> parts(
      Asked asked, Found.Part.Kind kind, PartPages.Page page, Speaker speaker) {
    return page.parts().stream()
        .map(part -> {
          String title = title(part.passage(), speaker);
          return new Candidate(
              asked.fit(title, said(part.passage(), speaker)),
              new Found.Part(kind, part.place(), title));
        });
  }

  private static Stream<Candidate> revisions(Asked asked, List<RevisionRecord> all) {
    return all.reversed().stream()
        .map(each ->
            new Candidate(
                asked.fit(String.valueOf(each.number()), said(each)), new Found.Revision(each)));
  }

  /** Who had a part in it, and what they said of it. */
  private static String said(RevisionRecord record) {
    return switch (record.origin()) {
      case RevisionRecord.Origin.SetUp _ -> "";
      case RevisionRecord.Origin.Reviewed reviewed ->
          String.join(
              " ",
              String.join(" ", reviewed.submission().authors()),
              reviewed.submission().note(),
              reviewed.approval().by(),
              reviewed.by(),
              reviewed.why());
    };
  }

  private static String title(Passage passage, Speaker speaker) {
    return passage.title() instanceof Phrase.Named named
        ? named.title().in(speaker.language())
        : speaker.say(new Sentence("", passage.title()));
  }

  private static String said(Passage passage, Speaker speaker) {
    return passage.sentences().stream().map(speaker::say).collect(Collectors.joining(" "));
  }
}
