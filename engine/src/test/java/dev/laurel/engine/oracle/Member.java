package dev.laurel.engine.oracle;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme;
import dev.laurel.rules.language.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a member on a day. Immutable as long as the past is left alone.
 *
 * @param wholeDay whether the day itself counts, or only the days before it
 * @param assumed the segments, where they are being found out
 */
record Member(
    Programming programming,
    Past past,
    LocalDate day,
    boolean wholeDay,
    Optional<List<String>> assumed) {
  Member(Programming programming, Past past, LocalDate day, boolean wholeDay) {
    this(programming, past, day, wholeDay, Optional.empty());
  }

  /** The same while it is being found out to which segments the member belongs. */
  Member assuming(List<String> segments) {
    return new Member(programming, past, day, wholeDay, Optional.of(segments));
  }

  List<String> segments() {
    return assumed.orElseGet(() -> Segments.of(programming, this));
  }

  Map<String, Datum> attributes() {
    return past.attributes;
  }

  private String member() {
    return past.member;
  }

  private LocalDate enrolled() {
    return past.enrolled.orElse(day);
  }

  /** The value of a word of the member. */
  Optional<Value> value(String path) {
    String[] names = path.split("\\.");
    return switch (names[0]) {
      case "metrics" ->
          programming.metrics().stream()
              .filter(m -> m.id().equals(names[1]))
              .findFirst()
              .map(m -> Value.of(metric(m)));
      case "counters" ->
          programming.counters().stream()
              .filter(c -> c.id().equals(names[1]))
              .findFirst()
              .map(c -> Value.of(counter(c)));
      case "points" ->
          programming.kinds().stream()
              .filter(k -> k.id().equals(names[1]))
              .findFirst()
              .map(k -> Value.of(available(k)));
      case "groups" -> Optional.of(Value.of(Shares.group(programming, member(), path)));
      default -> ofMember(path, names);
    };
  }

  private Optional<Value> ofMember(String path, String[] names) {
    return switch (path) {
      case "member.tier" -> programming.ladders().stream().findFirst().map(this::tier);
      case "member.enrolled" -> Optional.of(new Value.Date(enrolled()));
      case "member.daysEnrolled" -> Optional.of(Value.of(ChronoUnit.DAYS.between(enrolled(), day)));
      case "member.daysSinceLastPurchase" ->
          past.purchases.isEmpty()
              ? Optional.empty()
              : Optional.of(Value.of(ChronoUnit.DAYS.between(past.purchases.getLast(), day)));
      case "member.inBirthMonth" ->
          past.birthday.map(b -> Value.of(b.getMonth() == day.getMonth()));
      case "member.onBirthday" -> past.birthday.map(b -> Value.of(isKept(b)));
      case "member.onAnniversary" ->
          Optional.of(
              Value.of(day.getYear() > enrolled().getYear() && isKept(MonthDay.from(enrolled()))));
      default ->
          names[1].equals("tiers")
              ? programming.ladders().stream()
                  .filter(l -> l.id().equals(names[2]))
                  .findFirst()
                  .map(this::tier)
              : Optional.empty();
    };
  }

  /** A day of the year is kept on that day; 29 February on the 28th where there is none. */
  private boolean isKept(MonthDay each) {
    if (each.equals(MonthDay.of(2, 29)) && !day.isLeapYear())
      return MonthDay.from(day).equals(MonthDay.of(2, 28));
    return MonthDay.from(day).equals(each);
  }

  private Value tier(Ladder ladder) {
    return Value.of(past.shown.get(ladder.id()).tier());
  }

  private BigDecimal available(PointKind kind) {
    return Programming.points(kind, past.balance(kind.id(), Past.Account.AVAILABLE));
  }

  /** The metric as rules and tiers read it, rounded as it says. */
  BigDecimal metric(Metric metric) {
    BigDecimal exact =
        sum("metric/" + metric.id(), metric.over())
            .add(sum("headStart/" + metric.id(), metric.over()));
    if (metric.rounding() == Rounding.EXACT) return exact;
    return BigDecimal.valueOf(Ratio.of(exact).rounded(metric.rounding()));
  }

  BigDecimal counter(Programme.Counter counter) {
    return sum("counter/" + counter.id(), counter.over());
  }

  private BigDecimal sum(String what, String period) {
    return past.sum(what, programming.period(period), day, wholeDay);
  }
}
