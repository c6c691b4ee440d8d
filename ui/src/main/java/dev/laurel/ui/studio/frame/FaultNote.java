package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.html.Div;
import dev.laurel.rules.fault.Fault;

/** A fault of a pack: where it is, what is wrong there, and what to do now. */
public final class FaultNote extends Div {
  private static final long serialVersionUID = 1L;

  public FaultNote(Fault fault) {
    addClassNames("note", "err", "small", "faultnote");
    add(Parts.div("where", Parts.span("code", where(fault))));
    add(Parts.paragraph("", FaultWords.message(fault)));
    String remedy = FaultWords.remedy(fault);
    if (!remedy.isEmpty()) add(Parts.paragraph("med", remedy));
  }

  private static String where(Fault fault) {
    Words words = Words.here();
    String place = fault.place().replace("/", " › ");
    if (fault.file().isEmpty()) return place.isEmpty() ? words.of("fault.whole") : place;
    String file =
        fault.line() == 0
            ? fault.file()
            : words.of("fault.line", fault.file(), words.number(fault.line()));
    return place.isEmpty() ? file : file + " · " + place;
  }
}
