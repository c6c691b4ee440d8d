package dev.laurel.engine.random;

import dev.laurel.rules.check.Setting;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Campaign.Budget;
import dev.laurel.rules.language.Campaign.Hours;
import dev.laurel.rules.language.Campaign.Schedule;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningGroup.Meeting;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.EarningRule.Scope;
import dev.laurel.rules.language.EarningRule.Term;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Random groups and campaigns, in layers: multipliers name rules and groups of the layers below.
 */
final class RandomGroups {
  private final Dice dice;
  private final Pools pools;
  private final RandomRules rules;
  private final RandomConditions conditions;
  private final List<EarningGroup> groups = new ArrayList<>();

  RandomGroups(Dice dice, Pools pools, RandomRules rules, RandomConditions conditions) {
    this.dice = dice;
    this.pools = pools;
    this.rules = rules;
    this.conditions = conditions;
  }

  List<EarningGroup> groups() {
    for (Meeting meeting : Meeting.values()) {
      List<EarningRule> own = new ArrayList<>(dice.times(dice.between(1, 3), rules::ofPurchase));
      for (Trigger on : dice.some(rules.otherTriggers(), 1, 4))
        own.addAll(dice.times(dice.between(1, 2), () -> rules.ofOther(on)));
      add(meeting, own);
    }
    for (int layer = 0; layer < 2; layer++) {
      Map<String, Set<Trigger>> below = targets();
      int several = layer == 0 ? 2 : 1;
      for (int i = 0; i < several; i++)
        add(
            dice.pick(Meeting.values()),
            dice.times(dice.between(1, 3), () -> rules.multiplier(below)));
      // One on top of the other.
      Map<String, Set<Trigger>> same =
          Map.of(dice.pick("group-1", "group-2"), Set.of(new Trigger.Purchase()));
      add(Meeting.MULTIPLY, dice.times(3, () -> rules.multiplier(same)));
    }
    return dice.shuffled(groups);
  }

  private void add(Meeting meeting, List<EarningRule> own) {
    String id = "group-" + (groups.size() + 1);
    groups.add(new EarningGroup(id, Text.of(id), meeting, rules.limits(25), dice.shuffled(own)));
  }

  /** Rules and groups with what they answer to, in the order in which they were made. */
  private Map<String, Set<Trigger>> targets() {
    Map<String, Set<Trigger>> targets = new LinkedHashMap<>();
    for (EarningGroup group : groups) {
      Set<Trigger> all = new LinkedHashSet<>();
      for (EarningRule rule : group.rules()) {
        targets.put(rule.id(), Set.of(rule.on()));
        all.add(rule.on());
      }
      targets.put(group.id(), all);
    }
    return targets;
  }

  /** Campaigns; an id of theirs may be that of a group or a rule. */
  List<Campaign> campaigns() {
    List<Campaign> campaigns = new ArrayList<>();
    List<String> ids = new ArrayList<>(List.of("summer", "club", "weekend"));
    if (dice.chance(30)) ids.set(0, dice.pick(List.copyOf(targets().keySet())));
    for (int i = 0; i < dice.between(2, 3); i++) campaigns.add(campaign(ids.get(i)));
    return campaigns;
  }

  private Campaign campaign(String id) {
    List<EarningRule> own = new ArrayList<>(dice.times(dice.between(1, 2), rules::ofPurchase));
    if (dice.chance(30)) own.add(rules.ofOther(dice.pick(rules.otherTriggers())));
    if (dice.chance(60)) own.add(rules.multiplier(targets()));
    Setting setting = new Setting("a campaign", true, Set.of(""), false, true, false);
    boolean purchases = own.stream().allMatch(rule -> rule.on() instanceof Trigger.Purchase);
    if (purchases) setting = Setting.of(new Trigger.Purchase(), Scope.EVENT);
    return new Campaign(
        id,
        Text.of(id),
        dice.chance(95),
        schedule(),
        List.of(),
        dice.chance(80) ? Rows.NONE : conditions.rows(setting, purchases, 1, 1),
        dice.chance(80) ? Rows.NONE : conditions.rows(setting, purchases, 1, 1),
        dice.maybe(62, this::budget),
        List.of(),
        dice.maybe(50, () -> (long) dice.pick(1, 3)),
        BigDecimal.ZERO,
        List.of(),
        dice.maybe(95, () -> "exclusive"),
        dice.chance(50) ? 0 : dice.between(-1, 1),
        dice.pick(Meeting.values()),
        own);
  }

  /**
   * A campaign of these rules that costs something. It has one budget only: an event asks each
   * budget once, so what one cuts leaves nothing to be asked of another by what follows of it.
   */
  Campaign keepsakes(List<EarningRule> own) {
    return new Campaign(
        "keepsakes",
        Text.of("keepsakes"),
        true,
        new Schedule(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        List.of(),
        Rows.NONE,
        Rows.NONE,
        dice.maybe(85, this::oneBudget),
        List.of(),
        dice.maybe(50, () -> (long) dice.pick(1, 3)),
        BigDecimal.ZERO,
        List.of(),
        Optional.empty(),
        0,
        Meeting.ADD,
        own);
  }

  private Budget oneBudget() {
    Budget budget = budget();
    return budget.points().isPresent() ? new Budget(budget.points(), Optional.empty()) : budget;
  }

  private Budget budget() {
    Optional<BigDecimal> points =
        dice.maybe(50, () -> new BigDecimal(dice.pick("15", "40", "120")));
    Optional<BigDecimal> money =
        dice.chance(points.isEmpty() ? 100 : 60)
            ? Optional.of(
                BigDecimal.valueOf(dice.pick(5, 20, 100), 2)
                    .setScale(Math.min(2, pools.decimals()), RoundingMode.UP))
            : Optional.empty();
    return new Budget(points, money);
  }

  private Schedule schedule() {
    Optional<Term> term = dice.maybe(30, rules::term);
    return new Schedule(
        term.flatMap(Term::from),
        term.flatMap(Term::to),
        dice.maybe(40, () -> ZoneId.of(dice.pick(RandomProgramme.ZONES))),
        dice.chance(70) ? List.of() : dice.some(List.of(DayOfWeek.values()), 2, 5),
        dice.chance(70) ? List.of() : monthDays(),
        dice.chance(75)
            ? List.of()
            : dice.some(IntStream.rangeClosed(1, 12).boxed().toList(), 3, 8),
        dice.chance(60) ? List.of() : dice.times(dice.between(1, 2), this::hours));
  }

  private List<Integer> monthDays() {
    List<Integer> days =
        new ArrayList<>(dice.some(IntStream.rangeClosed(1, 31).boxed().toList(), 0, 12));
    days.addAll(
        dice.some(IntStream.rangeClosed(-31, -1).boxed().toList(), days.isEmpty() ? 1 : 0, 12));
    return days;
  }

  private Hours hours() {
    return new Hours(pools.time(), pools.time());
  }
}
