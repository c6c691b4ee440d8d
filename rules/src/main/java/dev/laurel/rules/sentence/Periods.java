package dev.laurel.rules.sentence;

import static dev.laurel.rules.sentence.Phrases.say;
import static dev.laurel.rules.sentence.Phrases.when;

import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Thing;
import java.util.Optional;

/** Periods as sentences need them: over one, in each one, one by itself. */
final class Periods {
  private final Names names;

  Periods(Names names) {
    this.names = names;
  }

  /** Over which time something is counted, such as "in the last 12 months". */
  Phrase over(String place, String id) {
    return when(place, over(id));
  }

  /** The same within the name of what is counted, where it cannot be edited. */
  Phrase over(String id) {
    return inForm("over", id);
  }

  /** For a ceiling or a rhythm, such as "per calendar month". */
  Phrase each(String place, String id) {
    return when(place, inForm("each", id));
  }

  /** For a ceiling whose period may be absent. */
  Phrase each(String place, Optional<String> id, String absent) {
    return id.map(period -> each(place, period)).orElseGet(() -> when(place, say(absent)));
  }

  /** By itself and without an article, such as "calendar year". */
  Phrase noun(String place, String id) {
    return when(place, inForm("one", id));
  }

  /** What a period is, whatever its name. */
  Phrase is(Period period) {
    return say("period.one." + form(period), core(period));
  }

  private Phrase inForm(String use, String id) {
    Optional<Programme.NamedPeriod> found = names.period(id);
    if (found.isEmpty()) return say("period.%s.plain".formatted(use), names.of(Thing.PERIOD, id));
    Programme.NamedPeriod period = found.get();
    Phrase core = core(period.is());
    if (!names.isOnly(period)) core = say("period.titled", core, names.of(Thing.PERIOD, id));
    return say("period.%s.%s".formatted(use, form(period.is())), core);
  }

  private static String form(Period period) {
    return switch (period) {
      case Period.Day _,
          Period.CalendarWeek _,
          Period.CalendarMonth _,
          Period.CalendarQuarter _,
          Period.CalendarYear _,
          Period.YearFrom _,
          Period.MembershipYear _ ->
          "plain";
      case Period.Rolling _ -> "rolling";
      case Period.Lifetime _ -> "lifetime";
    };
  }

  private static Phrase core(Period period) {
    return switch (period) {
      case Period.Day _ -> say("period.day");
      case Period.CalendarWeek _ -> say("period.calendar-week");
      case Period.CalendarMonth _ -> say("period.calendar-month");
      case Period.CalendarQuarter _ -> say("period.calendar-quarter");
      case Period.CalendarYear _ -> say("period.calendar-year");
      case Period.YearFrom from -> say("period.year-from", new Phrase.DayOfYear(from.start()));
      case Period.MembershipYear _ -> say("period.membership-year");
      case Period.Rolling rolling -> new Phrase.Length(rolling.span());
      case Period.Lifetime _ -> say("period.lifetime");
    };
  }
}
