package dev.laurel.ui.studio.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.laurel.engine.audit.Audit;
import dev.laurel.engine.audit.AuditPage.Book;
import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.Verification;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Whether anybody rewrote a book; the books can be taken away from here. */
final class VerifiedCard extends Section {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 16;

  private final transient Audit audit;
  private final transient SignedIn who;

  VerifiedCard(Audit audit, SignedIn who) {
    this.audit = audit;
    this.who = who;
    verify();
  }

  private void verify() {
    Words words = Words.here();
    removeAll();
    setClassName("card verified");
    long records = 0;
    boolean whole = true;
    Div said = Parts.div("grow");
    Div heads = Parts.div("heads small");
    for (Book book : Book.values())
      switch (audit.verify(who.actor(), book)) {
        case Verification.Whole(var head) -> {
          records += head.number();
          heads.add(head(book, head));
        }
        case Verification.Broken(var number, var what) -> {
          whole = false;
          heads.add(
              Parts.div(
                  "",
                  Parts.span("sub", name(book)),
                  Parts.span("med", words.of("history.broken.at", words.number(number))),
                  Parts.span("", what)));
        }
      }
    if (!whole) addClassName("broken");
    said.add(
        Parts.paragraph(
            "strong",
            whole ? words.of("history.whole", words.number(records)) : words.of("history.broken")),
        Parts.paragraph("small sub", words.of(whole ? "history.whole.how" : "history.broken.how")),
        heads);
    said.getElement().setAttribute("role", "status");
    Div acts = Parts.div("acts");
    acts.add(Parts.button("btn", this::verify, Parts.text(words.of("history.verify"))));
    for (Book book : Book.values()) acts.add(export(book));
    add(Parts.hidden(Parts.span("seal", Icons.icon(whole ? "shield" : "warn"))), said, acts);
  }

  /** How far a book goes; whoever notes that elsewhere can tell later that nothing was cut off. */
  private static Component head(Book book, Head head) {
    Words words = Words.here();
    Div said = Parts.div("", Parts.span("sub", name(book)));
    if (head.number() == 0) said.add(Parts.span("mute", words.of("history.head.none")));
    else
      said.add(
          Parts.span("", words.of("history.head", words.number(head.number()))),
          Parts.span("mono", head.hash().substring(0, SHOWN) + "…"),
          copy(head.number() + " " + head.hash()));
    return said;
  }

  private static Component copy(String head) {
    Words words = Words.here();
    var copy =
        Parts.named(
            Parts.button("btn quiet s icon", () -> {}, Icons.small("link")),
            words.of("history.head.copy"));
    copy.getElement().setAttribute("data-copy-text", head);
    copy.getElement().setAttribute("data-copied", words.of("history.head.copied"));
    return copy;
  }

  static String name(Book book) {
    Words words = Words.here();
    return switch (book) {
      case PROGRAMME -> words.of("history.book.programme");
      case PEOPLE -> words.of("history.book.people");
      case MEMBERS -> words.of("history.book.members");
    };
  }

  private Anchor export(Book book) {
    Words words = Words.here();
    String name = "history-%s.jsonl".formatted(book.name().toLowerCase(Locale.ROOT));
    Anchor export =
        new Anchor(
            DownloadHandler.fromInputStream(_ -> {
              ByteArrayOutputStream lines = new ByteArrayOutputStream();
              audit.export(who.actor(), book, lines);
              byte[] bytes = lines.toByteArray();
              return new DownloadResponse(
                  new ByteArrayInputStream(bytes), name, "application/jsonl", bytes.length);
            }),
            "");
    export.add(Icons.small("dl"), Parts.text(words.of("history.export", name(book))));
    export.addClassNames("link", "small", "dl");
    export.getElement().setAttribute("download", name);
    return export;
  }
}
