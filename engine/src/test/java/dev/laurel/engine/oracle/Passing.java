package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.oracle.Past.Account;
import dev.laurel.engine.oracle.Past.Lot;
import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Points that go from one member to another: what is told of the one, and of the other. */
final class Passing {
  private final Page page;
  private final LocalDate day;

  Passing(Page page, LocalDate day) {
    this.page = page;
    this.day = day;
  }

  /** Whoever is called so is no member. */
  static boolean isNobody(String member) {
    return member.startsWith("nobody");
  }

  /** Gives points away; says with which code that is refused. */
  Optional<String> give(Event event, Body.Transfer gift) {
    PointKind kind = page.programming.kind(gift.kind());
    if (kind.transfer().isEmpty()) return Optional.of("no-transfer");
    PointKind.Transfer terms = kind.transfer().get();
    page.decisive.by("a transfer");
    if (gift.to().equals(event.member())) return Optional.of("transfer-to-oneself");
    if (gift.to().startsWith("pool:") && kind.pooling().isEmpty()) return Optional.of("not-pooled");
    if (isNobody(gift.to())) return Optional.of("unknown-receiver");
    BigDecimal points = points(kind, gift.units());
    if (points.compareTo(terms.least()) < 0) return Optional.of("transfer-below-least");
    String counted = "transfer/" + kind.id();
    BigDecimal before =
        terms
            .over()
            .map(over -> page.past.sum(counted, page.programming.period(over), day, true))
            .orElse(BigDecimal.ZERO);
    if (terms.atMost().isPresent() && before.add(points).compareTo(terms.atMost().get()) > 0)
      return Optional.of("transfer-above-most");
    if (page.past.balance(kind.id(), Account.AVAILABLE) < gift.units())
      return Optional.of("not-enough-points");
    long fee = fee(gift.units(), terms.feePercent());
    if (fee >= gift.units()) return Optional.of("transfer-all-fee");
    if (fee > 0) page.decisive.by("a fee");
    page.past.count(counted, day, points);
    List<Lot> arriving = new Purses(page, day).give(kind, gift.units() - fee, fee, "transfer");
    Map<Optional<LocalDate>, Long> byDay = new LinkedHashMap<>();
    for (Lot lot : arriving) byDay.merge(lot.goneOn(), lot.units(), Long::sum);
    byDay.forEach((gone, units) -> page.add(Wording.sent(gift.to(), kind.id(), gone, units)));
    return Optional.empty();
  }

  /** The hundredths of a per cent of it, and one more where that is no whole number. */
  private static long fee(long units, BigDecimal perCent) {
    BigInteger parts = perCent.movePointRight(2).toBigIntegerExact();
    BigInteger[] whole =
        parts.multiply(BigInteger.valueOf(units)).divideAndRemainder(BigInteger.valueOf(10_000));
    return whole[0].longValueExact() + (whole[1].signum() == 0 ? 0 : 1);
  }

  private static BigDecimal points(PointKind kind, long units) {
    return BigDecimal.valueOf(units, kind.unit() == PointKind.Unit.WHOLE ? 0 : 2);
  }

  /** Takes what came from another. */
  void receive(Body.Received gift) {
    page.decisive.by("points received");
    receive(page.programming.kind(gift.kind()), gift.lots(), "transfer");
  }

  /** Takes lots that came from another account. */
  void receive(PointKind kind, List<Body.Received.Given> lots, String why) {
    long units = 0;
    for (Body.Received.Given part : lots) {
      units += part.units();
      page.past.lots.add(
          new Lot(
              page.past.lotsBegun++,
              kind.id(),
              part.earnedOn(),
              part.earnedOn(),
              part.lapsesOn().map(gone -> gone.isAfter(day) ? gone : day.plusDays(1)),
              part.units(),
              false));
    }
    page.post(Account.TRANSFERRED, Account.AVAILABLE, kind.id(), units, why);
    new Purses(page, day).payDebt(kind);
  }
}
