package dev.laurel.ui.studio.tryit;

import com.vaadin.flow.component.Component;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.ui.studio.frame.NativeSelect;
import dev.laurel.ui.studio.frame.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Words by which attributes of the vocabulary are chosen. */
final class Attributes {
  private Attributes() {}

  /** A word for what is true or not, or one of several; there is none for other types. */
  static Optional<Component> control(
      Vocabulary.Attribute attribute, String kind, String now, Consumer<String> taken) {
    Words words = Words.here();
    Map<String, String> choices = new LinkedHashMap<>();
    switch (attribute.type()) {
      case TRUTH -> {
        choices.put("", words.of("try.unsaid"));
        choices.put("true", words.of("try.yes"));
        choices.put("false", words.of("try.no"));
      }
      case CHOICE -> {
        choices.put("", words.of("try.unsaid"));
        attribute.values().forEach(value -> choices.put(value, value));
      }
      case NUMBER, MONEY, TEXT, LIST, DATE, TIME -> {
        return Optional.empty();
      }
    }
    NativeSelect select = new NativeSelect(words.of(attribute.title()), choices, now, taken);
    select.addClassNames("word", kind);
    return Optional.of(select);
  }
}
