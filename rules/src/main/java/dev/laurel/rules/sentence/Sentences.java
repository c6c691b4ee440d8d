package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.say;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The sentences of one pack: whole, or one element at a time. An element that is handed in need not
 * be part of the pack; the names that it refers to are looked up there. Immutable and thread-safe.
 */
public final class Sentences {
  private final Pack pack;
  private final Grammar grammar;
  private final ProgrammeSentences programme;
  private final TierSentences tiers;
  private final EarningSentences earning;
  private final TableSentences tables;
  private final ChallengeSentences challenges;
  private final CampaignSentences campaigns;
  private final SegmentSentences segments;
  private final BenefitSentences benefits;
  private final MessageSentences messages;
  private final ScenarioSentences scenarios;

  private Sentences(Pack pack) {
    this.pack = pack;
    grammar = Grammar.of(pack);
    programme = new ProgrammeSentences(grammar);
    tiers = new TierSentences(grammar);
    earning = new EarningSentences(grammar);
    tables = new TableSentences(grammar);
    challenges = new ChallengeSentences(grammar);
    campaigns = new CampaignSentences(grammar, earning);
    segments = new SegmentSentences(grammar);
    benefits = new BenefitSentences(grammar);
    messages = new MessageSentences(grammar);
    scenarios = new ScenarioSentences(grammar);
  }

  public static Sentences of(Pack pack) {
    return new Sentences(pack);
  }

  /**
   * The whole pack, a passage for each section in the order of the files; a section without
   * elements is left out.
   *
   * @param mostRows how many rows of each table are said; how many are left is said too
   */
  public List<Passage> all(int mostRows) {
    List<Passage> all = new ArrayList<>();
    all.add(programme.identity("pack", pack.pack()));
    all.add(programme.programme("programme", pack.programme()));
    pack.vocabulary()
        .ifPresent(words ->
            all.add(new VocabularySentences(grammar.names()).vocabulary("vocabulary", words)));
    section("ladders", pack.ladders(), Ladder::id, tiers::ladder, all);
    section("earning", pack.earning(), EarningGroup::id, earning::group, all);
    section(
        "tables",
        pack.tables(),
        RateTable::id,
        (place, table) -> tables.table(place, table, 0, mostRows),
        all);
    section("challenges", pack.challenges(), Challenge::id, challenges::challenge, all);
    section("campaigns", pack.campaigns(), Campaign::id, campaigns::campaign, all);
    section("segments", pack.segments(), Segment::id, segments::segment, all);
    section("benefits", pack.benefits(), Benefit::id, benefits::benefit, all);
    section("messages", pack.messages(), Message::id, messages::message, all);
    section("offers", pack.offers(), OfferSet::id, messages::offers, all);
    section("scenarios", pack.scenarios(), Scenario::id, scenarios::scenario, all);
    return List.copyOf(all);
  }

  private static <T> void section(
      String place,
      List<T> elements,
      Function<T, String> id,
      BiFunction<String, T, Passage> passage,
      List<Passage> all) {
    if (elements.isEmpty()) return;
    List<Passage> parts =
        elements.stream()
            .map(element -> passage.apply(place + "/" + id.apply(element), element))
            .toList();
    all.add(new Passage(place, say("section." + place), List.of(), parts));
  }

  /** A condition as a clause, such as {@code the member is Gold or higher}. */
  public Phrase condition(String place, Condition condition) {
    return grammar.conditions().of(place, condition);
  }

  /** What is given as a clause, such as {@code the member earns 25 Stars}. */
  public Phrase outcome(String place, Outcome outcome) {
    return grammar.outcomes().of(place, outcome, Outcomes.Manner.EVENT);
  }

  /** What a tier asks for as it follows a verb, such as {@code with $100.00 of "Spend"}. */
  public Phrase requirement(String place, Ladder.Requirement requirement) {
    return tiers.requirement(place, requirement);
  }

  /** What a rule answers to, such as {@code 60 days after the last purchase}. */
  public Phrase trigger(String place, Trigger trigger) {
    return grammar.contexts().trigger(place, trigger);
  }

  /** For how long a tier is held, such as {@code for ever}. */
  public Phrase validity(String place, Ladder.Validity validity) {
    return tiers.validity(place, validity);
  }

  /** A thing of the pack by its title; where the pack declares none, that it is unknown. */
  public Phrase name(Thing thing, String id) {
    return grammar.names().of(thing, id);
  }

  /** A value as an operand of this path is said: money, a tier, a month by its name. */
  public Phrase value(String path, Value value) {
    return grammar.operands().value(path, value);
  }

  /** So many points of a kind, such as {@code 25 Stars}. */
  public Phrase points(BigDecimal points, String kind) {
    return grammar.operands().points(points, kind);
  }

  /** One rule, wherever it stands: in a group, a campaign or a variant. */
  public Passage rule(String place, EarningRule rule) {
    return earning.rule(place, rule);
  }

  /** A group with its rules. */
  public Passage group(String place, EarningGroup group) {
    return earning.group(place, group);
  }

  /** A ladder with its tiers. */
  public Passage ladder(String place, Ladder ladder) {
    return tiers.ladder(place, ladder);
  }

  /**
   * One tier, with what it takes over from its ladder; words about that stand at the ladder's
   * place.
   *
   * @param ladderPlace the ladder's place, such as {@code ladders/main}
   */
  public Passage tier(String ladderPlace, Ladder ladder, Ladder.Tier tier) {
    return tiers.tier(ladderPlace, ladder, tier);
  }

  /**
   * A table with some of its rows.
   *
   * @param firstRow the first row said, from 0
   * @param mostRows how many rows are said; how many follow is said too
   */
  public Passage table(String place, RateTable table, int firstRow, int mostRows) {
    return tables.table(place, table, firstRow, mostRows);
  }

  /** One row of a table. */
  public Sentence row(String place, RateTable table, RateTable.Row row) {
    return new Sentence(place, tables.row(place, table, row));
  }

  public Passage challenge(String place, Challenge challenge) {
    return challenges.challenge(place, challenge);
  }

  /** A campaign with its rules and variants. */
  public Passage campaign(String place, Campaign campaign) {
    return campaigns.campaign(place, campaign);
  }

  public Passage segment(String place, Segment segment) {
    return segments.segment(place, segment);
  }

  public Passage benefit(String place, Benefit benefit) {
    return benefits.benefit(place, benefit);
  }

  public Passage message(String place, Message message) {
    return messages.message(place, message);
  }

  /** A set of offers with each of them. */
  public Passage offers(String place, OfferSet offers) {
    return messages.offers(place, offers);
  }

  public Passage scenario(String place, Scenario scenario) {
    return scenarios.scenario(place, scenario);
  }

  /**
   * When points of a kind lapse, as a part of a sentence.
   *
   * @param tiers held by whoever has them
   */
  public Phrase expiry(PointKind kind, Set<String> tiers) {
    return programme.expiry(kind, tiers);
  }

  public Passage pointKind(String place, PointKind kind) {
    return programme.kind(place, kind);
  }

  public Passage metric(String place, Metric metric) {
    return programme.metric(place, metric);
  }
}
