package dev.laurel.ui.studio.home;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.overview.Overview;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.util.List;
import java.util.function.ToLongFunction;

/** Whether members spend what they earn, for each kind of points. */
final class FlowsCard extends Section {
  private static final long serialVersionUID = 1L;

  /** What is told of each kind. */
  private record Column(String name, ToLongFunction<Overview.Sums> of, boolean flows) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("home.issued", Overview.Sums::earned, true),
          new Column("home.redeemed", Overview.Sums::redeemed, true),
          new Column("home.expired", Overview.Sums::expired, true),
          new Column("home.taken-back", Overview.Sums::reversed, true),
          new Column("home.held", Overview.Sums::outstanding, false));

  FlowsCard(Sight sight) {
    Words words = Words.here();
    addClassNames("card", "c8");
    NativeTable table = new NativeTable();
    table.addClassName("data");
    NativeTableRow names = table.getHead().addRow();
    names.add(header(words.of("home.kind"), "col", false));
    for (Column column : COLUMNS) names.add(header(words.of(column.name()), "col", true));
    for (Overview.Sums sums : sight.now().kinds()) {
      var kind = Standings.kind(sight.pack(), sums.kind());
      NativeTableRow row = table.getBody().addRow();
      row.add(header(words.of(kind.title()), "row", false));
      for (Column column : COLUMNS) {
        long units = column.of().applyAsLong(sums);
        if (column.flows()) units -= sight.before(sums.kind(), column.of());
        cell(row, words.number(Standings.points(kind, units)));
      }
    }
    String period =
        sight
            .since()
            .map(day -> words.of("home.flows.since", words.day(day)))
            .orElseGet(() -> words.of("home.flows.ever"));
    add(
        new Header(new H2(words.of("home.flows")), Parts.span("mute small", period)),
        Parts.div("body", Parts.div("scrolls", table), Parts.paragraph("xs mute", sight.asOf())));
  }

  private static void cell(NativeTableRow row, String text) {
    var cell = row.addDataCell();
    cell.setText(text);
    cell.addClassName("num");
  }

  private static NativeTableHeaderCell header(String text, String scope, boolean number) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", scope);
    if (number) cell.addClassName("num");
    return cell;
  }
}
