package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.PointKind.Availability;
import dev.laurel.rules.language.PointKind.Cap;
import dev.laurel.rules.language.PointKind.Expiry;
import dev.laurel.rules.language.PointKind.Transfer;
import dev.laurel.rules.language.PointKind.Use;
import dev.laurel.rules.language.Rounding;
import dev.laurel.rules.language.Span;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether what is said of each kind of points goes together. */
final class PointKindCheck {
  /** Any day will do: what is told apart are spans. */
  private static final LocalDate SOME_DAY = LocalDate.of(2001, 1, 1);

  private final Inspection in;

  PointKindCheck(Inspection in) {
    this.in = in;
  }

  void check(List<PointKind> kinds, Place at) {
    at.each(kinds, PointKind::id, this::kind);
  }

  private void kind(Place at, PointKind kind) {
    if (kind.rounding() == Rounding.EXACT)
      in.sink()
          .add(
              "rounding-needed",
              at.of("rounding"),
              "exact",
              "Points are kept in whole units or hundredths, so that any rest must be rounded.",
              "Write down, up, half-up or half-even.");
    if (kind.use() == Use.QUALIFYING && kind.worth().isPresent())
      in.sink()
          .add(
              "worth-of-qualifying",
              at.of("worth"),
              LiteralCheck.text(kind.worth().get()),
              "Qualifying points cannot be spent, so that they are worth nothing.",
              "Leave the worth out, or make the points redeemable.");
    availability(kind, at);
    expiry(kind.expiry(), at.of("expiry"));
    at.of("caps").each(kind.caps(), Cap::id, (place, cap) -> cap(cap, kind, place));
    kind.transfer().ifPresent(transfer -> transfer(transfer, kind, at.of("transfer")));
  }

  private void cap(Cap cap, PointKind kind, Place at) {
    if (cap.of() == Cap.Of.BALANCE && cap.over().isPresent())
      in.sink()
          .add(
              "balance-over-period",
              at.of("over"),
              cap.over().get(),
              "A balance is what is there at a moment; it has no period.",
              "Leave out the period, or limit what is earned.");
    in.points(kind.id(), cap.atMost(), at.of("atMost"));
  }

  private void transfer(Transfer transfer, PointKind kind, Place at) {
    in.points(kind.id(), transfer.least(), at.of("least"));
    transfer
        .atMost()
        .ifPresent(most -> {
          in.points(kind.id(), most, at.of("atMost"));
          if (most.compareTo(transfer.least()) < 0)
            in.sink()
                .add(
                    "empty-range",
                    at.of("atMost"),
                    LiteralCheck.text(most),
                    "The most that may be given away is below the least (%s)."
                        .formatted(LiteralCheck.text(transfer.least())),
                    "Raise the one or lower the other.");
        });
    if (transfer.over().isPresent() && transfer.atMost().isEmpty())
      in.sink()
          .add(
              "period-without-limit",
              at.of("over"),
              transfer.over().get(),
              "A period limits nothing without a number of points.",
              "Add atMost, or leave out the period.");
  }

  private void availability(PointKind kind, Place at) {
    boolean lost =
        switch (kind.available()) {
          case Availability.After(Span wait) ->
              kind.expiry()
                      instanceof
                      Expiry.After(Span life, Expiry.UpTo carriedTo, var _, var unlessActive)
                  && carriedTo == Expiry.UpTo.NONE
                  && unlessActive.isEmpty()
                  && wait.after(SOME_DAY).isAfter(life.after(SOME_DAY));
          case Availability.On(LocalDate day) ->
              kind.expiry() instanceof Expiry.On(LocalDate last, var _) && day.isAfter(last);
          case Availability.AtOnce _, Availability.AtEvent _ -> false;
        };
    if (lost)
      in.sink()
          .add(
              "never-available",
              at.of("available"),
              "",
              "The points lapse before they become available.",
              "Let them lapse later, or be available sooner.");
  }

  private void expiry(Expiry expiry, Place at) {
    switch (expiry) {
      case Expiry.Never _, Expiry.On _ -> {}
      case Expiry.Inactivity(var span, var _, var _) -> in.notEmpty(span, at.of("span"));
      case Expiry.After after ->
          after
              .unlessActive()
              .ifPresent(active -> in.repeating(active.each(), at.of("unlessActive").of("each")));
      case Expiry.ByTier(var rows, var otherwise) -> {
        byTier(rows, at.of("rows"));
        expiry(otherwise, at.of("otherwise"));
      }
    }
  }

  private void byTier(List<Expiry.ByTier.Row> rows, Place at) {
    if (rows.isEmpty())
      in.sink().emptyList(at, "No row says which tiers follow which expiry.", "Add one.");
    Set<String> seen = new HashSet<>();
    at.each(
        rows,
        Expiry.ByTier.Row::id,
        (place, row) -> {
          if (row.tiers().isEmpty())
            in.sink().emptyList(place.of("tiers"), "The row names no tier.", "Name one.");
          Set<String> here = new HashSet<>(row.tiers());
          here.retainAll(seen);
          here.forEach(tier -> in.sink().namedTwice(place.of("tiers"), tier));
          seen.addAll(row.tiers());
          expiry(row.expiry(), place.of("expiry"));
        });
  }
}
