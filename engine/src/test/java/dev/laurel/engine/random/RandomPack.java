package dev.laurel.engine.random;

import dev.laurel.rules.check.ConditionCheck;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Text;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A random pack of what is evaluated. */
final class RandomPack {
  private RandomPack() {}

  static Pack of(Dice dice, Currency currency, Pools pools) {
    RandomProgramme programmes = new RandomProgramme(dice, pools);
    RandomLadders ladders = new RandomLadders(dice, pools, programmes);
    Programme programme = programmes.programme(currency);
    List<Ladder> rungs = ladders.ladders();
    // The words that conditions may use follow from what is declared so far.
    ConditionCheck words =
        ConditionCheck.of(
            pack(
                programme,
                rungs,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(Lexicon.SOON),
                List.of()));
    RandomConditions conditions = new RandomConditions(dice, pools, words);
    RandomRules rules = new RandomRules(dice, pools, programmes, conditions);
    RandomGroups groups = new RandomGroups(dice, pools, rules, conditions);
    List<EarningGroup> earning = new ArrayList<>(groups.groups());
    earning.addAll(occasions(dice.apart("occasions"), pools, words));
    RandomAudiences audiences = new RandomAudiences(dice.apart("audiences"), pools, words);
    List<Segment> segments = audiences.segments(programme);
    earning.add(audiences.group());
    RandomMessages messages = new RandomMessages(dice.apart("messages"), pools, words);
    earning.add(messages.group());
    List<Campaign> campaigns = new ArrayList<>(groups.campaigns());
    campaigns.add(audiences.campaign());
    keepsakes(dice.apart("keepsakes"), pools, words).ifPresent(campaigns::add);
    return pack(
        programmes.withConditions(programme, conditions),
        ladders.granting(
            rungs.stream().map(l -> ladders.withConditions(l, programme, conditions)).toList()),
        earning,
        new RandomTables(dice, pools, conditions).tables(),
        audiences.challenges(),
        campaigns,
        segments,
        audiences.benefits(),
        messages.messages(),
        messages.offers());
  }

  /** What answers to what no event of the member brings about. */
  private static List<EarningGroup> occasions(Dice dice, Pools pools, ConditionCheck words) {
    Pools own = pools.with(dice);
    RandomRules rules =
        new RandomRules(
            dice,
            own,
            new RandomProgramme(dice, own),
            new RandomConditions(dice, own, words),
            "when-");
    List<EarningRule> all = rules.ofOccasions();
    if (all.isEmpty()) return List.of();
    return List.of(
        new EarningGroup(
            "occasions",
            Text.of("occasions"),
            dice.pick(EarningGroup.Meeting.values()),
            rules.limits(25),
            all));
  }

  /** A campaign with budgets whose rules answer to time and to moves. */
  private static Optional<Campaign> keepsakes(Dice dice, Pools pools, ConditionCheck words) {
    Pools own = pools.with(dice);
    RandomConditions conditions = new RandomConditions(dice, own, words);
    RandomRules rules =
        new RandomRules(dice, own, new RandomProgramme(dice, own), conditions, "kept-");
    List<EarningRule> all = new ArrayList<>(rules.ofOccasions());
    if (all.isEmpty()) return Optional.empty();
    all.add(rules.ofPurchase());
    return Optional.of(new RandomGroups(dice, own, rules, conditions).keepsakes(all));
  }

  private static Pack pack(
      Programme programme,
      List<Ladder> ladders,
      List<EarningGroup> earning,
      List<RateTable> tables,
      List<Challenge> challenges,
      List<Campaign> campaigns,
      List<Segment> segments,
      List<Benefit> benefits,
      List<Message> messages,
      List<OfferSet> offers) {
    return new Pack(
        new Pack.Identity(
            1,
            "random",
            "1.0.0",
            Text.of("Random"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        programme,
        Optional.of(Lexicon.VOCABULARY),
        ladders,
        earning,
        tables,
        challenges,
        campaigns,
        segments,
        benefits,
        messages,
        offers,
        List.of());
  }
}
