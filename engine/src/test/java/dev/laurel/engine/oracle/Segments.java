package dev.laurel.engine.oracle;

import dev.laurel.engine.member.Quintiles;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Membership;
import dev.laurel.rules.language.Segment.Membership.Lifecycle;
import dev.laurel.rules.language.Segment.Membership.Lifecycle.Stage;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.oracle.Answer;
import dev.laurel.rules.oracle.Oracle;
import dev.laurel.rules.vocabulary.HiddenMetrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Who belongs to which segment, found out anew whenever it is asked for. */
final class Segments {
  private Segments() {}

  /** The segments of a member, by id. */
  static List<String> of(Programming programming, Member member) {
    List<Segment> all = programming.pack().segments();
    List<String> found = List.of();
    // A segment may ask for others; after so many rounds each knows what it asks for.
    for (int round = 0; round < all.size(); round++) {
      List<String> next = new ArrayList<>();
      for (Segment segment : all)
        if (belongs(programming, member.assuming(found), segment)) next.add(segment.id());
      found = next.stream().sorted().toList();
    }
    return found;
  }

  /** Notes where the member belongs from now on. */
  static void settle(Page page, LocalDate day) {
    if (page.programming.pack().segments().isEmpty() || page.past.isPool) return;
    Map<String, LocalDate> now = new TreeMap<>();
    for (String id : of(page.programming, new Member(page.programming, page.past, day, true)))
      now.put(id, page.past.segments.getOrDefault(id, day));
    for (Segment segment : page.programming.pack().segments()) {
      boolean is = now.containsKey(segment.id());
      if (is == page.past.segments.containsKey(segment.id())) continue;
      page.add(Wording.segment(segment.id(), is));
      page.decisive.by((Record) segment.is());
      if (segment.is() instanceof Lifecycle life) page.decisive.by(life.stage());
    }
    page.past.segments.clear();
    page.past.segments.putAll(now);
  }

  private static boolean belongs(Programming programming, Member member, Segment segment) {
    Known known = Known.standing(programming, member);
    return switch (segment.is()) {
      case Membership.Meets(var when, var unless) ->
          when.byId().values().stream().allMatch(row -> meets(row, known))
              && unless.byId().values().stream().noneMatch(row -> meets(row, known));
      case Membership.InClass(var _, var metric, var from, var below) -> {
        Metric counted =
            programming.metrics().stream()
                .filter(m -> m.id().equals(metric))
                .findFirst()
                .orElseThrow();
        BigDecimal is = member.metric(counted);
        yield from.map(bound -> is.compareTo(bound) >= 0).orElse(true)
            && below.map(bound -> is.compareTo(bound) < 0).orElse(true);
      }
      case Membership.Attributed(var _, var attribute, var values) -> {
        Datum is = member.attributes().get(attribute.substring("member.".length()));
        yield switch (is) {
          case null -> false;
          case Datum.Several(var texts) -> texts.stream().anyMatch(values::contains);
          case Datum.One(var value) ->
              value instanceof dev.laurel.rules.condition.Value.Text(var text)
                  && values.contains(text);
        };
      }
      case Lifecycle life -> stage(life, member) == life.stage();
      case Membership.Rfm rfm -> isRanked(rfm, programming, member);
    };
  }

  /** Whoever bought nothing in the time that is looked at is in no fifth. */
  private static boolean isRanked(Membership.Rfm rfm, Programming programming, Member member) {
    String over = HiddenMetrics.described(programming.pack(), rfm.over());
    BigDecimal purchases = member.metric(programming.metric(HiddenMetrics.frequency(over)));
    Optional<Quintiles> snapshot = programming.population(member.day());
    if (purchases.signum() <= 0 || snapshot.isEmpty()) return false;
    Quintiles.Bounds bounds = snapshot.get().over().get(over);
    if (bounds == null || bounds.members() == 0) return false;
    BigDecimal money = member.metric(programming.metric(HiddenMetrics.money(over)));
    LocalDate last = member.past().purchases.getLast();
    return isIn(rfm.recency(), last.toEpochDay(), bounds.recency())
        && isIn(rfm.frequency(), purchases.longValueExact(), bounds.frequency())
        && isIn(
            rfm.money(),
            money.movePointRight(programming.decimals()).longValueExact(),
            bounds.money());
  }

  /** A value is in the fifth that follows all those of which it reaches the start. */
  private static boolean isIn(List<Integer> fifths, long value, Quintiles.Starts starts) {
    long reached =
        LongStream.of(starts.second(), starts.third(), starts.fourth(), starts.fifth())
            .filter(start -> start <= value)
            .count();
    return fifths.contains((int) reached + 1);
  }

  private static boolean meets(Condition row, Known known) {
    return Oracle.ask(row, known) == Answer.MET;
  }

  private static Stage stage(Lifecycle life, Member member) {
    LocalDate day = member.day();
    LocalDate enrolled = member.past().enrolled.orElse(day);
    List<LocalDate> bought = member.past().purchases;
    LocalDate last = bought.isEmpty() ? enrolled : bought.getLast();
    if (life.newFor().after(enrolled).isAfter(day)) return Stage.NEW;
    if (!life.lostAfter().after(last).isAfter(day)) return Stage.LOST;
    if (!life.activeFor().after(last).isAfter(day)) return Stage.AT_RISK;
    return isBack(bought, enrolled, life.lostAfter(), life.activeFor(), day)
        ? Stage.WON_BACK
        : Stage.ACTIVE;
  }

  /** Whether the last purchase of one who was lost is so recent. */
  private static boolean isBack(
      List<LocalDate> bought, LocalDate enrolled, Span lost, Span active, LocalDate day) {
    LocalDate before = enrolled;
    boolean back = false;
    for (LocalDate each : bought) {
      if (!lost.after(before).isAfter(each)) back = active.after(each).isAfter(day);
      before = each;
    }
    return back;
  }
}
