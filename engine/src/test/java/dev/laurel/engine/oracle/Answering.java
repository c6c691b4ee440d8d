package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.oracle.Answer;
import dev.laurel.rules.oracle.Oracle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which rules answer to an event and apply; why the others do not is noted. */
final class Answering {
  private final Page page;
  private final Event event;
  private final Known known;

  Answering(Page page, Event event, Known known) {
    this.page = page;
    this.event = event;
    this.known = known;
  }

  /** Those that apply, by id. */
  List<Applied> applied() {
    List<Applied> applied = new ArrayList<>();
    for (EarningGroup group : page.programming.pack().earning())
      for (EarningRule rule : group.rules())
        ask(rule, Optional.of(group), Optional.empty()).ifPresent(applied::add);
    for (Campaign campaign : page.programming.pack().campaigns())
      if (campaign.active())
        for (EarningRule rule : campaign.rules())
          ask(rule, Optional.empty(), Optional.of(campaign)).ifPresent(applied::add);
    applied.sort(Comparator.comparing(Applied::id));
    return applied;
  }

  private Optional<Applied> ask(
      EarningRule rule, Optional<EarningGroup> group, Optional<Campaign> campaign) {
    if (!rule.active() || !eventType(rule.on()).equals(event.type())) return Optional.empty();
    boolean perLine = rule.per() == EarningRule.Scope.LINE;
    int lines = known.purchase().map(p -> p.lines().size()).orElse(0);
    if (perLine && lines == 0) return Optional.empty();
    Set<String> notInForce = notInForce(rule, campaign);
    if (!notInForce.isEmpty()) {
      for (String row : notInForce) {
        page.add(Wording.notInForce(rule.id(), row));
        page.decisive.by("not in force: " + row);
      }
      return Optional.empty();
    }
    List<Known> looks =
        perLine ? IntStream.range(0, lines).mapToObj(known::line).toList() : List.of(known);
    for (Known look : looks) rows(look, rule, campaign);
    List<Integer> met =
        IntStream.range(0, looks.size())
            .filter(i -> meets(looks.get(i), rule, campaign))
            .boxed()
            .toList();
    if (!met.isEmpty())
      return Optional.of(new Applied(rule, group, campaign, perLine ? met : List.of()));
    page.add(Wording.notMet(rule.id()));
    page.addAll(
        looks.stream().flatMap(look -> reasons(look, rule, campaign).stream()).distinct().toList());
    return Optional.empty();
  }

  /** Notes what the rows hung on; of several rows that are not met, none decides by itself. */
  private void rows(Known look, EarningRule rule, Optional<Campaign> campaign) {
    List<Condition> when = new ArrayList<>(rule.when().byId().values());
    List<Condition> unless = new ArrayList<>(rule.unless().byId().values());
    campaign.ifPresent(c -> {
      when.addAll(c.when().byId().values());
      unless.addAll(c.unless().byId().values());
    });
    List<Condition> against =
        Stream.concat(
                when.stream().filter(row -> Oracle.ask(row, look) != Answer.MET),
                unless.stream().filter(row -> Oracle.ask(row, look) == Answer.MET))
            .toList();
    for (Condition row : Stream.concat(when.stream(), unless.stream()).toList())
      if (against.isEmpty() || against.equals(List.of(row))) page.decisive.byPartsOf(row, look);
    if (against.stream().anyMatch(unless::contains)) page.decisive.by("exception");
  }

  private Set<String> notInForce(EarningRule rule, Optional<Campaign> campaign) {
    Set<String> failing = new TreeSet<>();
    rule.inForce()
        .ifPresent(term ->
            failing.addAll(Schedules.failing(term, event.occurredAt(), page.programming.zone())));
    campaign.ifPresent(c ->
        failing.addAll(
            Schedules.failing(c.schedule(), event.occurredAt(), page.programming.zone())));
    return failing;
  }

  private static boolean meets(Known look, EarningRule rule, Optional<Campaign> campaign) {
    return meets(look, rule.when(), rule.unless())
        && campaign.map(c -> meets(look, c.when(), c.unless())).orElse(true);
  }

  private static boolean meets(Known look, Rows when, Rows unless) {
    return when.byId().values().stream().allMatch(row -> Oracle.ask(row, look) == Answer.MET)
        && unless.byId().values().stream().noneMatch(row -> Oracle.ask(row, look) == Answer.MET);
  }

  private List<String> reasons(Known look, EarningRule rule, Optional<Campaign> campaign) {
    Reasons reasons = new Reasons(page.programming, rule.id(), look);
    List<String> found = new ArrayList<>();
    campaign.ifPresent(c -> {
      found.addAll(reasons.unmet(c.when(), c.id() + "/"));
      found.addAll(reasons.excepted(c.unless(), c.id() + "/"));
    });
    found.addAll(reasons.unmet(rule.when(), ""));
    found.addAll(reasons.excepted(rule.unless(), ""));
    return found;
  }

  private static String eventType(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Purchase() -> "purchase";
      case Trigger.Return() -> "return";
      case Trigger.Redemption() -> "redemption";
      case Trigger.Enrolment() -> "enrolment";
      case Trigger.Referral() -> "referral";
      case Trigger.CheckIn() -> "checkIn";
      case Trigger.Review() -> "review";
      case Trigger.Survey() -> "survey";
      case Trigger.Complaint() -> "complaint";
      case Trigger.Event(var type) -> type;
      case Trigger.Birthday() -> "due:birthday";
      case Trigger.Anniversary() -> "due:anniversary";
      case Trigger.Inactivity(var span) -> "due:inactivity:" + span;
      case Trigger.TierChange(var ladder, var way) ->
          "move:"
              + ladder
              + switch (way) {
                case UP -> ":up";
                case DOWN -> ":down";
                case RENEWED -> ":renewed";
              };
      case Trigger.MessageOutcome t -> throw notTold(t);
    };
  }

  private static IllegalArgumentException notTold(Trigger trigger) {
    return new IllegalArgumentException("The oracle does not know " + trigger + ".");
  }
}
