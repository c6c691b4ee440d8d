package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.editing.Preview;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.util.List;
import java.util.function.Supplier;

/** What something new can start from, each as the sentence that it would be. */
public final class StarterPop extends WordPop {
  private static final long serialVersionUID = 1L;

  /**
   * One of them.
   *
   * @param icon of its drawing
   * @param edits that add it
   * @param example its sentence
   */
  public record Start(String icon, String title, String example, List<Edit> edits) {}

  private StarterPop(DraftHost host, Component opener, String name, List<Start> starts) {
    super(host, opener, name);
    addClassName("starters");
    Div all = Parts.div("gal");
    starts.forEach(start -> all.add(card(host, start)));
    add(all);
  }

  /**
   * A button that opens them below a part of the page.
   *
   * @param starts asked for when it is pressed, since each is said anew
   */
  public static NativeButton button(
      DraftHost host, Div below, String css, String name, Supplier<List<Start>> starts) {
    NativeButton button = Parts.button(css, () -> {}, Icons.small("plus"), Parts.span("", name));
    button.addClickListener(_ -> new StarterPop(host, button, name, starts.get()).openIn(below));
    button.getElement().setAttribute("aria-haspopup", "dialog");
    button.getElement().setAttribute("aria-expanded", "false");
    return button;
  }

  /** What is started from as a card that starts it. */
  public static NativeButton card(DraftHost host, Start start) {
    NativeButton card =
        Parts.button(
            "tpl",
            () -> host.edit(Words.here().of("words.step.new", start.title()), start.edits()),
            Parts.span("ic", Icons.icon(start.icon())),
            Parts.span("strong small", start.title()),
            Parts.span("eg small sub", start.example()));
    return card;
  }

  /** The sentences that something would be, as one text. */
  public static String example(DraftHost host, List<Edit> edits, String place) {
    DraftView draft = host.draft();
    return Preview.text(draft, edits, place, host.speaker());
  }
}
