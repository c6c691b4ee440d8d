package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event.Body.Purchase;
import dev.laurel.engine.event.Event.Line;
import dev.laurel.engine.oracle.Crossing.Which;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Base;
import dev.laurel.rules.language.Base.Part;
import dev.laurel.rules.language.Outcome;
import dev.laurel.rules.language.Outcome.PerAmount.Steps;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.language.RateTable.Cell;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a rule gives by itself. */
final class Yields {
  private final Page page;
  private final Programming programming;
  private final Known known;
  private final Crossing.Part part;

  Yields(Page page, Known known) {
    this(page, Crossing.Part.all(known));
  }

  /** Of a part of a purchase. */
  Yields(Page page, Crossing.Part part) {
    this.page = page;
    this.programming = page.programming;
    this.known = part.known();
    this.part = part;
  }

  List<Piece> of(Applied applied) {
    List<Piece> pieces = new ArrayList<>();
    boolean rest = part.which() == Which.ALL || part.which() == Which.FIRST;
    for (Outcome outcome : applied.rule().then()) {
      if (!rest && !(outcome instanceof Outcome.PerAmount)) continue;
      switch (outcome) {
        case Outcome.Points(var kind, var points, var to) -> {
          BothSides sides = new BothSides(page, applied.rule().on());
          boolean own = sides.isOwn(to);
          if (own || sides.other().isPresent())
            each(applied, kind, look -> Optional.of(Ratio.of(points)))
                .forEach(piece -> pieces.add(own ? piece : piece.to(sides.other())));
        }
        case Outcome.PerAmount p -> pieces.addAll(perAmount(applied, p));
        case Outcome.PerUnit(var kind, var points, var attribute) ->
            pieces.addAll(
                each(
                    applied,
                    kind,
                    look -> Optional.of(number(look, attribute).times(Ratio.of(points)))));
        case Outcome.ByTable b -> pieces.addAll(byTable(applied, b));
        case Outcome.Multiply o -> {}
        case Outcome.MultiplyByTable o -> {}
        case Outcome.Count o -> {}
        case Outcome.GrantTier o -> {}
        case Outcome.Entitle o -> {}
        case Outcome.Send o -> {}
        case Outcome.Offer o -> {}
      }
    }
    return pieces;
  }

  /** The same for the event, or for each line to which the rule applies. */
  private List<Piece> each(Applied applied, String kind, Function<Known, Optional<Ratio>> points) {
    List<Piece> pieces = new ArrayList<>();
    if (!applied.isPerLine())
      points.apply(known).ifPresent(p -> pieces.add(new Piece(applied, kind, Optional.empty(), p)));
    for (int line : applied.lines())
      points
          .apply(known.line(line))
          .ifPresent(p -> pieces.add(new Piece(applied, kind, Optional.of(line), p)));
    return pieces;
  }

  private List<Piece> perAmount(Applied applied, Outcome.PerAmount rate) {
    Ratio each = Ratio.of(rate.each());
    Ratio perMoney = Ratio.of(rate.points()).over(each);
    Function<Ratio, Ratio> points =
        money ->
            rate.steps() == Steps.WHOLE_ONLY
                ? Ratio.of(money.over(each).floor()).times(Ratio.of(rate.points()))
                : money.times(perMoney);
    return ofMoney(
        applied, rate.kind(), rate.of().orElse(Base.USUAL), money -> inPart(rate, money, points));
  }

  /** Points for that of an amount which counts in this part. */
  private Ratio inPart(Outcome.PerAmount rate, Ratio money, Function<Ratio, Ratio> points) {
    if (part.which() == Which.ALL) return points.apply(money);
    Which full =
        switch (rate.crossing()) {
          case TIER_BEFORE -> Which.FIRST;
          case FROM_THAT_CENT -> Which.ALL;
          case TIER_AFTER -> Which.AFTER;
        };
    if (full == part.which()) return points.apply(money);
    if (full != Which.ALL || part.which() == Which.AFTER) return Ratio.ZERO;
    return points.apply(money.times(part.to())).minus(points.apply(money.times(part.from())));
  }

  /**
   * Points for money: of each line by itself, or of the whole, of which each line has its share.
   */
  private List<Piece> ofMoney(
      Applied applied, String kind, Base base, Function<Ratio, Ratio> points) {
    Optional<Purchase> purchase = known.purchase();
    if (purchase.isEmpty()) return List.of();
    List<Piece> pieces = new ArrayList<>();
    for (int line : applied.lines())
      pieces.add(
          new Piece(
              applied, kind, Optional.of(line), points.apply(ofLine(purchase.get(), line, base))));
    if (applied.isPerLine()) return pieces;
    Ratio whole = ofAll(purchase.get(), base);
    Ratio rest = points.apply(whole);
    if (whole.isAbove(Ratio.ZERO))
      for (int line = 0; line < purchase.get().lines().size(); line++) {
        Ratio share = points.apply(whole).times(ofLine(purchase.get(), line, base)).over(whole);
        pieces.add(new Piece(applied, kind, Optional.of(line), share));
        rest = rest.minus(share);
      }
    pieces.add(new Piece(applied, kind, Optional.empty(), rest));
    return pieces;
  }

  private List<Piece> byTable(Applied applied, Outcome.ByTable by) {
    RateTable table = programming.table(by.table());
    return switch (table.gives()) {
      case POINTS ->
          each(applied, by.kind(), look -> row(table, look).map(row -> Ratio.of(row.gives())));
      case POINTS_PER_AMOUNT -> {
        List<Piece> pieces = new ArrayList<>();
        Base base = by.of().orElse(Base.USUAL);
        if (!applied.isPerLine())
          row(table, known)
              .ifPresent(row ->
                  pieces.addAll(
                      ofMoney(applied, by.kind(), base, m -> m.times(Ratio.of(row.gives())))));
        for (int line : applied.lines())
          row(table, known.line(line))
              .ifPresent(row ->
                  pieces.addAll(
                      ofMoney(
                          applied.on(List.of(line)),
                          by.kind(),
                          base,
                          m -> m.times(Ratio.of(row.gives())))));
        yield pieces;
      }
      case MULTIPLIER -> throw new IllegalArgumentException("No points: " + table.id());
    };
  }

  /** By how much an outcome multiplies the event, or one of its lines. */
  Ratio factor(Outcome outcome, Optional<Integer> line) {
    Known look = line.map(known::line).orElse(known);
    if (outcome instanceof Outcome.Multiply(var by, var of)) return Ratio.of(by);
    if (outcome instanceof Outcome.MultiplyByTable(var table, var of))
      return row(programming.table(table), look)
          .map(row -> Ratio.of(row.gives()))
          .orElse(Ratio.of(1));
    throw new IllegalArgumentException("Multiplies nothing: " + outcome);
  }

  /** A number, or an amount of money; nothing where it has no value or is below zero. */
  private static Ratio number(Known look, String attribute) {
    return look.value(attribute)
        .map(value -> Ratio.of(((Value.Number) value).number()))
        .filter(number -> number.isAbove(Ratio.ZERO))
        .orElse(Ratio.ZERO);
  }

  /** The part of a purchase that earns. */
  Ratio ofAll(Purchase bought, Base base) {
    for (Part part : base.netOf()) if (part(bought, part) != 0) page.decisive.by(part);
    long amount = bought.amount();
    if (base.netOf().contains(Part.TAX)) amount -= bought.tax();
    if (base.netOf().contains(Part.SHIPPING)) amount -= bought.shipping();
    if (!base.netOf().contains(Part.DISCOUNT)) amount += bought.discount();
    if (base.netOf().contains(Part.PAID_WITH_POINTS)) amount -= bought.paidWithPoints();
    if (base.netOf().contains(Part.PAID_WITH_GIFT_CARD)) amount -= bought.paidWithGiftCard();
    return money(Math.max(0, amount));
  }

  private static long part(Purchase bought, Part part) {
    return switch (part) {
      case TAX -> bought.tax();
      case SHIPPING -> bought.shipping();
      case DISCOUNT -> bought.discount();
      case PAID_WITH_POINTS -> bought.paidWithPoints();
      case PAID_WITH_GIFT_CARD -> bought.paidWithGiftCard();
    };
  }

  /** The part of a line that earns: its share of the goods, on which no shipping lies. */
  Ratio ofLine(Purchase bought, int line, Base base) {
    long all = bought.lines().stream().mapToLong(Line::amount).sum();
    long amount = bought.lines().get(line).amount();
    if (all <= 0 || amount <= 0) return Ratio.ZERO;
    Ratio shipping = base.netOf().contains(Part.SHIPPING) ? Ratio.ZERO : money(bought.shipping());
    Ratio goods = ofAll(bought, base).minus(shipping);
    return goods.isAbove(Ratio.ZERO)
        ? goods.times(Ratio.of(amount)).over(Ratio.of(all))
        : Ratio.ZERO;
  }

  private Ratio money(long minor) {
    return Ratio.of(BigDecimal.valueOf(minor, programming.decimals()));
  }

  /** The first row of a table whose cells all match. */
  private Optional<RateTable.Row> row(RateTable table, Known look) {
    for (RateTable.Row row : table.rows()) {
      boolean matches = true;
      for (int i = 0; i < table.columns().size(); i++)
        matches &= matches(row.cells().get(i), table.columns().get(i).operand(), look);
      if (matches) {
        row.cells().forEach(cell -> page.decisive.by((Record) cell));
        page.decisive.by(table.gives());
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private boolean matches(Cell cell, String operand, Known look) {
    Optional<Value> value = look.value(operand);
    return switch (cell) {
      case Cell.Any() -> true;
      case Cell.OneOf(var values) -> value.map(values::contains).orElse(false);
      case Cell.Between(var from, var below) ->
          value.isPresent()
              && from.map(f -> order(operand, value.get(), f) >= 0).orElse(true)
              && below.map(b -> order(operand, value.get(), b) < 0).orElse(true);
    };
  }

  private int order(String operand, Value value, Value bound) {
    Word word = programming.word(operand).orElseThrow();
    return switch (value) {
      case Value.Number(var number) -> number.compareTo(((Value.Number) bound).number());
      case Value.Date(var date) -> date.compareTo(((Value.Date) bound).date());
      case Value.Time(var time) -> time.compareTo(((Value.Time) bound).time());
      case Value.Text(var tier) ->
          Integer.compare(
              word.choices().indexOf(tier), word.choices().indexOf(((Value.Text) bound).text()));
      case Value.Truth t -> throw new IllegalArgumentException("Truth has no order.");
    };
  }
}
