package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.html.Div;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.rules.language.Message;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Vocabulary;
import java.util.Optional;

/** A message that was made, or would be: what it says, by which channel and for what. */
public final class MessageRow extends Div {
  private static final long serialVersionUID = 1L;

  /**
   * A row.
   *
   * @param state how far its delivery has come, or when it may be delivered
   */
  public MessageRow(Pack pack, Outgoing made, String state) {
    Words words = Words.here();
    addClassNames("holding");
    String title =
        pack.messages().stream()
            .filter(message -> message.id().equals(made.message()))
            .findFirst()
            .map(Message::title)
            .map(words::of)
            .orElse(made.message());
    Optional<Vocabulary> vocabulary = pack.vocabulary();
    add(
        Parts.div("row", Parts.strong(title), Parts.span("grow"), Parts.span("small sub", state)),
        Parts.paragraph("small", words.of(new Text(made.text()))),
        Parts.paragraph(
            "xs mute",
            words.of(
                "messages.by",
                channel(vocabulary, made.channel(), words),
                purpose(vocabulary, made.purpose(), words))));
  }

  /** A channel by its title. */
  public static String channel(Optional<Vocabulary> vocabulary, String id, Words words) {
    return vocabulary.stream()
        .flatMap(each -> each.channels().stream())
        .filter(channel -> channel.id().equals(id))
        .findFirst()
        .map(channel -> words.of(channel.title()))
        .orElse(id);
  }

  /** A purpose by its title. */
  public static String purpose(Optional<Vocabulary> vocabulary, String id, Words words) {
    return vocabulary.stream()
        .flatMap(each -> each.purposes().stream())
        .filter(purpose -> purpose.id().equals(id))
        .findFirst()
        .map(purpose -> words.of(purpose.title()))
        .orElse(id);
  }
}
