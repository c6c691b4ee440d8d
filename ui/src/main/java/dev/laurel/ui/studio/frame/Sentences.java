package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentence;
import java.util.List;

/** Draws sentences with their words. */
public final class Sentences {
  private Sentences() {}

  /** A sentence whose words stand out by weight; all of it is read as one. */
  public static Component quiet(Sentence sentence) {
    Span all = new Span();
    for (Run run : Words.here().speaker().runs(sentence))
      all.add(
          switch (run) {
            case Run.Plain(var text) -> Parts.text(text);
            case Run.Word(var _, var _, var text) -> Parts.strong(text);
          });
    return all;
  }

  /** A sentence whose words have the colours of their kinds. */
  public static Component coloured(Sentence sentence) {
    Span all = Parts.span("sentence");
    for (Run run : Words.here().speaker().runs(sentence))
      all.add(
          switch (run) {
            case Run.Plain(var text) -> Parts.text(text);
            case Run.Word(var kind, var _, var text) -> Parts.span("w " + css(kind), text);
          });
    return all;
  }

  private static String css(Phrase.Kind kind) {
    return switch (kind) {
      case WHO -> "who";
      case HOW_MUCH -> "much";
      case WHAT -> "what";
      case WHEN -> "when";
    };
  }

  /** Sentences one after the other. */
  public static Component quiet(List<Sentence> sentences) {
    Span all = new Span();
    for (Sentence sentence : sentences) {
      if (all.getComponentCount() > 0) all.add(Parts.text(" "));
      all.add(quiet(sentence));
    }
    return all;
  }

  /** A phrase as it stands within a sentence. */
  public static String say(Phrase phrase) {
    return Words.here().speaker().say(phrase);
  }

  /** A phrase as a heading: what has a title by its title alone. */
  public static String title(Phrase phrase) {
    if (phrase instanceof Phrase.Named named) return Words.here().of(named.title());
    return Words.here().speaker().say(new Sentence("", phrase));
  }
}
