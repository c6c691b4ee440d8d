package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** All keys, in a dialog that the browser opens by itself. */
@Tag("dialog")
final class KeyHelp extends HtmlContainer {
  private static final long serialVersionUID = 1L;

  KeyHelp() {
    Words words = Words.here();
    addClassName("keyhelp");
    Parts.named(this, words.of("keys.all"));
    var close =
        Parts.named(
            Parts.button("btn quiet s icon", () -> {}, Icons.icon("x")), words.of("keys.close"));
    close.getElement().setAttribute("data-close", "");
    add(Parts.div("row", Parts.with(new H2(words.of("keys.all")), "h2 grow"), close));
    var list = Parts.div("keylist");
    for (Place place : Place.values())
      list.add(
          keys(words.of("keys.then"), "G", String.valueOf(Character.toUpperCase(place.key()))),
          new Span(place.title()));
    list.add(keys("", "Ctrl", "K"), new Span(words.of("find.title")));
    list.add(keys("", "/"), new Span(words.of("keys.search")));
    list.add(keys("", "["), new Span(words.of("keys.fold")));
    list.add(keys("", "?"), new Span(words.of("keys.all")));
    add(list, Parts.paragraph("small mute", words.of("keys.when")));
  }

  private static Component keys(String between, String... keys) {
    Span all = Parts.span("row");
    for (String key : keys) {
      if (all.getComponentCount() > 0) all.add(Parts.span("mute xs", between));
      Span cap = new Span(key);
      cap.addClassName("kbd");
      all.add(cap);
    }
    return all;
  }
}
