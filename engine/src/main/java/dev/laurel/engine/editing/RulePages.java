package dev.laurel.engine.editing;

import dev.laurel.engine.draft.DraftView;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What pages show of a draft's rules, rate tables and campaigns. Stateless and thread-safe; who may
 * look was asked when the draft was.
 */
public final class RulePages {
  private RulePages() {}

  /** What became of something since the revision in force. */
  public enum Fate {
    SAME,
    CHANGED,
    NEW
  }

  /** Whether something would apply today, by its switch and its days. */
  public enum State {
    RUNNING,
    /** Its first day is to come. */
    SCHEDULED,
    /** Its last day has passed. */
    ENDED,
    /** Switched off. */
    OFF
  }

  /**
   * A rule.
   *
   * @param passage its title and its sentences; their words are those of the draft
   * @param from its first day, where it has one
   * @param to its last day, where it has one
   * @param faults of the pack that lie within it
   */
  public record Rule(
      String place,
      Passage passage,
      Fate fate,
      State state,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      List<Fault> faults) {
    public Rule {
      faults = List.copyOf(faults);
    }

    public boolean isActive() {
      return state != State.OFF;
    }
  }

  /**
   * Rules that meet in one way.
   *
   * @param passage its title and how its rules meet; without the passages of its rules
   * @param faults within the group, but in none of its rules
   */
  public record Group(String place, Passage passage, List<Rule> rules, List<Fault> faults) {
    public Group {
      rules = List.copyOf(rules);
      faults = List.copyOf(faults);
    }
  }

  /** A rate table with its faults. */
  public record Table(String place, RateTable table, Fate fate, List<Fault> faults) {
    public Table {
      faults = List.copyOf(faults);
    }
  }

  /** A campaign; its own sentences stand in {@code of}, those of its rules in {@code rules}. */
  public record CampaignCard(Rule of, Campaign campaign, List<Rule> rules) {
    public CampaignCard {
      rules = List.copyOf(rules);
    }
  }

  /**
   * What a page shows.
   *
   * @param elsewhere faults that lie in nothing that the page shows, those of what cannot be said
   *     first
   */
  public record Earning(List<Group> groups, List<Table> tables, List<Fault> elsewhere) {
    public Earning {
      groups = List.copyOf(groups);
      tables = List.copyOf(tables);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /** The campaigns, in the order of the pack. */
  public record Campaigns(List<CampaignCard> campaigns, List<Fault> elsewhere) {
    public Campaigns {
      campaigns = List.copyOf(campaigns);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /** A draft beside the revision in force, on a day. */
  record Seen(DraftView draft, Pack pack, Sentences sentences, Tree live, LocalDate today) {
    Fate fate(String place) {
      Optional<Tree> before = Trees.at(live, place);
      if (before.isEmpty()) return Fate.NEW;
      return before.equals(Trees.at(draft.tree(), place)) ? Fate.SAME : Fate.CHANGED;
    }

    List<Fault> faults(String place) {
      return draft.faults().stream().filter(fault -> isWithin(fault.place(), place)).toList();
    }

    State state(boolean active, Optional<LocalDate> from, Optional<LocalDate> to) {
      if (!active) return State.OFF;
      if (from.filter(today::isBefore).isPresent()) return State.SCHEDULED;
      return to.filter(today::isAfter).isPresent() ? State.ENDED : State.RUNNING;
    }

    Rule rule(String place, EarningRule rule) {
      Optional<LocalDate> from = rule.inForce().flatMap(EarningRule.Term::from);
      Optional<LocalDate> to = rule.inForce().flatMap(EarningRule.Term::to);
      return new Rule(
          place,
          sentences.rule(place, rule),
          fate(place),
          state(rule.active(), from, to),
          from,
          to,
          faults(place));
    }
  }

  /** Whether a place is another one or lies in it. */
  public static boolean isWithin(String place, String around) {
    return place.equals(around) || place.startsWith(around + "/");
  }

  /**
   * The earning rules and rate tables.
   *
   * @param live the revision in force
   * @param today in the programme's zone
   */
  public static Earning earning(DraftView draft, Pack live, LocalDate today) {
    Optional<Pack> sayable = Sayable.of(draft).pack();
    if (sayable.isEmpty()) return new Earning(List.of(), List.of(), draft.faults());
    Seen seen = seen(draft, sayable.get(), live, today);
    List<Group> groups = new ArrayList<>();
    for (EarningGroup group : sayable.get().earning()) groups.add(group(seen, group));
    List<Table> tables = new ArrayList<>();
    for (RateTable table : sayable.get().tables()) {
      String place = "tables/" + table.id();
      tables.add(new Table(place, table, seen.fate(place), seen.faults(place)));
    }
    Stream<List<Fault>> shown =
        Stream.concat(
            groups.stream()
                .flatMap(group ->
                    Stream.concat(
                        Stream.of(group.faults()), group.rules().stream().map(Rule::faults))),
            tables.stream().map(Table::faults));
    return new Earning(groups, tables, elsewhere(draft, shown));
  }

  static Seen seen(DraftView draft, Pack pack, Pack live, LocalDate today) {
    return new Seen(draft, pack, Sentences.of(pack), PackTree.of(live), today);
  }

  private static Group group(Seen seen, EarningGroup group) {
    String place = "earning/" + group.id();
    List<Rule> rules =
        group.rules().stream().map(rule -> seen.rule(place + "/rules/" + rule.id(), rule)).toList();
    List<Fault> own =
        seen.faults(place).stream()
            .filter(fault -> rules.stream().noneMatch(rule -> rule.faults().contains(fault)))
            .toList();
    Passage whole = seen.sentences().group(place, group);
    Passage alone = new Passage(place, whole.title(), whole.sentences(), List.of());
    return new Group(place, alone, rules, own);
  }

  static List<Fault> elsewhere(DraftView draft, Stream<List<Fault>> shown) {
    Set<Fault> told = shown.flatMap(List::stream).collect(java.util.stream.Collectors.toSet());
    return draft.faults().stream().filter(fault -> !told.contains(fault)).toList();
  }

  /** The campaigns; parameters as for {@link #earning}. */
  public static Campaigns campaigns(DraftView draft, Pack live, LocalDate today) {
    Optional<Pack> sayable = Sayable.of(draft).pack();
    if (sayable.isEmpty()) return new Campaigns(List.of(), draft.faults());
    Seen seen = seen(draft, sayable.get(), live, today);
    List<CampaignCard> cards = new ArrayList<>();
    for (Campaign campaign : sayable.get().campaigns()) cards.add(card(seen, campaign));
    return new Campaigns(cards, elsewhere(draft, cards.stream().map(card -> card.of().faults())));
  }

  /** Its first day; of one that runs in some months only, and not in this one, the next of them. */
  private static Optional<LocalDate> begins(Campaign.Schedule schedule, LocalDate today) {
    LocalDate day = schedule.from().filter(today::isBefore).orElse(today);
    if (schedule.months().isEmpty() || schedule.months().contains(day.getMonthValue()))
      return schedule.from();
    LocalDate next = day.withDayOfMonth(1);
    while (!schedule.months().contains(next.getMonthValue())) next = next.plusMonths(1);
    return schedule.to().filter(next::isAfter).isPresent() ? schedule.from() : Optional.of(next);
  }

  private static CampaignCard card(Seen seen, Campaign campaign) {
    String place = "campaigns/" + campaign.id();
    List<Rule> rules = new ArrayList<>();
    for (EarningRule rule : campaign.rules())
      rules.add(seen.rule(place + "/rules/" + rule.id(), rule));
    for (Campaign.Variant variant : campaign.variants())
      for (EarningRule rule : variant.rules())
        rules.add(seen.rule(place + "/variants/" + variant.id() + "/rules/" + rule.id(), rule));
    Optional<LocalDate> from = begins(campaign.schedule(), seen.today());
    Optional<LocalDate> to = campaign.schedule().to();
    Passage whole = seen.sentences().campaign(place, campaign);
    return new CampaignCard(
        new Rule(
            place,
            new Passage(place, whole.title(), whole.sentences(), List.of()),
            seen.fate(place),
            seen.state(campaign.active(), from, to),
            from,
            to,
            seen.faults(place)),
        campaign,
        rules);
  }
}
