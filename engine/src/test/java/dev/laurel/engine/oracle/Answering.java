package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.oracle.Answer;
import dev.laurel.rules.oracle.Oracle;
import dev.laurel.rules.vocabulary.HiddenWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        ask(rule, Optional.of(group), Optional.empty(), Optional.empty()).ifPresent(applied::add);
    for (Campaign campaign : page.programming.pack().campaigns())
      if (campaign.active()) {
        for (EarningRule rule : campaign.rules())
          ask(rule, Optional.empty(), Optional.of(campaign), Optional.empty())
              .ifPresent(applied::add);
        for (Campaign.Variant variant : campaign.variants())
          for (EarningRule rule : variant.rules())
            ask(rule, Optional.empty(), Optional.of(campaign), Optional.of(variant.id()))
                .ifPresent(applied::add);
      }
    applied.sort(java.util.Comparator.comparing(Applied::id));
    Offering offering = new Offering(page, page.whole.orElse(known));
    applied.replaceAll(offering::with);
    return applied;
  }

  /** The rule where it applies. */
  Optional<Applied> ask(
      EarningRule rule,
      Optional<EarningGroup> group,
      Optional<Campaign> campaign,
      Optional<String> variant) {
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
    Rows members = members(rule, campaign, variant);
    for (Known look : looks) rows(look, rule, campaign);
    decided(members);
    List<Integer> met =
        IntStream.range(0, looks.size())
            .filter(i -> meets(looks.get(i), members, Rows.NONE))
            .filter(i -> meets(looks.get(i), rule, campaign))
            .boxed()
            .toList();
    if (!met.isEmpty())
      return Optional.of(new Applied(rule, group, campaign, perLine ? met : List.of()));
    page.add(Wording.notMet(rule.id()));
    page.addAll(
        looks.stream()
            .flatMap(look ->
                Stream.concat(
                    reasons(look, rule, campaign).stream(),
                    new Reasons(page.programming, rule.id(), look).unmet(members, "").stream()))
            .distinct()
            .toList());
    return Optional.empty();
  }

  /** Which members a rule is for: those of its segments, and of a group of its campaign. */
  private static Rows members(
      EarningRule rule, Optional<Campaign> campaign, Optional<String> variant) {
    Map<String, Condition> rows = new LinkedHashMap<>();
    if (rule.on() instanceof Trigger.MessageOutcome(var message, var outcome)) {
      message.ifPresent(id -> rows.put("on/message", is("event.message", id)));
      rows.put("on/outcome", is("event.outcome", outcome));
    }
    audience("audience", rule.audience(), rows);
    campaign.ifPresent(c -> {
      audience(c.id() + "/audience", c.audience(), rows);
      boolean control = c.controlPercent().signum() != 0;
      if (variant.isEmpty() && !control) return;
      rows.put(
          c.id() + "/group",
          new Condition.Comparison(
              new Operand.Attribute(new HiddenWord(HiddenWord.Of.GROUPS, c.id()).path()),
              variant.isPresent() ? Comparator.EQUAL : Comparator.NOT_EQUAL,
              Value.of(variant.map(id -> "variant:" + id).orElse("control"))));
    });
    return new Rows(rows);
  }

  private static void audience(String id, List<String> segments, Map<String, Condition> rows) {
    List<Condition> each = new ArrayList<>();
    for (String segment : segments)
      each.add(new Condition.Holds(new Operand.Attribute("member.segments"), Value.of(segment)));
    if (!each.isEmpty()) rows.put(id, each.size() == 1 ? each.getFirst() : new Condition.Any(each));
  }

  private static Condition is(String path, String text) {
    return new Condition.Comparison(new Operand.Attribute(path), Comparator.EQUAL, Value.of(text));
  }

  private void decided(Rows members) {
    for (Map.Entry<String, Condition> row : members.byId().entrySet()) {
      if (row.getKey().startsWith("on/")) continue;
      boolean met = Oracle.ask(row.getValue(), known) == Answer.MET;
      String what = row.getKey().endsWith("group") ? "group" : "audience";
      page.decisive.by((met ? "in the " : "not in the ") + what);
    }
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
      case Trigger.MessageOutcome _ -> "messageOutcome";
    };
  }
}
