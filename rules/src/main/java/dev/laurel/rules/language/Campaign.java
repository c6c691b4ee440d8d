package dev.laurel.rules.language;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules for a time and an audience, with a budget. Immutable. */
@Doc("Rules for a time and an audience, with a budget.")
public record Campaign(
    @Declares(Thing.CAMPAIGN) String id,
    Text title,
    @Doc("A campaign that is switched off never runs.") @Default("true") boolean active,
    @Doc("When it runs; {} means always.") Schedule schedule,
    @Doc("Members of one of these segments only.") @Refers(Thing.SEGMENT) List<String> audience,
    Rows when,
    Rows unless,
    @Doc("What it may cost in all.") Optional<Budget> budget,
    @Doc("How often a member may profit.") List<EarningGroup.Limit> limits,
    @Doc("Only the first so many members.") @Range(min = "1") Optional<Long> firstMembers,
    @Doc("The share of the audience that gets nothing, for comparison, in per cent.")
        @Range(max = "99", decimals = 2)
        @Default("0")
        BigDecimal controlPercent,
    @Doc("Rules of their own for parts of the audience.") List<Variant> variants,
    @Doc(
            "Campaigns of the same name exclude one another: the highest priority wins, then the first id.")
        Optional<String> exclusion,
    @Range(min = "-1000", max = "1000") @Default("0") int priority,
    @Doc("How its rules meet.") @Default("add") EarningGroup.Meeting meeting,
    List<EarningRule> rules) {

  /** Its rules, those of its variants included. */
  public List<EarningRule> allRules() {
    return Stream.concat(rules.stream(), variants.stream().flatMap(v -> v.rules().stream()))
        .toList();
  }

  /** When a campaign runs. */
  @Doc("When a campaign runs.")
  public record Schedule(
      @Doc("From the start of this day.") Optional<LocalDate> from,
      @Doc("To the end of this day.") Optional<LocalDate> to,
      @Doc("Instead of the programme's zone.") Optional<ZoneId> zone,
      @Doc("Only on these days of the week.") List<DayOfWeek> weekdays,
      @Doc("Only on these days of the month; -1 is the last.") @Range(min = "-31", max = "31")
          List<Integer> monthDays,
      @Doc("Only in these months.") @Range(min = "1", max = "12") List<Integer> months,
      @Doc("Only between these times of day; the second is not included.") List<Hours> hours) {
    public Schedule {
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get()))
        throw new IllegalArgumentException(
            "The schedule ends (%s) before it begins (%s).".formatted(to.get(), from.get()));
      weekdays = weekdays.stream().distinct().sorted().toList();
      monthDays = monthDays.stream().distinct().sorted().toList();
      months = months.stream().distinct().sorted().toList();
    }
  }

  /** A part of the day; where the end is not after the start it runs past midnight. */
  @Doc("A part of the day; where the end is not after the start it runs past midnight.")
  public record Hours(
      @Doc("From then on.") LocalTime from,
      @Doc("Until then, which is not included.") LocalTime to) {}

  /** What the campaign may cost in all. */
  @Doc("What the campaign may cost in all.")
  public record Budget(
      @Doc("The most points, of all members together.") @Range(decimals = 2)
          Optional<BigDecimal> points,
      @Doc("In the programme's currency, at the worth of the points.") @Range(decimals = 2)
          Optional<BigDecimal> money) {}

  /** A part of the audience that gets rules of its own. */
  @Doc("A part of the audience that gets rules of its own.")
  public record Variant(
      @Declares(Thing.ROW) String id,
      Text title,
      @Doc("Its share of those who are in no control group; all shares together make 100.")
          @Range(min = "1", max = "100")
          int percent,
      List<EarningRule> rules) {}
}
