package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.html.Div;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.frame.FaultNote;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;

/** A fault of the draft with the word that can be mended where it is one. */
public final class MendNote extends Div {
  private static final long serialVersionUID = 1L;

  /**
   * @param about what the fault is within, for the name of the step
   */
  public MendNote(DraftHost host, Fault fault, String about) {
    addClassNames("said", "mend");
    FaultNote note = new FaultNote(fault);
    getElement().setAttribute("data-fault", fault.place());
    add(note);
    String now =
        Trees.at(host.draft().tree(), fault.place()).orElse(null)
                instanceof Tree.Leaf(var _, var text)
            ? text
            : "";
    if (now.isEmpty() || !host.draft().mayEdit() || !host.wordings().isChangeable(fault.place()))
      return;
    note.add(
        Parts.div(
            "acts",
            Parts.span("small", Words.here().of("words.mend")),
            EditableSentence.alone(host, this, "much", fault.place(), now, about)));
  }
}
