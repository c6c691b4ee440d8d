package dev.laurel.engine.editing;

import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Challenge;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.Scenario;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Vocabulary;
import java.util.List;
import java.util.stream.Stream;

/** The ids of what a pack declares. Stateless. */
final class Things {
  private Things() {}

  /**
   * All of one kind, in the order of the pack; none of those that are unique among siblings only.
   */
  static List<String> of(Pack pack, Thing thing) {
    Programme programme = pack.programme();
    Stream<String> ids =
        switch (thing) {
          case POINT_KIND -> programme.pointKinds().stream().map(PointKind::id);
          case PERIOD -> programme.periods().stream().map(Programme.NamedPeriod::id);
          case METRIC -> programme.metrics().stream().map(Metric::id);
          case COUNTER -> programme.counters().stream().map(Programme.Counter::id);
          case LADDER -> pack.ladders().stream().map(Ladder::id);
          case TIER ->
              pack.ladders().stream()
                  .flatMap(ladder -> ladder.tiers().stream())
                  .map(Ladder.Tier::id);
          case GROUP -> pack.earning().stream().map(EarningGroup::id);
          case RULE -> rules(pack).map(EarningRule::id);
          case TABLE -> pack.tables().stream().map(RateTable::id);
          case CHALLENGE -> pack.challenges().stream().map(Challenge::id);
          case CAMPAIGN -> pack.campaigns().stream().map(Campaign::id);
          case SEGMENT -> pack.segments().stream().map(Segment::id);
          case BENEFIT -> pack.benefits().stream().map(Benefit::id);
          case MESSAGE -> pack.messages().stream().map(Message::id);
          case OFFER -> pack.offers().stream().map(OfferSet::id);
          case EVENT ->
              pack.vocabulary().stream().flatMap(v -> v.events().stream()).map(e -> e.id());
          case CHANNEL ->
              pack.vocabulary().stream()
                  .flatMap(v -> v.channels().stream())
                  .map(Vocabulary.Named::id);
          case PURPOSE ->
              pack.vocabulary().stream()
                  .flatMap(v -> v.purposes().stream())
                  .map(Vocabulary.Purpose::id);
          case SCENARIO -> pack.scenarios().stream().map(Scenario::id);
          case ATTRIBUTE, ROW -> Stream.empty();
        };
    return ids.toList();
  }

  /** All rules, those of campaigns and their variants too. */
  static Stream<EarningRule> rules(Pack pack) {
    return Stream.concat(
        pack.earning().stream().flatMap(group -> group.rules().stream()),
        pack.campaigns().stream().flatMap(campaign -> campaign.allRules().stream()));
  }
}
