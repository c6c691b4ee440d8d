package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.oracle.Past.Account;
import dev.laurel.engine.oracle.Past.Purchase;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Programme.Returns;
import dev.laurel.rules.language.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Goods come back, and with them their share of what they gave. */
final class Returning {
  private final Page page;
  private final LocalDate day;
  private final Event event;
  private final Body.Return back;
  private final Optional<Purchase> bought;

  Returning(Page page, LocalDate day, Event event, Body.Return back) {
    this.page = page;
    this.day = day;
    this.event = event;
    this.back = back;
    this.bought =
        back.of().map(id -> page.past.told.get(event.source() + " " + id)).flatMap(one -> one);
  }

  /** Carries it out; says with which code it is refused where it cannot be. */
  Optional<String> carryOut(Past before) {
    Optional<Returns> terms = page.programming.pack().programme().returns();
    if (terms.isEmpty()) return Optional.of("no-returns");
    if (back.amount() < 0) return Optional.of("negative-return");
    boolean told = back.of().map(id -> page.past.told.containsKey(name(id))).orElse(false);
    if (told && bought.isEmpty()) return Optional.of("not-a-purchase");
    if (bought.isEmpty() && terms.get().unknown() == Returns.Unknown.REFUSE)
      return Optional.of("unknown-purchase");
    if (bought.isPresent() && back.amount() > bought.get().amount() - bought.get().returned())
      return Optional.of("more-than-bought");
    page.decisive.by(bought.isPresent() ? "a known purchase returned" : "an unknown one returned");
    if (bought.isPresent()) known(terms.get(), bought.get());
    else unknown(terms.get(), before);
    return Optional.empty();
  }

  private String name(String id) {
    return event.source() + " " + id;
  }

  private void known(Returns terms, Purchase of) {
    for (PointKind kind : page.programming.kinds()) {
      long units = newly(of, units(of, kind), kind.rounding()).longValue();
      page.past.kept.merge(
          kind.id(), -Math.min(units, page.past.kept.getOrDefault(kind.id(), 0L)), Long::sum);
      if (terms.share() == Returns.Share.PROPORTION)
        new Purses(page, day).takeBack(kind, units, Optional.of(of.day()), terms.from());
    }
    if (terms.share() == Returns.Share.PROPORTION)
      of.onward()
          .forEach((what, whole) -> {
            PointKind kind = page.programming.kind(what.kind());
            long less = newly(of, BigDecimal.valueOf(whole), kind.rounding()).longValue();
            if (less > 0) page.give(what, -less);
          });
    page.past.bought(-Math.min(back.amount(), page.past.spent()));
    for (Metric metric : page.programming.metrics())
      if (counts(terms, metric))
        new Rollovers(page, day).takeBack(metric, less(metric, of), of.day());
    page.past.told.put(
        name(back.of().orElseThrow()),
        Optional.of(
            new Purchase(
                of.day(),
                of.amount(),
                of.earned(),
                of.counted(),
                of.onward(),
                of.returned() + back.amount())));
  }

  private static BigDecimal units(Purchase of, PointKind kind) {
    return BigDecimal.valueOf(of.earned().getOrDefault(kind.id(), 0L));
  }

  /** What goods keep that are not brought back yet, less what those keep that are kept now. */
  private BigDecimal newly(Purchase of, BigDecimal whole, Rounding rounding) {
    if (of.amount() == 0) return BigDecimal.ZERO;
    long left = of.amount() - of.returned();
    return part(whole, left, of.amount(), rounding)
        .subtract(part(whole, left - back.amount(), of.amount(), rounding));
  }

  private static BigDecimal part(BigDecimal whole, long part, long of, Rounding rounding) {
    return whole
        .multiply(BigDecimal.valueOf(part))
        .divide(
            BigDecimal.valueOf(of),
            whole.scale(),
            switch (rounding) {
              case DOWN -> RoundingMode.FLOOR;
              case UP -> RoundingMode.CEILING;
              case HALF_UP -> RoundingMode.HALF_UP;
              case HALF_EVEN -> RoundingMode.HALF_EVEN;
              case EXACT -> RoundingMode.UNNECESSARY;
            });
  }

  private BigDecimal less(Metric metric, Purchase of) {
    BigDecimal counted = of.counted().getOrDefault(metric.id(), BigDecimal.ZERO);
    boolean last = of.returned() + back.amount() == of.amount();
    return switch (metric.counts()) {
      case Count.Spend s ->
          newly(of, counted.setScale(page.programming.decimals()), Rounding.HALF_EVEN);
      case Count.Sum s -> newly(of, counted.setScale(6), Rounding.HALF_EVEN);
      case Count.PointsEarned(var id) -> {
        PointKind kind = page.programming.kind(id);
        yield Programming.points(kind, newly(of, units(of, kind), kind.rounding()).longValue());
      }
      case Count.Purchases p -> last ? counted : BigDecimal.ZERO;
      case Count.Events e -> last ? counted : BigDecimal.ZERO;
      case Count.DistinctDays d -> BigDecimal.ZERO;
      case Count.OfCounter c -> BigDecimal.ZERO;
    };
  }

  /** Of all that was bought and is kept. */
  private void unknown(Returns terms, Past before) {
    Map<String, Long> taken = new TreeMap<>();
    long spent = page.past.spent();
    for (PointKind kind : page.programming.kinds()) {
      BigDecimal units = BigDecimal.valueOf(page.past.kept.getOrDefault(kind.id(), 0L));
      long left = Math.max(0, spent - back.amount());
      BigDecimal stays = spent == 0 ? units : part(units, left, spent, kind.rounding());
      long less = units.subtract(stays).longValue();
      taken.put(kind.id(), less);
      page.past.kept.merge(kind.id(), -less, Long::sum);
      if (terms.share() == Returns.Share.PROPORTION)
        new Purses(page, day).takeBack(kind, less, Optional.empty(), terms.from());
    }
    page.past.bought(-Math.min(back.amount(), spent));
    countLess(terms, before, taken);
  }

  /** What a member is ranked by tells what is kept, whatever returns do to tiers. */
  private static boolean counts(Returns terms, Metric metric) {
    return terms.metrics() || metric.id().contains(".");
  }

  private void countLess(Returns terms, Past before, Map<String, Long> taken) {
    Event purchase =
        new Event(
            event.source(),
            event.id(),
            event.member(),
            event.occurredAt(),
            Body.Purchase.of(back.amount(), back.lines()));
    Page aside = new Page(page.programming, before.copy());
    Known known =
        Known.of(page.programming, new Member(page.programming, before, day, true), purchase);
    Counting counting = new Counting(aside, day, purchase, known, new Earning(aside, day));
    for (Metric metric : page.programming.metrics()) {
      if (!counts(terms, metric)) continue;
      BigDecimal much = BigDecimal.ZERO;
      if (metric.counts() instanceof Count.Spend) much = counting.more(metric);
      if (metric.counts() instanceof Count.PointsEarned(var kind))
        much = Programming.points(page.programming.kind(kind), taken.getOrDefault(kind, 0L));
      page.past.uncountLast(
          "metric/" + metric.id(), page.programming.period(metric.over()), much, day);
    }
  }

  /** Notes what was told of an event, for whatever comes back of it. */
  static void note(
      Page page, LocalDate day, Event event, int journalBefore, Optional<Counting> counting) {
    Optional<Purchase> purchase = Optional.empty();
    if (event.body() instanceof Body.Purchase bought) {
      Map<String, Long> earned = new TreeMap<>();
      for (Past.Entry entry : page.past.journal.subList(journalBefore, page.past.journal.size()))
        if (entry.from() == Account.ISSUED && !entry.why().startsWith("challenges/"))
          earned.merge(entry.kind(), entry.units(), Long::sum);
      purchase =
          Optional.of(
              new Purchase(
                  day,
                  bought.amount(),
                  earned,
                  counting.orElseThrow().added(),
                  page.onward.entrySet().stream()
                      .filter(each -> each.getKey().benefit().isEmpty() && each.getValue() != 0)
                      .filter(each -> !each.getKey().rule().startsWith("challenges/"))
                      .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                  0));
      if (bought.amount() >= 0) {
        earned.forEach((kind, units) -> page.past.kept.merge(kind, units, Long::sum));
        page.past.bought(bought.amount());
      }
    }
    page.past.told.put(event.source() + " " + event.id(), purchase);
  }
}
