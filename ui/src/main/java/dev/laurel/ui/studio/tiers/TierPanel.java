package dev.laurel.ui.studio.tiers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The sentences of the chosen tier; whose numbers can be changed where they stand. */
final class TierPanel extends Aside {
  private static final long serialVersionUID = 1L;

  /** What the panel asks for. */
  interface Wishes {
    void choose(String tier);

    void rename(Rungs.Rung rung, String title);

    void remove(Rungs.Rung rung);

    void set(String place, BigDecimal number, String name);
  }

  /** Words of more signs than this may be broken between lines. */
  private static final int LONG = 20;

  private final transient Wishes wishes;

  TierPanel(Wishes wishes) {
    this.wishes = wishes;
    addClassName("aside");
  }

  /**
   * @param live the pack in force, as a tree
   */
  void show(Rungs rungs, Rungs.Rung chosen, Pack pack, Tree tree, Tree live, boolean mayEdit) {
    Words words = Words.here();
    removeAll();
    String title = words.of(chosen.tier().title());
    Parts.named(this, title);
    Div top = Parts.div("top", Icons.sprig(chosen.rank()), new H2(title), Parts.span("grow"));
    top.add(
        step("left", "tiers.previous", rungs, chosen.rank() - 2),
        step("right", "tiers.next", rungs, chosen.rank()));
    add(top);
    add(
        Parts.paragraph(
            "small mute",
            words.of(
                "tiers.rank", words.number(chosen.rank()), words.number(rungs.rungs().size()))));
    if (mayEdit) add(naming(chosen, title));
    Ladder ladder = rungs.ladder();
    for (Sentence sentence :
        Sentences.of(pack).tier(Rungs.place(ladder), ladder, chosen.tier()).sentences())
      add(part(sentence, tree, live, mayEdit));
    add(new H2(words.of("tiers.whole", words.of(ladder.title()))));
    for (Sentence sentence : Sentences.of(pack).ladder(Rungs.place(ladder), ladder).sentences())
      add(part(sentence, tree, live, mayEdit));
    add(Parts.paragraph("xs mute", words.of("tiers.fixed")));
    if (mayEdit && chosen.rank() > 1)
      add(
          Parts.button(
              "btn s remove",
              () -> wishes.remove(chosen),
              Icons.small("minus"),
              Parts.text(words.of("tiers.remove", title))));
  }

  private NativeButton step(String icon, String key, Rungs rungs, int index) {
    boolean there = index >= 0 && index < rungs.rungs().size();
    NativeButton button =
        Parts.named(
            Parts.button(
                "btn quiet s icon",
                () -> {
                  if (there) wishes.choose(rungs.rungs().get(index).id());
                },
                Icons.icon(icon)),
            key.equals("tiers.next")
                ? Words.here().of("tiers.next")
                : Words.here().of("tiers.previous"));
    button.setEnabled(there);
    return button;
  }

  private Component naming(Rungs.Rung chosen, String title) {
    Words words = Words.here();
    Input name = Parts.named(new Input(), words.of("tiers.name"));
    name.setValue(title);
    name.addValueChangeListener(event -> {
      String wanted = event.getValue().strip();
      if (!wanted.isEmpty() && !wanted.equals(title)) wishes.rename(chosen, wanted);
    });
    return Parts.div(
        "naming", Parts.span("lab", words.of("tiers.name")), Parts.span("field", name));
  }

  private Component part(Sentence sentence, Tree tree, Tree live, boolean mayEdit) {
    Paragraph said = Parts.paragraph("sentence");
    for (Run run : Words.here().speaker().runs(sentence))
      said.add(
          switch (run) {
            case Run.Plain(var text) -> Parts.text(text);
            case Run.Word(var kind, var place, var text) -> {
              String css = css(kind) + (isChanged(tree, live, place) ? " changed" : "");
              yield mayEdit
                      && Trees.at(tree, place).orElse(null)
                          instanceof Tree.Leaf(var leaf, var digits)
                      && leaf == Tree.Kind.NUMBER
                  ? editable(css, place, text, digits)
                  : Parts.span(
                      (text.length() > LONG ? "word fixed long " : "word fixed ") + css, text);
            }
          });
    return Parts.div("part", said);
  }

  /** A word that names the tiers is another one only where they are named or ordered otherwise. */
  private static boolean isChanged(Tree tree, Tree live, String place) {
    if (!place.endsWith("/tiers")) return !Trees.at(tree, place).equals(Trees.at(live, place));
    return !named(tree, place).equals(named(live, place));
  }

  private static List<Optional<Tree>> named(Tree tree, String tiers) {
    return Trees.at(tree, tiers).stream()
        .flatMap(all -> Trees.names(all).stream())
        .map(name -> Trees.at(tree, tiers + "/" + name + "/title"))
        .toList();
  }

  private Component editable(String css, String place, String text, String digits) {
    Words words = Words.here();
    NativeButton word = Parts.button("word " + css, () -> {}, Parts.text(text));
    Parts.named(word, words.of("tiers.word", text));
    Input field = Parts.named(new Input(), words.of("tiers.word.value", text));
    field.getElement().setAttribute("inputmode", "decimal");
    field.setValue(digits);
    Popover editor = new Popover(Parts.div("wordeditor", Parts.span("field", field)));
    editor.setTarget(word);
    editor.setPosition(PopoverPosition.BOTTOM_START);
    editor.setAriaLabel(words.of("tiers.word.value", text));
    editor.setAutofocus(true);
    field.addValueChangeListener(event ->
        Typed.number(event.getValue())
            .ifPresentOrElse(
                number -> {
                  editor.close();
                  wishes.set(place, number, text);
                },
                () -> field.setValue(digits)));
    return new Span(word, editor);
  }

  private static String css(Phrase.Kind kind) {
    return switch (kind) {
      case WHO -> "who";
      case HOW_MUCH -> "much";
      case WHAT -> "what";
      case WHEN -> "when";
    };
  }
}
