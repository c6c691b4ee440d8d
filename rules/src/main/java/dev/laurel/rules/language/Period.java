package dev.laurel.rules.language;

import java.time.MonthDay;

/**
 * Over which time something is counted. Closed family.
 *
 * <p>A period is read at an event on day D "up to and including D", and at a review on day E "at
 * its start": days before E only.
 */
@Doc("Over which time something is counted.")
public sealed interface Period {
  /** From midnight to midnight in the programme's zone. */
  @Doc("From midnight to midnight in the programme's zone.")
  record Day() implements Period {}

  /** Monday to Sunday (ISO 8601). */
  @Doc("Monday to Sunday (ISO 8601).")
  record CalendarWeek() implements Period {}

  @Doc("From the first to the last day of the month.")
  record CalendarMonth() implements Period {}

  @Doc("From January, April, July or October, three months.")
  record CalendarQuarter() implements Period {}

  @Doc("From 1 January to 31 December.")
  record CalendarYear() implements Period {}

  /** Twelve months from a date in each year. */
  @Doc("Twelve months from a date in each year, such as --04-01.")
  record YearFrom(MonthDay start) implements Period {}

  /** Twelve months from the day of enrolment and its anniversaries. */
  @Doc("Twelve months from the day of enrolment and its anniversaries.")
  record MembershipYear() implements Period {}

  /**
   * The last so many days or months: at an event on day D the days after D minus the span, up to
   * and including D; at a review on day E the days from and including E minus the span, before E.
   */
  @Doc(
      "The last so many days, weeks, months or years. At an event on day D: the days after the same"
          + " date a span earlier, up to and including D. At a review on day E: from and including"
          + " the same date a span before E, up to but not including E.")
  record Rolling(Span span) implements Period {}

  /** Since enrolment. */
  @Doc("Since enrolment.")
  record Lifetime() implements Period {}
}
