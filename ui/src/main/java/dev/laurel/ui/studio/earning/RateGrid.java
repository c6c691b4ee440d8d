package dev.laurel.ui.studio.earning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.editing.Answers;
import dev.laurel.engine.editing.RateTables;
import dev.laurel.engine.editing.RulePages;
import dev.laurel.engine.editing.Wording;
import dev.laurel.rules.language.RateTable;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftHost;
import dev.laurel.ui.studio.frame.draft.EditableSentence;
import dev.laurel.ui.studio.frame.draft.ElementMenu;
import dev.laurel.ui.studio.frame.draft.MendNote;
import dev.laurel.ui.studio.frame.draft.OptionsPop;
import java.util.List;
import java.util.Optional;

/** A rate table as a grid: what each row asks, and what it gives. */
final class RateGrid extends Section {
  private static final long serialVersionUID = 1L;

  private final transient DraftHost host;
  private final transient RulePages.Table shown;
  private final transient RateTables said;
  private final String title;
  private final Div below = Parts.div("said");

  RateGrid(DraftHost host, RulePages.Table shown) {
    Words words = Words.here();
    this.host = host;
    this.shown = shown;
    this.title = words.of(shown.table().title());
    this.said = RateTables.of(host.draft().pack().orElseGet(host::names), host.speaker());
    addClassNames("card", "ratetable");
    getElement().setAttribute("data-at", shown.place());
    Parts.named(this, title);
    H2 heading = new H2();
    heading.add(
        EditableSentence.alone(host, below, "titleword", shown.place() + "/title", title, title));
    Header header = new Header(heading, Parts.span("mute small", gives()));
    if (host.draft().mayEdit())
      header.add(
          ElementMenu.button(
              host, below, new ElementMenu.Subject(shown.place(), title, Optional.empty(), true)));
    add(header, below, Parts.div("scrolls", table()));
    shown.faults().forEach(fault -> add(new MendNote(host, fault, title)));
    if (host.draft().mayEdit()) add(growing());
  }

  private Div growing() {
    Words words = Words.here();
    Div foot = Parts.div("grows said");
    foot.add(
        Parts.button(
            "add",
            this::addRow,
            Icons.small("plus"),
            Parts.text(words.of("earning.table.add-row"))),
        OptionsPop.button(
            host,
            foot,
            "add",
            words.of("earning.table.add-column"),
            () -> said.columns(host.draft().tree(), shown.table()),
            this::addColumn));
    return foot;
  }

  private String gives() {
    Words words = Words.here();
    return switch (shown.table().gives()) {
      case POINTS_PER_AMOUNT -> words.of("earning.table.per-amount");
      case MULTIPLIER -> words.of("earning.table.multiplier");
      case POINTS -> words.of("earning.table.points");
    };
  }

  private Component table() {
    Words words = Words.here();
    NativeTable table = Parts.with(new NativeTable(), "data sheet");
    NativeTableRow head = table.getHead().addRow();
    head.add(Parts.with(new NativeTableHeaderCell(words.of("earning.table.row")), "num"));
    for (int i = 0; i < shown.table().columns().size(); i++) head.add(heading(i));
    head.add(Parts.with(new NativeTableHeaderCell(words.of("earning.table.gives")), "num"));
    if (host.draft().mayEdit()) {
      NativeTableHeaderCell acts = new NativeTableHeaderCell();
      acts.add(Parts.span("sr", words.of("earning.table.acts")));
      head.add(acts);
    }
    int number = 0;
    for (RateTable.Row row : shown.table().rows()) row(table.getBody().addRow(), row, ++number);
    return table;
  }

  /** What a column looks at; one of several can go. */
  private NativeTableHeaderCell heading(int column) {
    Words words = Words.here();
    String name = said.operand(shown.table().columns().get(column).operand());
    NativeTableHeaderCell cell = new NativeTableHeaderCell();
    cell.add(Parts.text(name));
    List<Edit> without = RateTables.withoutColumn(host.draft().tree(), shown.table(), column);
    if (host.draft().mayEdit() && !without.isEmpty())
      cell.add(
          Parts.named(
              Parts.button(
                  "btn quiet s icon",
                  () -> host.edit(words.of("words.step.without", title, name), without),
                  Icons.small("x")),
              words.of("earning.table.remove-column", name)));
    return cell;
  }

  private void row(NativeTableRow line, RateTable.Row row, int number) {
    Words words = Words.here();
    String place = shown.place() + "/rows/" + row.id();
    line.add(Parts.with(new NativeTableHeaderCell(words.number(number)), "num mute"));
    for (int i = 0; i < row.cells().size(); i++) {
      String at = place + "/cells/" + (i + 1);
      String text = said.cell(shown.table(), row, i);
      String shows = text.isEmpty() ? words.of("earning.table.any") : text;
      NativeTableCell cell = new NativeTableCell();
      cell.add(
          EditableSentence.alone(
              host, below, text.isEmpty() ? "cell any" : "cell", at, shows, title));
      line.add(cell);
    }
    line.add(gives(row, place + "/gives", number));
    if (!host.draft().mayEdit()) return;
    NativeTableCell acts = Parts.with(new NativeTableCell(), "acts");
    step(place, "up", true, words.of("earning.table.up", words.number(number)))
        .ifPresent(acts::add);
    step(place, "down", false, words.of("earning.table.down", words.number(number)))
        .ifPresent(acts::add);
    acts.add(
        Parts.named(
            Parts.button(
                "btn quiet s icon",
                () ->
                    host.edit(
                        words.of("words.step.removed", title + " " + words.number(number)),
                        List.of(new Edit.Remove(place))),
                Icons.small("x")),
            words.of("earning.table.remove-row", words.number(number))));
    line.add(acts);
  }

  private Optional<NativeButton> step(String place, String icon, boolean up, String name) {
    return ElementMenu.move(host.draft().tree(), place, up)
        .map(edit ->
            Parts.named(
                Parts.button(
                    "btn quiet s icon",
                    () -> host.edit(Words.here().of("words.step.moved", title), List.of(edit)),
                    Icons.small(icon)),
                name));
  }

  private Component gives(RateTable.Row row, String place, int number) {
    Words words = Words.here();
    NativeTableCell cell = Parts.with(new NativeTableCell(), "num");
    boolean changed = !Trees.at(host.draft().tree(), place).equals(Trees.at(host.live(), place));
    if (changed) cell.addClassName("changed");
    if (!host.draft().mayEdit()) {
      cell.setText(words.number(row.gives()));
      return cell;
    }
    Input input =
        Parts.named(new Input(), words.of("earning.table.gives.of", words.number(number)));
    input.getElement().setAttribute("inputmode", "decimal");
    String digits = row.gives().toPlainString();
    input.setValue(digits);
    if (shown.faults().stream().anyMatch(fault -> RulePages.isWithin(fault.place(), place)))
      input.getElement().setAttribute("aria-invalid", "true");
    input.addValueChangeListener(event -> give(input, place, digits, event.getValue()));
    cell.add(input);
    return cell;
  }

  private void give(Input input, String place, String before, String typed) {
    if (typed.equals(before)) return;
    Optional<Wording> wording = host.wordings().at(place);
    Answers.Answered answered =
        wording
            .map(of -> host.answers().say(of, List.of(typed), Wording.Operator.EQUAL))
            .orElseGet(() -> new Answers.Taken(List.of()));
    switch (answered) {
      case Answers.Taken(var edits) ->
          host.edit(Words.here().of("words.step", title, typed.strip()), edits);
      case Answers.NotTaken _ -> input.setValue(before);
    }
  }

  private void addColumn(String path) {
    host.edit(
        Words.here().of("words.step.added", title, said.operand(path)),
        said.newColumn(host.draft().tree(), shown.table(), path));
  }

  private void addRow() {
    host.edit(
        Words.here().of("words.step.row", title),
        List.of(RateTables.newRow(host.draft().tree(), shown.table())));
  }
}
