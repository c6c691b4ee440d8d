package dev.laurel.ui.studio.benefits;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.util.List;

/** Which tiers have which benefits: a row for each benefit, a column for each tier. */
final class TierMatrix extends Section {
  private static final long serialVersionUID = 1L;

  TierMatrix(Pack pack) {
    Words words = Words.here();
    addClassNames("card", "matrix-card");
    NativeTable table = new NativeTable();
    table.addClassName("tiermatrix");
    NativeTableRow heads = new NativeTableRow();
    heads.add(head(words.of("benefits.benefit"), "col"));
    int rank;
    List<Ladder> ladders = ladders(pack);
    for (Ladder ladder : ladders) {
      rank = 0;
      for (Ladder.Tier tier : ladder.tiers()) {
        NativeTableHeaderCell cell = head("", "col");
        cell.removeAll();
        cell.add(Parts.tier(++rank, words.of(tier.title())));
        heads.add(cell);
      }
    }
    heads.add(head(words.of("benefits.otherwise"), "col"));
    table.add(new NativeTableHeader(heads));
    NativeTableBody body = new NativeTableBody();
    for (Benefit benefit : pack.benefits()) body.add(row(ladders, benefit));
    table.add(body);
    add(new Header(new H2(words.of("benefits.by-tier"))), Parts.div("body scrolls", table));
  }

  private static NativeTableHeaderCell head(String text, String scope) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell();
    cell.setText(text);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }

  /** The ladders of which some tier has a benefit. */
  static List<Ladder> ladders(Pack pack) {
    return pack.ladders().stream()
        .filter(ladder ->
            ladder.tiers().stream()
                .anyMatch(
                    tier -> pack.benefits().stream().anyMatch(b -> b.tiers().contains(tier.id()))))
        .toList();
  }

  private static NativeTableRow row(List<Ladder> ladders, Benefit benefit) {
    Words words = Words.here();
    NativeTableRow row = new NativeTableRow();
    row.add(head(words.of(benefit.title()), "row"));
    for (Ladder ladder : ladders)
      for (Ladder.Tier tier : ladder.tiers()) row.add(cell(benefit, tier));
    NativeTableCell otherwise = new NativeTableCell();
    otherwise.setText(otherwise(benefit));
    row.add(otherwise);
    return row;
  }

  private static NativeTableCell cell(Benefit benefit, Ladder.Tier tier) {
    Words words = Words.here();
    NativeTableCell cell = new NativeTableCell();
    boolean has = benefit.tiers().contains(tier.id());
    Component mark = has ? Icons.small("check") : Parts.span("mute", "–");
    cell.add(Parts.hidden(mark), Parts.span("hear", words.of(has ? "try.yes" : "try.no")));
    return cell;
  }

  /** By what else it is had: segments, points, or only what hands it out. */
  private static String otherwise(Benefit benefit) {
    Words words = Words.here();
    if (!(benefit.price() instanceof Price.Free)) return words.of("benefits.for-points");
    if (!benefit.segments().isEmpty()) return words.of("benefits.for-segments");
    return benefit.tiers().isEmpty() && benefit.when().byId().isEmpty()
        ? words.of("benefits.handed-out")
        : "";
  }
}
