package dev.laurel.engine.random;

import dev.laurel.rules.check.ConditionCheck;
import dev.laurel.rules.check.Setting;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningGroup.Limit;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.OfferSet;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Trigger;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages, offers, and rules that send and make them. They stand beside the rest of a random pack
 * and throw dice of their own.
 */
final class RandomMessages {
  private static final List<String> SETS = List.of("best", "other");
  private static final List<String> SEGMENTS = List.of("some", "classy", "local", "lively");
  private static final Setting SETTING = Setting.atAnyMoment("an offer");

  private final Dice dice;
  private final RandomConditions conditions;
  private final RandomRules rules;

  RandomMessages(Dice dice, Pools pools, ConditionCheck words) {
    this.dice = dice;
    Pools own = pools.with(dice);
    this.conditions = new RandomConditions(dice, own, words);
    this.rules = new RandomRules(dice, own, new RandomProgramme(dice, own), conditions, "mail-");
  }

  List<Message> messages() {
    return List.of(
        Lexicon.SOON, message("hello", dice.pick("mail", "text")), message("bye", "mail"));
  }

  private Message message(String id, String channel) {
    List<Limit> limits = new ArrayList<>();
    if (dice.chance(75))
      limits.add(
          new Limit(
              "often",
              Limit.Of.TIMES,
              BigDecimal.valueOf(dice.between(1, 2)),
              Optional.of(dice.pick("Day", "CalendarMonth", "Lifetime"))));
    return new Message(
        id,
        Text.of(id),
        Text.of("{points} {tier} {date} {missing}"),
        channel,
        dice.pick("status", "news"),
        dice.maybe(80, this::quiet),
        limits);
  }

  private Message.Quiet quiet() {
    int from = dice.between(0, 23);
    return new Message.Quiet(
        LocalTime.of(from, dice.pick(0, 30)),
        LocalTime.of((from + dice.between(1, 20)) % 24, dice.pick(0, 59)));
  }

  List<OfferSet> offers() {
    return SETS.stream()
        .map(id -> new OfferSet(id, Text.of(id), List.of(offer("b"), offer("a"), offer("c"))))
        .toList();
  }

  private OfferSet.Offer offer(String id) {
    List<Outcome> then =
        new ArrayList<>(dice.times(dice.between(1, 2), () -> rules.fixed(SETTING)));
    if (dice.chance(40)) then.add(new Outcome.Send(dice.pick("hello", "bye")));
    return new OfferSet.Offer(
        id,
        Text.of(id),
        dice.pick(1, 1, 2, -3),
        dice.chance(70) ? List.of() : dice.some(SEGMENTS, 1, 2),
        conditions.rows(SETTING, false, 1, 2),
        dice.chance(70) ? Rows.NONE : conditions.rows(SETTING, false, 1, 1),
        then);
  }

  EarningGroup group() {
    List<EarningRule> own = new ArrayList<>();
    own.add(plain(with(rules.ofPurchase(), new Outcome.Send("hello"))));
    own.add(with(rules.ofPurchase(), new Outcome.Send(dice.pick("hello", "bye"))));
    own.add(plain(with(rules.ofPurchase(), new Outcome.Offer(dice.pick(SETS)))));
    own.add(plain(with(rules.ofOther(new Trigger.Review()), new Outcome.Offer("best"))));
    own.add(with(rules.ofOther(new Trigger.Event("consent")), new Outcome.Send("bye")));
    for (String outcome : List.of("opened", "failed"))
      own.add(
          plain(
              rules.ofOther(
                  new Trigger.MessageOutcome(
                      dice.maybe(40, () -> dice.pick("hello", "soon")), outcome))));
    return new EarningGroup(
        "messages",
        Text.of("messages"),
        dice.pick(EarningGroup.Meeting.ADD, EarningGroup.Meeting.values()[dice.between(0, 3)]),
        List.of(),
        own);
  }

  /** The same for everybody, at all times and as often as one likes. */
  private static EarningRule plain(EarningRule rule) {
    return new EarningRule(
        rule.id(),
        rule.title(),
        rule.active(),
        rule.on(),
        rule.per(),
        Optional.empty(),
        List.of(),
        Rows.NONE,
        Rows.NONE,
        rule.then(),
        Optional.empty(),
        0,
        List.of());
  }

  private static EarningRule with(EarningRule rule, Outcome more) {
    List<Outcome> then = new ArrayList<>(rule.then());
    then.add(more);
    return new EarningRule(
        rule.id(),
        rule.title(),
        rule.active(),
        rule.on(),
        rule.per(),
        rule.inForce(),
        rule.audience(),
        rule.when(),
        rule.unless(),
        then,
        rule.exclusion(),
        rule.priority(),
        rule.limits());
  }
}
