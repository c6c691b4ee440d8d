package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;

/** The small parts of pages, by the class names of {@code studio.css}. */
public final class Parts {
  private static final int HUES = 4;

  private Parts() {}

  public static Div div(String css, Component... parts) {
    return with(new Div(), css, parts);
  }

  public static Span span(String css, Component... parts) {
    return with(new Span(), css, parts);
  }

  public static Span span(String css, String text) {
    return span(css, new Text(text));
  }

  public static Paragraph paragraph(String css, Component... parts) {
    return with(new Paragraph(), css, parts);
  }

  public static Paragraph paragraph(String css, String text) {
    return paragraph(css, new Text(text));
  }

  public static Text text(String text) {
    return new Text(text);
  }

  /** Text that stands out. */
  public static Span strong(String text) {
    return span("med", text);
  }

  /** A part with classes and parts of its own. */
  public static <C extends HtmlContainer> C with(C part, String css, Component... parts) {
    if (!css.isEmpty()) part.addClassNames(css.split(" ", -1));
    part.add(parts);
    return part;
  }

  /** A card with a heading, and beside it what belongs to the heading. */
  public static Section card(String heading, List<Component> beside, Component... body) {
    Header header = new Header(new H2(heading));
    beside.forEach(header::add);
    return with(new Section(), "card", header, div("body", body));
  }

  /** A plain button. */
  public static NativeButton button(String css, Runnable clicked, Component... parts) {
    NativeButton button = with(new NativeButton(), css, parts);
    button.getElement().setAttribute("type", "button");
    button.addClickListener(_ -> clicked.run());
    return button;
  }

  /** A tier by its sprig and name. */
  public static Span tier(int rank, String name) {
    return span("tier", Icons.sprig(rank), new Span(name));
  }

  /** The class by which a tier has its colour. */
  public static String tier(int rank) {
    return "t" + Math.clamp(rank, 1, HUES);
  }

  /** A label for those who hear the page. */
  public static <C extends Component> C named(C part, String name) {
    part.getElement().setAttribute("aria-label", name);
    return part;
  }

  /** For the eyes only: what it shows is told in words beside it. */
  public static <C extends Component> C hidden(C part) {
    part.getElement().setAttribute("aria-hidden", "true");
    return part;
  }

  /** Names and values in pairs. */
  public static Component pairs(String css, Stream<Pair> pairs) {
    var list = with(new com.vaadin.flow.component.html.DescriptionList(), css);
    pairs.forEach(pair -> {
      var name = new com.vaadin.flow.component.html.DescriptionList.Term(pair.name());
      var value = new com.vaadin.flow.component.html.DescriptionList.Description();
      value.add(pair.value());
      list.add(name, value);
    });
    return list;
  }

  /** A name and what stands beside it. */
  public record Pair(String name, Component value) {
    public static Pair of(String name, String value) {
      return new Pair(name, new Text(value));
    }
  }
}
