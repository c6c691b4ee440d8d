package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.util.function.Consumer;

/** Where members are looked for; the key / leads to it. */
final class SearchField extends Div {
  private static final long serialVersionUID = 1L;

  SearchField(String now, Consumer<String> asked) {
    addClassNames("field", "search");
    Words words = Words.here();
    Input input = Parts.named(new Input(), words.of("members.search"));
    input.setType("search");
    input.setPlaceholder(words.of("members.search"));
    input.getElement().setAttribute("data-search", "");
    input.setValue(now);
    input.setValueChangeMode(ValueChangeMode.LAZY);
    input.setValueChangeTimeout(200);
    input.addValueChangeListener(event -> asked.accept(event.getValue().strip()));
    Span key = Parts.hidden(Parts.span("kbd", "/"));
    add(Icons.icon("search"), input, key);
  }
}
