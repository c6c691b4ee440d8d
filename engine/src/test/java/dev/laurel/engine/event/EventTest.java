package dev.laurel.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.language.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTest {
  @Test
  void nothingCanPassForAnEventThatHasABodyOfItsOwn() {
    List<String> types = new ArrayList<>(Vocabulary.BUILT_IN_EVENTS);
    types.addAll(Vocabulary.UNANSWERED_EVENTS);
    List<String> free =
        List.of(
            "referral", "checkIn", "review", "survey", "complaint", "consent", "messageOutcome");
    assertThat(types).containsAll(free);
    types.removeAll(free);
    for (String type : types)
      assertThatThrownBy(() -> new Body.Other(type, Map.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(type);
    for (String type : free) assertThat(new Body.Other(type, Map.of()).type()).isEqualTo(type);
  }
}
