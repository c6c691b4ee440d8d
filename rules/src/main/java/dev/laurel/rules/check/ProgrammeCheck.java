package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.Period;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Programme.NamedPeriod;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.Word.Source;

/** The programme's money, its periods and what it counts. */
final class ProgrammeCheck {
  private static final String PURCHASE = "purchase";

  private final Inspection in;

  ProgrammeCheck(Inspection in) {
    this.in = in;
  }

  void check(Programme programme) {
    Place at = Place.ROOT.of("programme");
    if (programme.currency().getDefaultFractionDigits() < 0)
      in.sink()
          .add(
              "no-minor-unit",
              at.of("currency"),
              programme.currency().getCurrencyCode(),
              "%s has no minor unit in which amounts could be kept."
                  .formatted(programme.currency().getCurrencyCode()),
              "Choose a currency in which people pay.");
    new PointKindCheck(in).check(programme.pointKinds(), at.of("pointKinds"));
    at.of("periods")
        .each(programme.periods(), NamedPeriod::id, (p, n) -> period(n.is(), p.of("is")));
    at.of("metrics").each(programme.metrics(), Metric::id, this::metric);
  }

  private void period(Period period, Place at) {
    switch (period) {
      case Period.YearFrom(var start) -> {
        if (start.getMonthValue() == 2 && start.getDayOfMonth() == 29)
          in.sink()
              .add(
                  "bad-start",
                  at.of("start"),
                  start.toString(),
                  "Most years have no 29 February on which the period could begin.",
                  "Begin on --02-28 or --03-01.");
      }
      case Period.Rolling(var span) -> in.notEmpty(span, at.of("span"));
      case Period.Day _,
          Period.CalendarWeek _,
          Period.CalendarMonth _,
          Period.CalendarQuarter _,
          Period.CalendarYear _,
          Period.MembershipYear _,
          Period.Lifetime _ -> {}
    }
  }

  private void metric(Place at, Metric metric) {
    Place counts = at.of("counts");
    switch (metric.counts()) {
      case Count.PointsEarned _, Count.OfCounter _ -> {}
      case Count.Spend(var _, var when) -> rows(when, PURCHASE, true, counts);
      case Count.Purchases(var when) -> rows(when, PURCHASE, false, counts);
      case Count.Events(var event, var when) -> rows(when, event, false, counts);
      case Count.DistinctDays(var event, var when) -> rows(when, event, false, counts);
      case Count.Sum(var event, var attribute, var when) -> {
        rows(when, event, false, counts);
        sum(event, attribute, counts.of("attribute"));
      }
    }
    metric
        .rollover()
        .ifPresent(rollover -> {
          in.repeating(metric.over(), at.of("over"));
          rollover
              .atMost()
              .ifPresent(most -> in.ofMetric(metric.id(), most, at.of("rollover").of("atMost")));
        });
  }

  private void rows(Rows when, String event, boolean ofLine, Place counts) {
    in.rows(when, in.settingOfMetric(event, ofLine), counts.of("when"));
  }

  private void sum(String event, String attribute, Place at) {
    Setting setting = in.settingOfMetric(event, false);
    in.conditions()
        .path(attribute, setting, at, in.sink())
        .ifPresent(word -> {
          if (word.type() != Word.Type.NUMBER || word.source() == Source.MEMBER)
            in.sink()
                .add(
                    "wrong-type",
                    at,
                    attribute,
                    "%s is no number that an event carries.".formatted(attribute),
                    "Name one, such as purchase.quantity.");
        });
  }
}
