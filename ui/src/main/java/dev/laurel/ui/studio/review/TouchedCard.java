package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.overview.Forecast;
import dev.laurel.rules.language.Ladder;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which members would stand on another tier, for each ladder that changes. */
final class TouchedCard extends Section {
  private static final long serialVersionUID = 1L;

  /** How deep the ground of a number is at least and at most, in per cent. */
  private static final int PALE = 14;

  private static final int DEEP = 52;

  /**
   * @param changed the ladders as they would be
   * @param live those in force
   */
  TouchedCard(
      List<Ladder> changed, List<Ladder> live, Function<Ladder, Forecast> forecast, ZoneId zone) {
    addClassNames("card", "touched");
    Div body = Parts.div("body");
    for (Ladder ladder : changed) {
      if (changed.size() > 1)
        body.add(Parts.paragraph("small med", Words.here().of(ladder.title())));
      switch (forecast.apply(ladder)) {
        case Forecast.Unknown _ ->
            body.add(
                Parts.paragraph(
                    "small sub",
                    Words.here().of("review.touches.unknown", Words.here().of(ladder.title()))));
        case Forecast.Counted counted -> show(body, new Names(ladder, live), counted, zone);
      }
    }
    add(new Header(new H2(Words.here().of("review.touches"))), body);
  }

  private static void show(Div body, Names names, Forecast.Counted counted, ZoneId zone) {
    Words words = Words.here();
    if (counted.moving() > 0) body.add(Parts.div("scrolls", table(names, counted)));
    body.add(
        Parts.paragraph(
            "small sub",
            words.of(
                "review.touches.sum",
                words.number(counted.moving()),
                words.number(counted.members()),
                words.instant(counted.asOf().atZone(zone)))));
  }

  private static NativeTable table(Names names, Forecast.Counted counted) {
    Words words = Words.here();
    NativeTable table = new NativeTable();
    table.addClassName("matrix");
    table.setCaptionText(words.of("review.touches.caption"));
    NativeTableRow heading = table.getHead().addRow();
    heading.add(
        Parts.with(new NativeTableHeaderCell(words.of("review.touches.from-to")), "mute xs"));
    List<String> tiers = counted.tiers().stream().map(Forecast.Count::tier).toList();
    for (String tier : tiers) heading.add(header("col", names, tier));
    for (Forecast.Count from : counted.tiers()) {
      NativeTableRow row = table.getBody().addRow();
      row.add(header("row", names, from.tier()));
      for (String to : tiers) row.add(cell(from, to, tiers, counted));
    }
    return table;
  }

  private static NativeTableHeaderCell header(String scope, Names names, String tier) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell();
    cell.getElement().setAttribute("scope", scope);
    cell.add(Parts.tier(names.rank(tier), names.title(tier)));
    return cell;
  }

  private static NativeTableCell cell(
      Forecast.Count from, String to, List<String> tiers, Forecast.Counted counted) {
    Words words = Words.here();
    if (from.tier().equals(to)) {
      long gone =
          counted.moves().stream()
              .filter(move -> move.from().equals(to))
              .mapToLong(Forecast.Move::members)
              .sum();
      return Parts.with(new NativeTableCell(words.number(from.now() - gone)), "stay");
    }
    long moved =
        counted.moves().stream()
            .filter(move -> move.from().equals(from.tier()) && move.to().equals(to))
            .mapToLong(Forecast.Move::members)
            .sum();
    if (moved == 0) return new NativeTableCell();
    NativeTableCell cell = new NativeTableCell(words.number(moved));
    cell.addClassName(tiers.indexOf(to) > tiers.indexOf(from.tier()) ? "rise" : "fall");
    cell.getStyle().set("--p", PALE + (DEEP - PALE) * moved / counted.moving() + "%");
    return cell;
  }

  /** What tiers are called, also those that the ladder has no longer. */
  private record Names(Ladder ladder, List<Ladder> live) {
    int rank(String tier) {
      List<String> all = ladder.tiers().stream().map(Ladder.Tier::id).toList();
      return Math.max(1, all.indexOf(tier) + 1);
    }

    String title(String tier) {
      return titled(Optional.of(ladder), tier)
          .or(() ->
              titled(live.stream().filter(each -> each.id().equals(ladder.id())).findFirst(), tier))
          .orElse(tier);
    }

    private static Optional<String> titled(Optional<Ladder> in, String tier) {
      return in.flatMap(each ->
          each.tiers().stream()
              .filter(one -> one.id().equals(tier))
              .findFirst()
              .map(one -> Words.here().of(one.title())));
    }
  }
}
