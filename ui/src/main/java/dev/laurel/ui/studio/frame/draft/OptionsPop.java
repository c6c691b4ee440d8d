package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.engine.editing.Wording.Option;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks which of several things something new is about; pressing one says it. */
public final class OptionsPop extends WordPop {
  private static final long serialVersionUID = 1L;

  private OptionsPop(
      DraftHost host, Component opener, String name, List<Option> options, Consumer<String> taken) {
    super(host, opener, name);
    add(Parts.div("in", WordFields.one(name, options, "", taken)));
  }

  /**
   * A button that asks below a part of the page.
   *
   * @param options asked for when it is pressed
   * @param taken is told which one was pressed
   */
  public static NativeButton button(
      DraftHost host,
      Div below,
      String css,
      String name,
      Supplier<List<Option>> options,
      Consumer<String> taken) {
    NativeButton button = Parts.button(css, () -> {}, Icons.small("plus"), Parts.span("", name));
    button.addClickListener(
        _ -> new OptionsPop(host, button, name, options.get(), taken).openIn(below));
    button.getElement().setAttribute("aria-haspopup", "dialog");
    button.getElement().setAttribute("aria-expanded", "false");
    return button;
  }
}
