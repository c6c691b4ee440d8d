package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body.Due;
import dev.laurel.engine.event.Event.Body.Due.What;
import dev.laurel.engine.event.Event.Body.Other;
import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.language.EarningGroup;
import dev.laurel.rules.language.EarningRule;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Trigger;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What comes about without an event of the member, and rules answer to it. */
final class Occasions {
  private Occasions() {}

  /** What a day brings, in its order. */
  static List<Due> of(Programming programming, Past past, LocalDate day) {
    Set<Trigger> asked = new HashSet<>();
    for (EarningGroup group : programming.pack().earning())
      group.rules().stream().filter(EarningRule::active).forEach(rule -> asked.add(rule.on()));
    for (Campaign campaign : programming.pack().campaigns())
      if (campaign.active())
        campaign.allRules().stream()
            .filter(EarningRule::active)
            .forEach(rule -> asked.add(rule.on()));
    programming.pack().challenges().forEach(challenge -> asked.add(challenge.on()));
    List<Due> all = new ArrayList<>();
    boolean birthday =
        past.birthday.isPresent()
            && isKept(past.birthday.get(), day)
            && !past.birthdays.contains(day.getYear());
    if (birthday && asked.contains(new Trigger.Birthday())) all.add(new Due(What.BIRTHDAY, ""));
    boolean anniversary =
        past.enrolled.isPresent()
            && day.getYear() > past.enrolled.get().getYear()
            && isKept(MonthDay.from(past.enrolled.get()), day);
    if (anniversary && asked.contains(new Trigger.Anniversary()))
      all.add(new Due(What.ANNIVERSARY, ""));
    Set<String> spans = new TreeSet<>();
    for (Trigger trigger : asked)
      if (trigger instanceof Trigger.Inactivity(var span)
          && !past.purchases.isEmpty()
          && span.after(past.purchases.getLast()).equals(day)) spans.add(span.toString());
    spans.forEach(span -> all.add(new Due(What.INACTIVITY, span)));
    return all;
  }

  private static boolean isKept(MonthDay each, LocalDate day) {
    boolean moved = each.equals(MonthDay.of(2, 29)) && !day.isLeapYear();
    return MonthDay.from(day).equals(moved ? MonthDay.of(2, 28) : each);
  }

  /** Gives what rules give that answer to the moves of an event, for one round. */
  static void moves(Page page, Event event, LocalDate day, Ladders ladders, boolean wholeDay) {
    for (String move : page.moves()) {
      Event moved =
          new Event(
              event.source(),
              event.id(),
              event.member(),
              event.occurredAt(),
              new Other(move, Map.of()));
      Member member = new Member(page.programming, page.past.copy(), day, wholeDay);
      Known known = Known.of(page.programming, member, moved);
      page.whole = Optional.of(known);
      Earning earning = new Earning(page, day, Optional.of(event));
      List<Applied> applied = new Answering(page, moved, known).applied();
      earning.earn(List.of(new Meetings.Part(Crossing.Part.all(known), applied)));
      new Challenges(page, moved, day, known).advance(earning);
      Gifts.count(page, day, earning);
    }
    for (Ladder ladder : page.programming.ladders()) ladders.settle(ladder, "");
  }
}
