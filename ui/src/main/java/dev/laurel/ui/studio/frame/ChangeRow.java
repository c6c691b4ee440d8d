package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.rules.diff.Word;
import dev.laurel.rules.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One change: what it said and what it says, and whether it was read. */
public final class ChangeRow extends Article {
  private static final long serialVersionUID = 1L;

  private final Div said = new Div();

  /**
   * @param read is told whether it is ticked; empty where nobody is asked to read it
   */
  public ChangeRow(SaidChange change, boolean ticked, Optional<Consumer<Boolean>> read) {
    addClassName("chg");
    add(
        switch (change.kind()) {
          case "added" -> Parts.span("m add", Icons.icon("plus"));
          case "removed" -> Parts.span("m", Icons.icon("minus"));
          default -> Parts.span("m", Icons.icon("whatif"));
        });
    said.add(Parts.paragraph("at", heading(change)));
    sentences(change).forEach(said::add);
    add(said);
    read.ifPresent(told -> add(tick(change, ticked, told)));
  }

  /** Adds what the change does. */
  public void effect(String text) {
    effect(Parts.paragraph("small sub", text));
  }

  /** The same as a line that may say something else later. */
  public void effect(Paragraph line) {
    line.addClassName("does");
    said.add(line);
  }

  private static String heading(SaidChange change) {
    Words words = Words.here();
    return switch (change.kind()) {
      case "added" -> words.of("review.added", change.title());
      case "removed" -> words.of("review.removed", change.title());
      case "moved" ->
          words.of(
              "review.moved",
              change.title(),
              words.number(change.from()),
              words.number(change.to()));
      default -> words.of("review.changed", change.title());
    };
  }

  private static List<Component> sentences(SaidChange change) {
    List<Component> all = new ArrayList<>();
    List<String> before = new ArrayList<>(change.before());
    List<String> after = new ArrayList<>(change.after());
    after.removeAll(change.before());
    before.removeAll(change.after());
    for (int i = 0; i < Math.max(before.size(), after.size()); i++)
      all.add(
          sentence(
              Inline.of(
                  i < before.size() ? before.get(i) : "", i < after.size() ? after.get(i) : "")));
    // Such as a title in another language, which no sentence of this one says.
    if (all.isEmpty())
      for (Word word : change.words())
        all.add(
            sentence(
                Inline.of(
                    word.before().map(ChangeRow::plain).orElse(""),
                    word.after().map(ChangeRow::plain).orElse(""))));
    return all;
  }

  private static Paragraph sentence(List<Inline.Stretch> stretches) {
    Paragraph sentence = Parts.paragraph("sentence");
    for (Inline.Stretch stretch : stretches)
      switch (stretch.fate()) {
        case STAYED -> sentence.add(Parts.text(stretch.text()));
        case WENT -> mark(sentence, "del", stretch.text());
        case CAME -> mark(sentence, "ins", stretch.text());
      }
    return sentence;
  }

  private static void mark(Paragraph sentence, String tag, String text) {
    Element marked = new Element(tag);
    marked.setText(text.strip());
    sentence.getElement().appendChild(marked);
    sentence.add(Parts.text(" "));
  }

  private static String plain(Tree tree) {
    return switch (tree) {
      case Tree.Leaf(var _, var text) -> text;
      case Tree.Items(var items) ->
          Words.here().list(items.stream().map(ChangeRow::plain).toList());
      case Tree.Branch(var entries) ->
          Words.here()
              .list(
                  entries.stream()
                      .map(entry -> entry.key() + ": " + plain(entry.value()))
                      .toList());
    };
  }

  private static Component tick(SaidChange change, boolean ticked, Consumer<Boolean> read) {
    Words words = Words.here();
    Input box = new Input();
    box.setType("checkbox");
    Parts.named(box, words.of("review.read.this", change.title()));
    if (ticked) box.getElement().setAttribute("checked", true);
    box.getElement()
        .addEventListener(
            "change", event -> read.accept(event.getEventData().get("element.checked").asBoolean()))
        .addEventData("element.checked");
    return Parts.with(new NativeLabel(), "read", box, Parts.text(words.of("review.read")));
  }
}
