package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.laurel.engine.finder.Finder;
import dev.laurel.engine.finder.Found;
import dev.laurel.ui.access.SignedIn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Goes anywhere by a few words: a field with a list of what they find. The script {@code
 * palette.js} opens it, moves through the list by keys and follows what is chosen.
 */
@Tag("dialog")
final class Palette extends HtmlContainer {
  private static final long serialVersionUID = 1L;

  private static final String LIST = "palette-list";
  private static final int PAUSE_MILLIS = 120;

  private final transient Finder finder;
  private final transient SignedIn who;
  private final Div list = Parts.div("found");
  private final Span told = Parts.span("sr");

  Palette(Finder finder, SignedIn who) {
    this.finder = finder;
    this.who = who;
    Words words = Words.here();
    addClassName("palette");
    Parts.named(this, words.of("find.title"));
    Input input = Parts.named(new Input(), words.of("find.title"));
    input.setPlaceholder(words.of("find.what"));
    input
        .getElement()
        .setAttribute("role", "combobox")
        .setAttribute("aria-expanded", "true")
        .setAttribute("aria-autocomplete", "list")
        .setAttribute("aria-controls", LIST)
        .setAttribute("autocomplete", "off")
        .setAttribute("autofocus", true);
    input.setValueChangeMode(ValueChangeMode.LAZY);
    input.setValueChangeTimeout(PAUSE_MILLIS);
    input.addValueChangeListener(event -> show(event.getValue()));
    list.setId(LIST);
    list.getElement().setAttribute("role", "listbox");
    Parts.named(list, words.of("find.found"));
    told.getElement().setAttribute("role", "status");
    NativeButton close =
        Parts.named(
            Parts.button("btn quiet s icon", () -> {}, Icons.icon("x")), words.of("find.close"));
    close.getElement().setAttribute("data-close", "");
    add(Parts.div("q", Icons.icon("search"), input, close), list, told, foot(words));
    show("");
  }

  /** What opens it; the script hears the press, and the keys. */
  static NativeButton opener() {
    Words words = Words.here();
    NativeButton button =
        Parts.button(
            "find",
            () -> {},
            Icons.icon("search"),
            Parts.span("label grow", words.of("find.title")),
            Parts.hidden(Parts.span("kbd label", "Ctrl K")));
    button.getElement().setAttribute("data-find", "").setAttribute("aria-haspopup", "dialog");
    return button;
  }

  private static Component foot(Words words) {
    return Parts.hidden(
        Parts.div(
            "foot",
            key("↑ ↓", words.of("find.key.choose")),
            key("↵", words.of("find.key.go")),
            key("Esc", words.of("find.close"))));
  }

  private static Span key(String cap, String does) {
    return Parts.span("hint", Parts.span("kbd", cap), Parts.text(" " + does));
  }

  private void show(String typed) {
    Words words = Words.here();
    String text = typed.strip();
    Map<String, Div> groups = new LinkedHashMap<>();
    Arrays.stream(Place.values())
        .filter(place -> place.isFor(who.actor()))
        .filter(place -> fits(place.title(), text))
        .forEach(place -> group(groups, words.of("find.go")).add(PaletteRows.of(place)));
    // Nothing is looked for on the many pages that nobody opens it on.
    if (!text.isEmpty())
      for (Found found : finder.find(who.actor(), text, words.speaker()))
        group(groups, heading(found)).add(PaletteRows.of(found));
    list.removeAll();
    groups.values().forEach(list::add);
    number();
    list.getElement().setAttribute("data-for", text);
    long many = options().size();
    if (many == 0) list.add(Parts.paragraph("small sub none", words.of("find.nothing", text)));
    told.setText(words.of("find.many", words.number(many)));
  }

  /** Each option by an id, so that the field can say which one is looked at. */
  private void number() {
    int number = 0;
    for (Anchor option : options()) option.setId(LIST + "-" + ++number);
  }

  private List<Anchor> options() {
    return list.getChildren()
        .flatMap(Component::getChildren)
        .filter(Anchor.class::isInstance)
        .map(Anchor.class::cast)
        .toList();
  }

  private static boolean fits(String title, String text) {
    String named = title.toLowerCase(Locale.ROOT);
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(named::contains);
  }

  private static Div group(Map<String, Div> groups, String heading) {
    return groups.computeIfAbsent(
        heading,
        _ -> {
          Div group = Parts.named(Parts.div("kind"), heading);
          group.getElement().setAttribute("role", "group");
          group.add(Parts.hidden(Parts.div("head", Parts.text(heading))));
          return group;
        });
  }

  private static String heading(Found found) {
    return switch (found) {
      case Found.Tier _ -> Place.TIERS.title();
      case Found.Rule _, Found.Table _ -> Place.EARNING.title();
      case Found.Campaign _ -> Place.CAMPAIGNS.title();
      case Found.Part part -> PaletteRows.page(part.kind()).title();
      case Found.Revision _ -> Place.REVISIONS.title();
      case Found.Member _ -> Place.MEMBERS.title();
    };
  }
}
