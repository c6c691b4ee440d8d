package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;

/**
 * A small window below the sentence that it is about. The script {@code words.js} puts it below
 * what opened it, brings the focus there and back, and hears Enter, Escape and a press elsewhere.
 */
@SuppressWarnings("this-escape") // The component library has no other way to build a part.
public class WordPop extends Div {
  private static final long serialVersionUID = 1L;

  private final transient DraftHost host;
  private final transient Component opener;

  /**
   * @param opener what was pressed
   */
  public WordPop(DraftHost host, Component opener, String name) {
    this.host = host;
    this.opener = opener;
    addClassNames("pop", "wordpop");
    getElement().setAttribute("role", "dialog");
    Parts.named(this, name);
    NativeButton leave =
        Parts.named(
            Parts.button("btn quiet s icon", () -> host.close(this), Icons.small("x")),
            Words.here().of("words.leave"));
    leave.getElement().setAttribute("data-leave", "");
    add(Parts.with(new Header(), "", Parts.span("grow", name), leave));
  }

  protected final DraftHost host() {
    return host;
  }

  /** Shows it below a sentence. */
  public final void openIn(Div sentence) {
    host.open(this);
    opener.getElement().setAttribute("aria-expanded", "true");
    sentence.add(this);
  }

  /** Goes away without a change. */
  final void leave() {
    opener.getElement().setAttribute("aria-expanded", "false");
    removeFromParent();
  }

  /** What the keys do. */
  protected static Footer foot(Component... acts) {
    Words words = Words.here();
    Footer foot = Parts.with(new Footer(), "", acts);
    foot.add(Parts.span("grow"), key("↵", words.of("words.key.keep")));
    foot.add(key("Esc", words.of("words.key.leave")));
    return foot;
  }

  private static Span key(String cap, String does) {
    return Parts.hidden(Parts.span("hint", Parts.span("kbd", cap), Parts.text(" " + does)));
  }
}
