package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** A few lines of text with their name above. */
public final class LongText extends Div {
  private static final long serialVersionUID = 1L;
  private static final int PAUSE_MILLIS = 150;

  private String text = "";

  /**
   * @param longest the most characters, in UTF-16 code units
   */
  public LongText(String name, int longest) {
    addClassName("longtext");
    Element area = new Element("textarea");
    area.setAttribute("aria-label", name);
    area.setAttribute("maxlength", String.valueOf(longest));
    area.addEventListener(
            "input",
            event -> {
              String typed = event.getEventData().get("element.value").asString();
              text = typed.substring(0, Math.min(longest, typed.length()));
            })
        .addEventData("element.value")
        .debounce(PAUSE_MILLIS);
    add(Parts.hidden(Parts.span("lab", name)));
    getElement().appendChild(area);
  }

  /** What stands in it, without blanks around it. */
  public String text() {
    return text.strip();
  }
}
