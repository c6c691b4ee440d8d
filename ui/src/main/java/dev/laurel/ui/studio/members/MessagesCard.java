package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.ui.studio.frame.MessageRow;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** To what a member consents, and which messages went out; why each did is told by the timeline. */
final class MessagesCard {
  private static final int MOST = 20;

  private final MemberView member;
  private final Pack pack;
  private final List<MessageRecord> messages;
  private final Words words = Words.here();

  /**
   * @param messages to the member, the latest first
   */
  MessagesCard(MemberView member, Pack pack, List<MessageRecord> messages) {
    this.member = member;
    this.pack = pack;
    this.messages = messages;
  }

  /** The card; empty where the programme sends nothing and nothing was sent. */
  Optional<Component> card() {
    if (pack.messages().isEmpty() && messages.isEmpty()) return Optional.empty();
    List<Component> rows = new ArrayList<>(consents());
    for (MessageRecord record : messages.stream().limit(MOST).toList())
      rows.add(new MessageRow(pack, record.message(), state(record)));
    if (messages.isEmpty()) rows.add(Parts.paragraph("small mute", words.of("messages.nothing")));
    Component card =
        Parts.card(words.of("messages.card"), List.of(), rows.toArray(Component[]::new));
    card.addClassName("holdings");
    return Optional.of(card);
  }

  private List<Component> consents() {
    List<Component> rows = new ArrayList<>();
    Optional<Vocabulary> vocabulary = pack.vocabulary();
    member
        .state()
        .holdings()
        .consents()
        .forEach((consent, since) -> {
          String[] of = consent.split("/", 2);
          Div row = Parts.div("row");
          row.add(
              Parts.span(
                  "small",
                  words.of(
                      "messages.consent",
                      MessageRow.purpose(vocabulary, of[1], words),
                      MessageRow.channel(vocabulary, of[0], words))),
              Parts.span("grow"),
              Parts.span("small sub", words.of("holdings.since", words.day(since))));
          rows.add(row);
        });
    if (rows.isEmpty()) rows.add(Parts.paragraph("small mute", words.of("messages.no-consent")));
    return rows;
  }

  /** How far it has come, with when. */
  private String state(MessageRecord record) {
    String at = words.instant(when(record).atZone(pack.programme().zone()));
    return switch (record.state()) {
      case WAITING -> words.of("messages.state.waiting", at);
      case HANDED_OVER -> words.of("messages.state.handed-over");
      case DELIVERED -> words.of("messages.state.delivered", at);
      case FAILED -> words.of("messages.state.failed", at);
      case OPENED -> words.of("messages.state.opened", at);
      case ANSWERED -> words.of("messages.state.answered", at);
      case WITHDRAWN -> words.of("messages.state.withdrawn");
      case DROPPED -> words.of("messages.state.dropped");
      case STALE -> words.of("messages.state.stale", MessageRecord.LATEST.toDays());
    };
  }

  /** When it came so far; of one that nobody has delivered, when it may be. */
  private static Instant when(MessageRecord record) {
    return record.outcomes().entrySet().stream()
        .filter(each -> each.getKey().name().equals(record.state().name()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(record.message().from());
  }
}
