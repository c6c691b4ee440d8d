package dev.laurel.ui.studio.tiers;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.laurel.engine.overview.Forecast;
import dev.laurel.rules.language.Ladder;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many members hold each tier now, and how many would with the draft. */
final class EffectCard extends Section {
  private static final long serialVersionUID = 1L;

  private final Span asOf = Parts.span("mute small");
  private final Div body = Parts.div("body");

  EffectCard() {
    addClassNames("card", "effect");
    add(new Header(new H2(Words.here().of("tiers.effect")), asOf), body);
  }

  void show(Rungs rungs, Optional<Ladder> live, Forecast forecast, ZoneId zone) {
    Words words = Words.here();
    body.removeAll();
    asOf.removeAll();
    switch (forecast) {
      case Forecast.Unknown(var why, var tier) ->
          body.add(Parts.paragraph("small sub", unknown(why, tier, rungs)));
      case Forecast.Counted counted -> {
        asOf.setText(
            words.of(
                "tiers.counted",
                words.number(counted.members()),
                words.instant(counted.asOf().atZone(zone))));
        body.add(scrolling(table(rungs, live, counted)));
        body.add(Parts.paragraph("xs mute", words.of("tiers.effect.how")));
        if (counted.skipped() > 0)
          body.add(
              Parts.paragraph(
                  "xs mute", words.of("tiers.skipped", words.number(counted.skipped()))));
      }
    }
  }

  /** On a small screen the table scrolls within itself, by keys too. */
  private static Div scrolling(NativeTable table) {
    Div scrolls = Parts.named(Parts.div("scrolls", table), Words.here().of("tiers.effect"));
    scrolls.getElement().setAttribute("role", "region").setAttribute("tabindex", "0");
    return scrolls;
  }

  private static String unknown(Forecast.Why why, String tier, Rungs rungs) {
    Words words = Words.here();
    return switch (why) {
      case NOT_YET -> words.of("tiers.unknown.not-yet");
      case NEW_LADDER -> words.of("tiers.unknown.new");
      case NO_TIERS -> words.of("tiers.unknown.none");
      case ASKS_MORE -> words.of("tiers.unknown.more", title(rungs, Optional.empty(), tier));
    };
  }

  private static NativeTable table(Rungs rungs, Optional<Ladder> live, Forecast.Counted counted) {
    Words words = Words.here();
    NativeTable table = new NativeTable();
    table.addClassName("data");
    NativeTableRow heading = table.getHead().addRow();
    heading.add(new NativeTableHeaderCell(words.of("tiers.tier")));
    for (String name :
        List.of(
            words.of("tiers.column.from"),
            words.of("tiers.column.live"),
            words.of("tiers.column.now"),
            words.of("tiers.column.would"),
            words.of("tiers.column.change"),
            words.of("tiers.column.moves")))
      heading.add(Parts.with(new NativeTableHeaderCell(name), "num"));
    for (Forecast.Count count : counted.tiers().reversed()) {
      NativeTableRow row = table.getBody().addRow();
      Optional<Rungs.Rung> rung = rungs.rung(count.tier());
      NativeTableHeaderCell name = new NativeTableHeaderCell();
      name.getElement().setAttribute("scope", "row");
      name.add(Parts.tier(rung.map(Rungs.Rung::rank).orElse(1), title(rungs, live, count.tier())));
      row.add(name);
      row.add(cell("strong", rung.flatMap(Rungs.Rung::from).map(words::number).orElse("–")));
      row.add(was(rung));
      row.add(cell("", words.number(count.now())));
      row.add(cell("", words.number(count.would())));
      row.add(
          cell(
              count.change() > 0 ? "up" : count.change() < 0 ? "down" : "mute",
              words.change(BigDecimal.valueOf(count.change()))));
      List<String> moves = moves(rungs, live, count.tier(), counted);
      row.add(
          cell(
              moves.isEmpty() ? "mute" : "",
              moves.isEmpty() ? words.of("tiers.nobody") : words.list(moves)));
    }
    return table;
  }

  private static NativeTableCell was(Optional<Rungs.Rung> rung) {
    String live = rung.flatMap(Rungs.Rung::live).map(Words.here()::number).orElse("–");
    if (rung.filter(Rungs.Rung::isChanged).isEmpty()) return cell("mute", live);
    NativeTableCell cell = Parts.with(new NativeTableCell(), "num mute");
    var struck = new com.vaadin.flow.dom.Element("del");
    struck.setText(live);
    cell.getElement().appendChild(struck);
    return cell;
  }

  private static NativeTableCell cell(String css, String text) {
    return Parts.with(new NativeTableCell(text), ("num " + css).strip());
  }

  /** Who comes; of a tier to which nobody comes, who goes. */
  private static List<String> moves(
      Rungs rungs, Optional<Ladder> live, String tier, Forecast.Counted counted) {
    Words words = Words.here();
    List<String> order = counted.tiers().stream().map(Forecast.Count::tier).toList();
    List<String> come = new ArrayList<>();
    List<String> go = new ArrayList<>();
    for (Forecast.Move move : counted.moves()) {
      String many = words.number(move.members());
      boolean rise =
          rungs.rung(move.from()).isPresent()
              && order.indexOf(move.to()) > order.indexOf(move.from());
      if (move.to().equals(tier)) {
        String from = title(rungs, live, move.from());
        come.add(
            rise
                ? words.of("tiers.rise-from", many, from)
                : words.of("tiers.fall-from", many, from));
      }
      if (move.from().equals(tier)) {
        String to = title(rungs, live, move.to());
        go.add(rise ? words.of("tiers.rise-to", many, to) : words.of("tiers.fall-to", many, to));
      }
    }
    return come.isEmpty() ? go : come;
  }

  /** The title of a tier, by the revision in force where the draft has it no longer. */
  static String title(Rungs rungs, Optional<Ladder> live, String tier) {
    Words words = Words.here();
    return rungs
        .rung(tier)
        .map(rung -> words.of(rung.tier().title()))
        .or(() ->
            live.flatMap(ladder ->
                ladder.tiers().stream()
                    .filter(each -> each.id().equals(tier))
                    .findFirst()
                    .map(each -> words.of(each.title()))))
        .orElse(tier);
  }
}
