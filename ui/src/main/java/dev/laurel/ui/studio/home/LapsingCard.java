package dev.laurel.ui.studio.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.overview.Overview;
import dev.laurel.rules.language.PointKind;
import dev.laurel.ui.studio.frame.Choices;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which points lapse in which month, drawn or as a table. */
final class LapsingCard extends Section {
  private static final long serialVersionUID = 1L;
  private static final int MONTHS = 13;

  private final transient Sight sight;
  private final Div body = Parts.div("body");
  private transient Overview.Sums sums;
  private boolean asTable;

  /** What lapses in a month, in the kind's unit. */
  private record Month(LocalDate first, long units) {}

  LapsingCard(Sight sight) {
    this.sight = sight;
    this.sums = sight.spendable().orElseThrow();
    Words words = Words.here();
    addClassNames("card", "c8");
    List<Choices.Choice<Overview.Sums>> kinds =
        sight.now().kinds().stream()
            .filter(each -> !each.lapsing().isEmpty())
            .map(each ->
                new Choices.Choice<>(
                    each, words.of(Standings.kind(sight.pack(), each.kind()).title())))
            .toList();
    Div end = Parts.div("end");
    if (kinds.size() > 1)
      end.add(
          Choices.of(
              words.of("home.kind"),
              kinds,
              sums,
              chosen -> {
                sums = chosen;
                draw();
              }));
    NativeButton table =
        Parts.button(
            "btn quiet s", () -> {}, Icons.small("table"), Parts.text(words.of("home.table")));
    table.getElement().setAttribute("aria-pressed", "false");
    table.addClickListener(_ -> {
      asTable = !asTable;
      table.getElement().setAttribute("aria-pressed", String.valueOf(asTable));
      draw();
    });
    end.add(table);
    add(new Header(new H2(words.of("home.when-lapse")), end), body);
    draw();
  }

  private void draw() {
    body.removeAll();
    List<Month> months = months();
    body.add(asTable ? table(months) : chart(months));
    body.add(Parts.paragraph("xs mute", sight.asOf()));
  }

  private List<Month> months() {
    List<Month> months = new ArrayList<>();
    LocalDate first = sight.today().withDayOfMonth(1);
    for (int month = 0; month < MONTHS; month++) {
      // What is gone at the start of a day lapsed with the day before it, and counts to that month.
      LocalDate from = first.plusMonths(month).plusDays(1);
      months.add(
          new Month(
              first.plusMonths(month),
              sums.lapsing(from, first.plusMonths(month + 1L).plusDays(1))));
    }
    return months;
  }

  private PointKind kind() {
    return Standings.kind(sight.pack(), sums.kind());
  }

  private String points(long units) {
    return Words.here().number(Standings.points(kind(), units));
  }

  private Component chart(List<Month> months) {
    Words words = Words.here();
    long most = Math.max(1, months.stream().mapToLong(Month::units).max().orElse(1));
    Div plot = Parts.div("plot");
    for (Month month : months) {
      Div column = Parts.div("column");
      BigDecimal share =
          BigDecimal.valueOf(month.units())
              .multiply(BigDecimal.valueOf(100))
              .divide(BigDecimal.valueOf(most), 1, RoundingMode.HALF_UP);
      // A part of the height is left for the number above.
      column.getStyle().set("height", "calc(%s * (100%% - 18px) / 100)".formatted(share));
      plot.add(
          Parts.div(
              month.units() == 0 ? "month none" : "month",
              Parts.div(
                  "rise",
                  Parts.span("value", month.units() == 0 ? "" : points(month.units())),
                  column),
              Parts.span("name", words.month(month.first()))));
    }
    return Parts.hidden(Parts.div("lapsechart", plot));
  }

  private Component table(List<Month> months) {
    Words words = Words.here();
    NativeTable table = new NativeTable();
    table.addClassName("data");
    NativeTableRow names = table.getHead().addRow();
    names.add(header(words.of("home.month"), "col"));
    names.add(header(words.of(kind().title()), "col num"));
    for (Month month : months) {
      NativeTableRow row = table.getBody().addRow();
      row.add(header(words.month(month.first()), "row"));
      cell(row, points(month.units()));
    }
    return table;
  }

  private static void cell(NativeTableRow row, String text) {
    var cell = row.addDataCell();
    cell.setText(text);
    cell.addClassName("num");
  }

  private static NativeTableHeaderCell header(String text, String scope) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    String[] parts = scope.split(" ", -1);
    cell.getElement().setAttribute("scope", parts[0]);
    if (parts.length > 1) cell.addClassName(parts[1]);
    return cell;
  }
}
