package dev.laurel.rules.check;

import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.RateTable.Gives;
import dev.laurel.rules.vocabulary.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether what a rule gives can be given where it stands. Remembers where offers are made and which
 * tiers are granted.
 */
final class OutcomeCheck {
  private static final Set<String> REFERRAL = Set.of("referral");

  private final Inspection in;
  private final Map<String, Setting> offered = new HashMap<>();
  private final Set<String> granted = new HashSet<>();

  OutcomeCheck(Inspection in) {
    this.in = in;
  }

  /** The kinds of points that outcomes name; those of multipliers follow from their targets. */
  static Stream<String> kinds(List<Outcome> outcomes) {
    return outcomes.stream()
        .flatMap(outcome ->
            switch (outcome) {
              case Outcome.Points points -> Stream.of(points.kind());
              case Outcome.PerAmount per -> Stream.of(per.kind());
              case Outcome.PerUnit per -> Stream.of(per.kind());
              case Outcome.ByTable by -> Stream.of(by.kind());
              case Outcome.Multiply _,
                  Outcome.MultiplyByTable _,
                  Outcome.GrantTier _,
                  Outcome.Count _,
                  Outcome.Entitle _,
                  Outcome.Send _,
                  Outcome.Offer _ ->
                  Stream.empty();
            });
  }

  /** Checks outcomes of which there must be one at least. */
  void checkSome(List<Outcome> outcomes, Setting setting, Place at) {
    if (outcomes.isEmpty())
      in.sink().add("no-outcome", at, "", "Nothing comes of it.", "Say what is given.");
    check(outcomes, setting, at);
  }

  void check(List<Outcome> outcomes, Setting setting, Place at) {
    at.each(outcomes, outcome -> "", (place, outcome) -> outcome(outcome, setting, place));
  }

  private void outcome(Outcome outcome, Setting setting, Place at) {
    switch (outcome) {
      case Outcome.Points points -> points(points, setting, at);
      case Outcome.PerAmount _ -> receipt(setting, at);
      case Outcome.PerUnit per -> perUnit(per, setting, at.of("attribute"));
      case Outcome.ByTable by ->
          in.table(by.table()).ifPresent(table -> byTable(by, table, setting, at));
      case Outcome.Multiply(var _, var of) -> targets(of, setting, at);
      case Outcome.MultiplyByTable(var table, var of) -> {
        targets(of, setting, at);
        in.table(table)
            .ifPresent(it -> table(it, it.gives() == Gives.MULTIPLIER, setting, at.of("table")));
      }
      case Outcome.GrantTier grant -> granted.add(grant.tier());
      case Outcome.Offer(var offer) ->
          offered.merge(
              offer, setting.ofWhole(), (one, other) -> one.and("what makes the offer", other));
      case Outcome.Entitle entitle -> entitle(entitle, setting, at);
      case Outcome.Count _, Outcome.Send _ -> {}
    }
  }

  /** Where a set of offers is made, of all that has been checked; empty where nothing makes it. */
  Optional<Setting> offered(String set) {
    return Optional.ofNullable(offered.get(set));
  }

  /** Whether something that has been checked puts members into the tier. */
  boolean isGranted(String tier) {
    return granted.contains(tier);
  }

  private void entitle(Outcome.Entitle entitle, Setting setting, Place at) {
    referred(entitle.to(), setting, at);
    if (entitle.to() == Outcome.To.POOL)
      in.sink()
          .add(
              "pool-of-benefits",
              at.of("to"),
              "pool",
              "Pools hold points; a benefit belongs to a person.",
              "Hand it out to the member, or give points to the pool.");
  }

  /** Only a referral says who was brought; who brought the member is remembered. */
  private void referred(Outcome.To to, Setting setting, Place at) {
    if (to == Outcome.To.REFERRED && !setting.events().equals(REFERRAL))
      in.sink()
          .add(
              "no-referral",
              at.of("to"),
              "referred",
              "There is nobody who was brought in %s.".formatted(setting.subject()),
              "Let the rule answer to referrals; to the referrer anything may give.");
  }

  private void points(Outcome.Points points, Setting setting, Place at) {
    in.points(points.kind(), points.points(), at.of("points"));
    referred(points.to(), setting, at);
    if (points.to() == Outcome.To.POOL)
      in.kind(points.kind())
          .filter(kind -> kind.pooling().isEmpty())
          .ifPresent(kind ->
              in.sink()
                  .add(
                      "no-pool",
                      at.of("to"),
                      "pool",
                      "Members do not pool points of the kind \"%s\".".formatted(kind.id()),
                      "Add pooling to the point kind, or give the points to the member."));
  }

  /** Points for an amount need a receipt that says the amount. */
  private void receipt(Setting setting, Place at) {
    if (!setting.hasReceipt())
      in.sink()
          .add(
              "needs-purchase",
              at,
              "",
              "There is no amount in %s.".formatted(setting.subject()),
              "Give a fixed number of points, or let the rule answer to purchases.");
  }

  private void perUnit(Outcome.PerUnit per, Setting setting, Place at) {
    Optional<Word> word = in.conditions().path(per.attribute(), setting, at, in.sink());
    if (word.isPresent() && word.get().type() != Word.Type.NUMBER)
      in.sink()
          .add(
              "wrong-type",
              at,
              per.attribute(),
              "%s is %s, and not a number."
                  .formatted(per.attribute(), LiteralCheck.noun(word.get().type())),
              "Name a number, such as purchase.quantity; for money write per-amount.");
  }

  private void byTable(Outcome.ByTable by, RateTable table, Setting setting, Place at) {
    table(table, table.gives() != Gives.MULTIPLIER, setting, at.of("table"));
    if (table.gives() == Gives.POINTS_PER_AMOUNT) receipt(setting, at);
    if (table.gives() == Gives.POINTS)
      in.kind(by.kind()).ifPresent(kind -> wholeRows(table, kind, at.of("table")));
  }

  /** Fixed points of a table must be points that the kind can hold. */
  private void wholeRows(RateTable table, PointKind kind, Place at) {
    table.rows().stream()
        .filter(row -> row.gives().stripTrailingZeros().scale() > Inspection.decimals(kind))
        .findFirst()
        .ifPresent(row ->
            in.sink()
                .add(
                    "too-many-decimals",
                    at,
                    table.id(),
                    "The row \"%s\" gives %s points, which the kind \"%s\" cannot hold."
                        .formatted(row.id(), LiteralCheck.text(row.gives()), kind.id()),
                    "Round what the rows give, or name another kind."));
  }

  private void table(RateTable table, boolean gives, Setting setting, Place at) {
    if (!gives)
      in.sink()
          .add(
              "wrong-table",
              at,
              table.id(),
              "The table \"%s\" gives %s."
                  .formatted(
                      table.id(),
                      table.gives() == Gives.MULTIPLIER ? "multipliers" : "points, no multipliers"),
              "Name a table that gives what is asked for here.");
    for (RateTable.Column column : table.columns())
      in.conditions()
          .dictionary()
          .find(column.operand())
          .filter(word -> !setting.carries(word, in.conditions().dictionary()))
          .ifPresent(word ->
              in.sink()
                  .add(
                      "not-here",
                      at,
                      word.path(),
                      "The table \"%s\" looks up %s, which has no value in %s."
                          .formatted(table.id(), word.path(), setting.subject()),
                      word.source() == Word.Source.LINE
                          ? "Let the rule look at each line (per: line)."
                          : "Let the rule answer to events that carry it."));
  }

  private void targets(List<String> of, Setting setting, Place at) {
    if (of.isEmpty())
      in.sink().emptyList(at.of("of"), "Nothing is multiplied.", "Name rules or groups.");
    if (!setting.earns())
      in.sink()
          .add(
              "nothing-to-multiply",
              at,
              "",
              "There are no earnings to multiply in %s.".formatted(setting.subject()),
              "Multiply in an earning rule.");
  }
}
