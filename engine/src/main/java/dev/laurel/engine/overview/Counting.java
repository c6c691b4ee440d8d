package dev.laurel.engine.overview;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.language.PointKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums up members, one after the other. Not thread-safe. */
final class Counting {
  private final Revision revision;
  private final SortedMap<String, SortedMap<String, Long>> tiers = new TreeMap<>();
  private final Map<String, Sum> kinds = new HashMap<>();
  private final Gathering gathering;
  private long members;

  Counting(Revision revision, Instant asOf) {
    this.revision = revision;
    this.gathering = new Gathering(revision, asOf);
    revision
        .ladders()
        .forEach(plan -> {
          SortedMap<String, Long> of = new TreeMap<>();
          plan.tiers().forEach(tier -> of.put(tier.id(), 0L));
          tiers.put(plan.ladder().id(), of);
        });
  }

  /** What is summed of one kind. */
  private static final class Sum {
    private long earned;
    private long redeemed;
    private long expired;
    private long reversed;
    private long available;
    private long pending;
    private long reserved;
    private long debt;
    private final SortedMap<LocalDate, Long> lapsing = new TreeMap<>();

    void add(Purse purse) {
      earned = Math.addExact(earned, purse.earned());
      redeemed = Math.addExact(redeemed, purse.redeemed());
      expired = Math.addExact(expired, purse.expired());
      reversed = Math.addExact(reversed, purse.reversed());
      available = Math.addExact(available, purse.available());
      pending = Math.addExact(pending, purse.pending());
      reserved = Math.addExact(reserved, purse.reservedUnits());
      debt = Math.addExact(debt, purse.debt());
      for (Purse.Lot lot : purse.lots())
        if (lot.lapsesOn() != Purse.NEVER)
          lapsing.merge(LocalDate.ofEpochDay(lot.lapsesOn()), lot.units(), Math::addExact);
    }
  }

  /** A pool is no member; what it holds is owed as what members hold is. */
  void add(MemberState member) {
    if (!Event.isPool(member.member())) {
      members++;
      gathering.add(member);
    }
    for (MemberState.Standing standing : member.standings())
      tiers
          .computeIfAbsent(standing.ladder(), _ -> new TreeMap<>())
          .merge(standing.tier(), 1L, Long::sum);
    for (Purse purse : member.purses())
      kinds.computeIfAbsent(purse.kind(), _ -> new Sum()).add(purse);
  }

  Overview overview(Instant asOf) {
    List<Overview.Sums> sums = new ArrayList<>();
    for (PointKind kind : revision.pack().programme().pointKinds())
      sums.add(sums(kind, kinds.getOrDefault(kind.id(), new Sum())));
    return new Overview(asOf, revision.digest(), members, tiers, sums, gathering.gathered());
  }

  private Overview.Sums sums(PointKind kind, Sum sum) {
    BigDecimal worth = kind.worth().orElse(BigDecimal.ZERO);
    long outstanding = Math.addExact(Math.addExact(sum.available, sum.pending), sum.reserved);
    int decimals =
        switch (kind.unit()) {
          case WHOLE -> 0;
          case HUNDREDTHS -> 2;
        };
    return new Overview.Sums(
        kind.id(),
        sum.earned,
        sum.redeemed,
        sum.expired,
        sum.reversed,
        sum.available,
        sum.pending,
        sum.reserved,
        sum.debt,
        sum.lapsing,
        worth,
        worth
            .multiply(BigDecimal.valueOf(outstanding, decimals))
            .setScale(revision.currencyDecimals(), RoundingMode.HALF_UP));
  }
}
