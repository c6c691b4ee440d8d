package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.howMuch;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.number;
import static dev.laurel.rules.sentence.Phrases.percent;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.when;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.sentence.Phrase.Circumstance;
import dev.laurel.rules.sentence.Phrase.Circumstances;
import dev.laurel.rules.sentence.Phrase.Join;
import dev.laurel.rules.sentence.Phrase.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Campaigns: when they run, for whom, at which cost, and with which rules. */
final class CampaignSentences {
  private final Grammar grammar;
  private final EarningSentences earning;

  CampaignSentences(Grammar grammar, EarningSentences earning) {
    this.grammar = grammar;
    this.earning = earning;
  }

  Passage campaign(String place, Campaign campaign) {
    Lines lines = new Lines(place);
    if (!campaign.active()) lines.add(say("campaign.off", what(place + "/active", say("off"))));
    lines.add(schedule(place + "/schedule", campaign.schedule()));
    audience(place, campaign, lines);
    campaign.budget().ifPresent(budget -> budget(place + "/budget", budget, lines));
    grammar
        .contexts()
        .limits(place + "/limits", campaign.limits())
        .ifPresent(limits -> lines.add(say("campaign.limits", limits)));
    campaign
        .firstMembers()
        .ifPresent(most ->
            lines.add(say("campaign.first-members", number(place + "/firstMembers", most))));
    if (campaign.controlPercent().signum() != 0)
      lines.add(
          say("campaign.control", percent(place + "/controlPercent", campaign.controlPercent())));
    campaign
        .exclusion()
        .ifPresent(name ->
            lines.add(
                say("campaign.exclusion", what(place + "/exclusion", new Phrase.Quoted(name)))));
    lines.addPriority(campaign.priority());
    lines.add(EarningSentences.meeting(place, campaign.meeting()));
    List<Passage> parts = new ArrayList<>(earning.rules(place + "/rules", campaign.rules()));
    campaign.variants().forEach(v -> parts.add(variant(place + "/variants/" + v.id(), v)));
    return lines.passage(
        grammar.names().own(Thing.CAMPAIGN, campaign.id(), campaign.title()), parts);
  }

  Passage variant(String place, Campaign.Variant variant) {
    Lines lines = new Lines(place);
    lines.add(
        say(
            "campaign.variant",
            percent(place + "/percent", BigDecimal.valueOf(variant.percent()))));
    return lines.passage(
        say("campaign.variant.title", new Phrase.Told(variant.title())),
        earning.rules(place + "/rules", variant.rules()));
  }

  private void audience(String place, Campaign campaign, Lines lines) {
    Contexts contexts = grammar.contexts();
    List<Circumstance> pieces = new ArrayList<>();
    pieces.add(
        new Circumstance(
            Role.AUDIENCE,
            contexts
                .audience(place + "/audience", campaign.audience())
                .orElseGet(() -> say("audience.all"))));
    pieces.addAll(contexts.asked(place, campaign.when(), campaign.unless()));
    lines.add(say("campaign.for", new Circumstances(pieces)));
  }

  private Phrase schedule(String place, Campaign.Schedule schedule) {
    List<Phrase> pieces = new ArrayList<>();
    grammar.contexts().term(place, schedule.from(), schedule.to()).ifPresent(pieces::add);
    if (!schedule.weekdays().isEmpty())
      pieces.add(
          say(
              "schedule.weekdays",
              list(
                  place + "/weekdays",
                  schedule.weekdays().stream().map(Phrase.Weekday::new).toList())));
    if (!schedule.monthDays().isEmpty())
      pieces.add(
          say(
              "schedule.month-days",
              list(
                  place + "/monthDays",
                  schedule.monthDays().stream().map(CampaignSentences::monthDay).toList())));
    if (!schedule.months().isEmpty())
      pieces.add(
          say(
              "schedule.months",
              list(place + "/months", schedule.months().stream().map(Phrases::month).toList())));
    if (!schedule.hours().isEmpty())
      pieces.add(joined(Join.OR, Phrases.each(schedule.hours(), place + "/hours", this::hours)));
    schedule
        .zone()
        .ifPresent(zone ->
            pieces.add(say("schedule.zone", when(place + "/zone", new Phrase.Code(zone.getId())))));
    return pieces.isEmpty() ? say("schedule.always") : say("schedule", joined(Join.COMMA, pieces));
  }

  private static Phrase list(String place, List<? extends Phrase> days) {
    return when(place, joined(Join.AND, List.copyOf(days)));
  }

  /** A day counted from the month's start, or with a minus from its end. */
  private static Phrase monthDay(int day) {
    if (day == -1) return say("month-day.last");
    Phrase number = new Phrase.Number(BigDecimal.valueOf(Math.abs(day)));
    return say(day < 0 ? "month-day.from-end" : "month-day", number);
  }

  private Phrase hours(String place, Campaign.Hours hours) {
    return say(
        hours.to().isAfter(hours.from()) ? "hours" : "hours.past-midnight",
        when(place + "/from", new Phrase.Time(hours.from())),
        when(place + "/to", new Phrase.Time(hours.to())));
  }

  private void budget(String place, Campaign.Budget budget, Lines lines) {
    List<Phrase> most = new ArrayList<>();
    budget
        .points()
        .ifPresent(points -> most.add(say("budget.points", number(place + "/points", points))));
    budget
        .money()
        .ifPresent(money ->
            most.add(
                say("budget.money", howMuch(place + "/money", grammar.operands().money(money)))));
    lines.add(place, say("campaign.budget", joined(Join.AND, most, "budget.open")));
  }
}
