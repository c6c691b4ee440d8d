package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.date;
import static dev.laurel.rules.sentence.Phrases.howMuch;
import static dev.laurel.rules.sentence.Phrases.joined;
import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.span;
import static dev.laurel.rules.sentence.Phrases.times;
import static dev.laurel.rules.sentence.Phrases.what;
import static dev.laurel.rules.sentence.Phrases.when;
import static dev.laurel.rules.sentence.Phrases.who;

import dev.laurel.rules.language.Base;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.sentence.Phrase.Circumstance;
import dev.laurel.rules.sentence.Phrase.Join;
import dev.laurel.rules.sentence.Phrase.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When and for whom something applies, and up to which ceiling. */
final class Contexts {
  private final Names names;
  private final Periods periods;
  private final Conditions conditions;

  Contexts(Names names, Periods periods, Conditions conditions) {
    this.names = names;
    this.periods = periods;
    this.conditions = conditions;
  }

  /** "From 1 January 2026 to 31 January 2026"; empty where both ends are open. */
  Optional<Phrase> term(String place, Optional<LocalDate> from, Optional<LocalDate> to) {
    String fromPlace = place + "/from";
    String toPlace = place + "/to";
    if (from.isPresent() && from.equals(to))
      return Optional.of(say("term.day", date(place, from.get())));
    if (from.isPresent() && to.isPresent())
      return Optional.of(say("term.both", date(fromPlace, from.get()), date(toPlace, to.get())));
    if (from.isPresent()) return Optional.of(say("term.from", date(fromPlace, from.get())));
    return to.map(day -> say("term.to", date(toPlace, day)));
  }

  Optional<Phrase> term(String place, Optional<EarningRule.Term> term) {
    return term.flatMap(t -> term(place, t.from(), t.to()));
  }

  /** "For members of"; empty where no segment is named. */
  Optional<Phrase> audience(String place, List<String> segments) {
    return segments.isEmpty()
        ? Optional.empty()
        : Optional.of(say("audience", anyOf(place, Thing.SEGMENT, segments)));
  }

  /** Members' tiers or segments as one word: "Gold or Platinum". At least one. */
  Phrase anyOf(String place, Thing thing, List<String> ids) {
    return who(place, joined(Join.OR, ids.stream().map(id -> names.of(thing, id)).toList()));
  }

  /** When something is done: "when ..." and "except when ...", as many as there are. */
  List<Circumstance> conditions(String place, Rows when, Rows unless) {
    return conditions(place, "when", when, "except", unless);
  }

  /** Of whom something holds: the same, as it follows a noun. */
  List<Circumstance> asked(String place, Rows when, Rows unless) {
    return conditions(place, "asked", when, "spared", unless);
  }

  private List<Circumstance> conditions(
      String place, String whenKey, Rows when, String unlessKey, Rows unless) {
    List<Circumstance> parts = new ArrayList<>();
    conditions
        .all(place + "/when", when)
        .ifPresent(c -> parts.add(new Circumstance(Role.CONDITION, say(whenKey, c))));
    conditions
        .any(place + "/unless", unless)
        .ifPresent(c -> parts.add(new Circumstance(Role.EXCEPTION, say(unlessKey, c))));
    return parts;
  }

  Phrase trigger(String place, Trigger trigger) {
    return switch (trigger) {
      case Trigger.Purchase _ -> when(place, say("trigger.purchase"));
      case Trigger.Return _ -> when(place, say("trigger.return"));
      case Trigger.Redemption _ -> when(place, say("trigger.redemption"));
      case Trigger.Enrolment _ -> when(place, say("trigger.enrolment"));
      case Trigger.Referral _ -> when(place, say("trigger.referral"));
      case Trigger.CheckIn _ -> when(place, say("trigger.check-in"));
      case Trigger.Review _ -> when(place, say("trigger.review"));
      case Trigger.Survey _ -> when(place, say("trigger.survey"));
      case Trigger.Complaint _ -> when(place, say("trigger.complaint"));
      case Trigger.Birthday _ -> when(place, say("trigger.birthday"));
      case Trigger.Anniversary _ -> when(place, say("trigger.anniversary"));
      case Trigger.Inactivity inactivity ->
          say("trigger.inactivity", span(place + "/span", inactivity.span()));
      case Trigger.TierChange change ->
          say(
              "trigger.tier-change",
              when(place + "/direction", say("trigger.tier-change", change.direction())),
              what(place + "/ladder", names.of(Thing.LADDER, change.ladder())));
      case Trigger.Event event ->
          say("trigger.event", when(place + "/event", names.of(Thing.EVENT, event.event())));
      case Trigger.MessageOutcome outcome -> {
        Phrase result = what(place + "/outcome", new Phrase.Quoted(outcome.outcome()));
        yield outcome
            .message()
            .map(id ->
                say(
                    "trigger.message-outcome",
                    what(place + "/message", names.of(Thing.MESSAGE, id)),
                    result))
            .orElseGet(() -> say("trigger.any-message-outcome", result));
      }
    };
  }

  /** "Net of tax and shipping"; the usual base where none is given. */
  Phrase base(String place, Optional<Base> base) {
    List<Phrase> parts =
        base.orElse(Base.USUAL).netOf().stream().map(part -> say("base", part)).toList();
    return parts.isEmpty()
        ? what(place, say("base.full"))
        : say("base.net-of", what(place, joined(Join.AND, parts)));
  }

  /** "500 points per day and 3 times per calendar month"; empty where there is no ceiling. */
  Optional<Phrase> limits(String place, List<EarningGroup.Limit> limits) {
    if (limits.isEmpty()) return Optional.empty();
    List<Phrase> phrases = new ArrayList<>();
    for (EarningGroup.Limit limit : limits) {
      String at = place + "/" + limit.id();
      Phrase most =
          switch (limit.of()) {
            case POINTS -> say("limit.points", new Phrase.Number(limit.atMost()));
            case TIMES -> times(limit.atMost());
          };
      phrases.add(
          say("limit", howMuch(at, most), periods.each(at + "/over", limit.over(), "each.event")));
    }
    return Optional.of(joined(Join.AND, phrases));
  }
}
