package dev.laurel.ui.studio.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.message.MessageOutcome;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.ui.studio.PageTest;
import dev.laurel.ui.studio.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** To what a member consents and how far messages have come, as it is shown. */
class MessagesCardTest extends PageTest {
  private static final Instant MADE = Instant.parse("2026-11-20T20:30:00Z");

  /** Who consented to nothing. */
  private static final String SILENT = "G00000001";

  @Autowired private Operation operation;

  private static MessageRecord made(String id) {
    return made(id, MADE);
  }

  private static MessageRecord made(String id, Instant now) {
    return MessageRecord.made(
        new Outgoing(
            id,
            "thanks",
            "e-mail",
            "news",
            "rule",
            MADE,
            Optional.empty(),
            new TreeMap<>(Map.of("en", "You have 10 Beans.", "zh-Hans", "您有 10 豆。"))),
        World.KNOWN,
        "till:1",
        now);
  }

  private static Pack silent() {
    byte[] text =
        """
        pack: {format: 1, id: silent, version: 1.0.0, title: Silent}
        programme: {title: Silent, zone: UTC, currency: EUR}
        """
            .getBytes(StandardCharsets.UTF_8);
    return switch (PackReader.read(new TreeMap<>(Map.of("pack.yaml", text)))) {
      case PackResult.Read read -> read.pack();
      case PackResult.Refused refused -> throw new AssertionError(refused.faults());
    };
  }

  private Optional<String> card(MessageRecord... records) {
    return card(World.cafe().pack(), records);
  }

  private Optional<String> card(Pack pack, MessageRecord... records) {
    MemberView member = operation.member(Actor.operator(), SILENT).orElseThrow();
    Optional<Component> card = new MessagesCard(member, pack, List.of(records)).card();
    return card.map(PageTest::text);
  }

  @Test
  void a_programme_that_sends_nothing_shows_nothing() {
    assertThat(card(World.cafe().pack()))
        .hasValueSatisfying(card -> assertThat(card).contains("No message so far."));
    assertThat(card(silent())).isEmpty();
  }

  @Test
  void each_message_tells_what_it_says_and_how_far_it_has_come() {
    MessageRecord opened = made("b").after(MessageOutcome.OPENED, MADE.plusSeconds(60));
    assertThat(card(made("a"), opened).orElseThrow())
        .contains("Consents to no messages.")
        .containsPattern("waits until .*You have 10 Beans\\..*By E-mail, for News")
        .contains("opened ");
  }

  @Test
  void a_message_that_was_too_late_to_send_says_so() {
    MessageRecord stale = made("a", MADE.plus(MessageRecord.LATEST).plusSeconds(1));
    assertThat(card(stale).orElseThrow())
        .contains("not sent: made more than 7 days after it might have gone", "You have 10 Beans.");
    com.vaadin.flow.component.UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    assertThat(card(stale).orElseThrow()).contains("未发送：生成时已超过应发时间 7 天");
  }

  @Test
  void all_of_it_is_said_in_chinese_too() {
    com.vaadin.flow.component.UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    assertThat(card(made("a")).orElseThrow()).contains("您有 10 豆。", "等待至");
  }
}
