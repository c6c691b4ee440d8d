package dev.laurel.ui.studio.tiers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftHost;
import dev.laurel.ui.studio.frame.draft.EditableSentence;
import dev.laurel.ui.studio.frame.draft.ElementMenu;
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
  }

  private final transient Wishes wishes;
  private final transient DraftHost host;

  TierPanel(Wishes wishes, DraftHost host) {
    this.wishes = wishes;
    this.host = host;
    addClassName("aside");
  }

  void show(Rungs rungs, Rungs.Rung chosen, Pack pack) {
    Words words = Words.here();
    boolean mayEdit = host.draft().mayEdit();
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
    parts(
        Sentences.of(pack).tier(Rungs.place(ladder), ladder, chosen.tier()).sentences(),
        title,
        Trees.at(host.live(), rungs.place(chosen)).isEmpty());
    if (mayEdit) add(more(rungs.place(chosen), title, words.of("tiers.more")));
    add(new H2(words.of("tiers.whole", words.of(ladder.title()))));
    parts(
        Sentences.of(pack).ladder(Rungs.place(ladder), ladder).sentences(),
        words.of(ladder.title()),
        false);
    if (mayEdit)
      add(more(Rungs.place(ladder), words.of(ladder.title()), words.of("tiers.more.ladder")));
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

  /** Sentences one below the other, each a row that tells those who hear it where they are. */
  private void parts(List<Sentence> sentences, String about, boolean isNew) {
    Words words = Words.here();
    int number = 0;
    for (Sentence sentence : sentences) {
      Div part =
          Parts.div(
              "part", new EditableSentence(host, about, sentence, host.draft().faults(), isNew));
      part.getElement().setAttribute("role", "group").setAttribute("data-rule", "");
      number++;
      Parts.named(
          part,
          words.of("tiers.sentence", about, words.number(number), words.number(sentences.size())));
      add(part);
    }
  }

  /** What can be said of it also: another way, a warning, a reward. */
  private Component more(String place, String title, String name) {
    Div below = Parts.div("said more");
    NativeButton button =
        ElementMenu.button(
            host, below, new ElementMenu.Subject(place, title, Optional.empty(), false));
    button.removeClassName("icon");
    button.removeAll();
    button.add(Icons.small("plus"), Parts.text(name));
    below.add(button);
    return below;
  }
}
