package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.Map;
import java.util.function.Consumer;

/** The browser's own list to choose from, which every device knows how to open. */
@Tag("select")
public final class NativeSelect extends HtmlContainer {
  private static final long serialVersionUID = 1L;

  /**
   * A list.
   *
   * @param name for those who hear it
   * @param choices what may be chosen, with its words
   * @param taken is told what was chosen, never anything else
   */
  public NativeSelect(
      String name, Map<String, String> choices, String now, Consumer<String> taken) {
    Parts.named(this, name);
    choices.forEach((value, words) -> {
      Element option = new Element("option");
      option.setAttribute("value", value);
      option.setText(words);
      if (value.equals(now)) option.setAttribute("selected", true);
      getElement().appendChild(option);
    });
    getElement()
        .addEventListener(
            "change",
            event -> {
              String chosen = event.getEventData().get("element.value").asString();
              if (choices.containsKey(chosen)) taken.accept(chosen);
            })
        .addEventData("element.value");
  }
}
