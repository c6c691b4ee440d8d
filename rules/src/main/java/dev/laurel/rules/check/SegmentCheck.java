package dev.laurel.rules.check;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Alert;
import dev.laurel.rules.language.Segment.Membership;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.Word.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether it can be told who belongs to a segment. */
final class SegmentCheck {
  private static final Setting SETTING = Setting.ofMember("a segment");

  /** Any day will do: what is told apart are spans. */
  private static final LocalDate SOME_DAY = LocalDate.of(2001, 1, 1);

  private final Inspection in;

  SegmentCheck(Inspection in) {
    this.in = in;
  }

  void check(List<Segment> segments) {
    Place.ROOT
        .of("segments")
        .each(
            segments,
            Segment::id,
            (at, segment) -> {
              membership(segment.is(), at.of("is"));
              at.of("alerts").each(segment.alerts(), Alert::id, this::alert);
            });
  }

  private void membership(Membership membership, Place at) {
    switch (membership) {
      case Membership.Meets(var when, var unless) -> {
        in.rows(when, SETTING, at.of("when"));
        in.rows(unless, SETTING, at.of("unless"));
      }
      case Membership.Rfm(var recency, var frequency, var money, var _) -> {
        quintiles(recency, at.of("recency"));
        quintiles(frequency, at.of("frequency"));
        quintiles(money, at.of("money"));
      }
      case Membership.InClass(var _, var metric, var from, var below) -> {
        from.ifPresent(bound -> in.ofMetric(metric, bound, at.of("from")));
        below.ifPresent(bound -> in.ofMetric(metric, bound, at.of("below")));
        range(from, below, at);
      }
      case Membership.Attributed attributed -> attributed(attributed, at);
      case Membership.Lifecycle(var _, var newFor, var activeFor, var lostAfter) -> {
        in.notEmpty(newFor, at.of("newFor"));
        in.notEmpty(activeFor, at.of("activeFor"));
        lost(activeFor, lostAfter, at.of("lostAfter"));
      }
    }
  }

  private void quintiles(List<Integer> quintiles, Place at) {
    if (quintiles.isEmpty())
      in.sink()
          .emptyList(
              at,
              "No quintile is named, so that nobody belongs.",
              "Write 1, 2, 3, 4 and 5 for all.");
  }

  private void range(Optional<BigDecimal> from, Optional<BigDecimal> below, Place at) {
    if (from.isEmpty() && below.isEmpty())
      in.sink().add("empty-range", at, "", "The class has no bound.", "Add from or below.");
    else if (from.isPresent() && below.isPresent() && from.get().compareTo(below.get()) >= 0)
      in.sink()
          .add(
              "empty-range",
              at.of("below"),
              LiteralCheck.text(below.get()),
              "No value lies from %s to below %s."
                  .formatted(LiteralCheck.text(from.get()), LiteralCheck.text(below.get())),
              "Write the lower bound as from.");
  }

  private void attributed(Membership.Attributed attributed, Place at) {
    if (attributed.values().isEmpty())
      in.sink().emptyList(at.of("values"), "No value is named.", "Name one.");
    Place path = at.of("attribute");
    Optional<Word> word = in.conditions().path(attributed.attribute(), SETTING, path, in.sink());
    if (word.isEmpty()) return;
    if (word.get().type() != Type.TEXT && word.get().type() != Type.LIST) {
      in.sink()
          .add(
              "wrong-type",
              path,
              attributed.attribute(),
              "%s is %s, and not a text."
                  .formatted(attributed.attribute(), LiteralCheck.noun(word.get().type())),
              "Name an attribute that is a text, a choice or a list.");
      return;
    }
    at.of("values")
        .each(
            attributed.values(),
            value -> "",
            (place, value) ->
                in.conditions().literals().check(word.get(), Value.of(value), place, in.sink()));
  }

  private void lost(Span activeFor, Span lostAfter, Place at) {
    if (lostAfter.after(SOME_DAY).isBefore(activeFor.after(SOME_DAY)))
      in.sink()
          .add(
              "lost-before-inactive",
              at,
              lostAfter.toString(),
              "Members would be lost while they still count as active (%s).".formatted(activeFor),
              "Let lostAfter be no shorter than activeFor.");
  }

  private void alert(Place at, Alert alert) {
    if (alert.belowPercent().isEmpty() && alert.abovePercent().isEmpty())
      in.sink()
          .add(
              "empty-alert",
              at,
              alert.id(),
              "The alert has no bound.",
              "Add belowPercent or abovePercent.");
    else if (alert.belowPercent().isPresent()
        && alert.abovePercent().isPresent()
        && alert.belowPercent().get().compareTo(alert.abovePercent().get()) > 0)
      in.sink()
          .add(
              "empty-range",
              at.of("belowPercent"),
              LiteralCheck.text(alert.belowPercent().get()),
              "Every share is below this bound or above the other (%s)."
                  .formatted(LiteralCheck.text(alert.abovePercent().get())),
              "Let belowPercent be the lower bound.");
  }
}
