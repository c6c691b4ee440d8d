package dev.laurel.engine.editing;

import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.editing.RulePages.Fate;
import dev.laurel.engine.editing.RulePages.Seen;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.sentence.Passage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What pages show of a draft's segments, benefits, challenges, messages and offers. Stateless and
 * thread-safe; who may look was asked when the draft was.
 */
public final class PartPages {
  private PartPages() {}

  /**
   * One of them.
   *
   * @param passage its title and its sentences; their words are those of the draft
   * @param faults of the pack that lie within it
   */
  public record Part(String id, String place, Passage passage, Fate fate, List<Fault> faults) {
    public Part {
      faults = List.copyOf(faults);
    }
  }

  /**
   * What a page shows.
   *
   * @param elsewhere faults that lie in nothing that the page shows
   */
  public record Page(List<Part> parts, List<Fault> elsewhere) {
    public Page {
      parts = List.copyOf(parts);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /**
   * The segments, in the order of the pack.
   *
   * @param live the revision in force
   * @param today in the programme's zone
   */
  public static Page segments(DraftView draft, Pack live, LocalDate today) {
    Optional<Pack> pack = Sayable.of(draft).pack();
    if (pack.isEmpty()) return new Page(List.of(), draft.faults());
    Seen seen = RulePages.seen(draft, pack.get(), live, today);
    List<Part> parts = new ArrayList<>();
    for (Segment segment : pack.get().segments()) {
      String place = "segments/" + segment.id();
      parts.add(part(seen, segment.id(), place, seen.sentences().segment(place, segment)));
    }
    return page(draft, parts);
  }

  /** The benefits; parameters as for {@link #segments}. */
  public static Page benefits(DraftView draft, Pack live, LocalDate today) {
    Optional<Pack> pack = Sayable.of(draft).pack();
    if (pack.isEmpty()) return new Page(List.of(), draft.faults());
    Seen seen = RulePages.seen(draft, pack.get(), live, today);
    List<Part> parts = new ArrayList<>();
    for (Benefit benefit : pack.get().benefits()) {
      String place = "benefits/" + benefit.id();
      parts.add(part(seen, benefit.id(), place, seen.sentences().benefit(place, benefit)));
    }
    return page(draft, parts);
  }

  /** The challenges; parameters as for {@link #segments}. */
  public static Page challenges(DraftView draft, Pack live, LocalDate today) {
    Optional<Pack> pack = Sayable.of(draft).pack();
    if (pack.isEmpty()) return new Page(List.of(), draft.faults());
    Seen seen = RulePages.seen(draft, pack.get(), live, today);
    List<Part> parts = new ArrayList<>();
    for (Challenge challenge : pack.get().challenges()) {
      String place = "challenges/" + challenge.id();
      parts.add(part(seen, challenge.id(), place, seen.sentences().challenge(place, challenge)));
    }
    return page(draft, parts);
  }

  /** The messages, then the sets of offers; parameters as for {@link #segments}. */
  public static Page messages(DraftView draft, Pack live, LocalDate today) {
    Optional<Pack> pack = Sayable.of(draft).pack();
    if (pack.isEmpty()) return new Page(List.of(), draft.faults());
    Seen seen = RulePages.seen(draft, pack.get(), live, today);
    List<Part> parts = new ArrayList<>();
    for (Message message : pack.get().messages()) {
      String place = "messages/" + message.id();
      parts.add(part(seen, message.id(), place, seen.sentences().message(place, message)));
    }
    for (OfferSet offers : pack.get().offers()) {
      String place = "offers/" + offers.id();
      parts.add(part(seen, offers.id(), place, seen.sentences().offers(place, offers)));
    }
    return page(draft, parts);
  }

  /** What sends a message or makes an offer: the titles of rules, challenges and tiers. */
  public static List<Text> users(Pack pack, Part part) {
    Predicate<Outcome> uses =
        outcome ->
            switch (outcome) {
              case Outcome.Send(var message) -> part.place().equals("messages/" + message);
              case Outcome.Offer(var set) -> part.place().equals("offers/" + set);
              case Outcome.Points _,
                  Outcome.PerAmount _,
                  Outcome.PerUnit _,
                  Outcome.ByTable _,
                  Outcome.Multiply _,
                  Outcome.MultiplyByTable _,
                  Outcome.GrantTier _,
                  Outcome.Count _,
                  Outcome.Entitle _ ->
                  false;
            };
    List<Text> users = new ArrayList<>();
    Things.rules(pack)
        .filter(rule -> rule.then().stream().anyMatch(uses))
        .forEach(rule -> users.add(rule.title()));
    for (OfferSet set : pack.offers())
      for (OfferSet.Offer offer : set.of())
        if (offer.then().stream().anyMatch(uses)) users.add(offer.title());
    for (Challenge challenge : pack.challenges())
      if (challenge.steps().stream().flatMap(step -> step.then().stream()).anyMatch(uses))
        users.add(challenge.title());
    for (Ladder ladder : pack.ladders()) {
      if (given(ladder.milestones()).anyMatch(uses)) users.add(ladder.title());
      for (Ladder.Tier tier : ladder.tiers())
        if (given(tier).anyMatch(uses)
            || tier.warnings().stream()
                .anyMatch(each -> part.place().equals("messages/" + each.message())))
          users.add(tier.title());
    }
    return List.copyOf(users);
  }

  private static Stream<Outcome> given(Ladder.Tier tier) {
    return Stream.of(tier.onUpgrade().stream(), tier.onRenewal().stream(), given(tier.milestones()))
        .flatMap(each -> each);
  }

  private static Stream<Outcome> given(List<Ladder.Milestone> milestones) {
    return milestones.stream().flatMap(milestone -> milestone.then().stream());
  }

  private static Part part(Seen seen, String id, String place, Passage passage) {
    return new Part(id, place, passage, seen.fate(place), seen.faults(place));
  }

  private static Page page(DraftView draft, List<Part> parts) {
    return new Page(parts, RulePages.elsewhere(draft, parts.stream().map(Part::faults)));
  }
}
