package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.editing.PartPages.Part;
import dev.laurel.engine.editing.PartStarters;
import dev.laurel.engine.editing.RulePages.Fate;
import dev.laurel.rules.sentence.Passage;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of the draft that stands by itself, as sentences whose words are the controls. */
public final class PartBlock extends Section {
  private static final long serialVersionUID = 1L;

  /**
   * @param beside what stands beside its sentences, such as how many members it has
   */
  public PartBlock(DraftHost host, Part part, Optional<Component> beside) {
    Words words = Words.here();
    String title = Sentences.title(part.passage().title());
    addClassNames("card", "part");
    getElement().setAttribute("data-at", part.place());
    Parts.named(this, title);
    Div text = Parts.div("text");
    Div named = Parts.div("said");
    H2 heading = new H2();
    heading.add(
        EditableSentence.alone(host, named, "titleword", part.place() + "/title", title, title));
    named.add(heading);
    text.add(named);
    for (Sentence sentence : part.passage().sentences())
      text.add(new EditableSentence(host, title, sentence, part.faults(), part.fate() == Fate.NEW));
    for (Passage within : part.passage().parts()) text.add(within(host, within, part));
    part.faults().forEach(fault -> text.add(new MendNote(host, fault, title)));
    Header header = new Header(text);
    Div end = Parts.div("end");
    switch (part.fate()) {
      case NEW -> end.add(Parts.span("tag draft", words.of("words.fate.new")));
      case CHANGED -> end.add(Parts.span("tag draft", words.of("words.fate.changed")));
      case SAME -> {}
    }
    if (host.draft().mayEdit())
      end.add(
          ElementMenu.button(
              host, text, new ElementMenu.Subject(part.place(), title, Optional.empty(), true)));
    header.add(end);
    add(header);
    beside.ifPresent(component -> add(Parts.div("beside", component)));
  }

  /** What it holds in turn, such as the offers of a set. */
  private static Component within(DraftHost host, Passage passage, Part part) {
    String title = Sentences.title(passage.title());
    Div block = Parts.div("within", Parts.strong(title));
    for (Sentence sentence : passage.sentences())
      block.add(
          new EditableSentence(host, title, sentence, part.faults(), part.fate() == Fate.NEW));
    return block;
  }

  /** A button that opens what can be started from, each with the sentence that it would be. */
  public static Component starts(DraftHost host, String name, PartStarters.Part... parts) {
    Div row = Parts.div("newrule said");
    row.add(StarterPop.button(host, row, "add", name, () -> starts(host, parts)));
    return row;
  }

  private static List<StarterPop.Start> starts(DraftHost host, PartStarters.Part... parts) {
    List<StarterPop.Start> starts = new ArrayList<>();
    if (host.draft().pack().isEmpty()) return starts;
    PartStarters starters = PartStarters.of(host.draft().tree(), host.draft().pack().get());
    for (PartStarters.Part each : parts) {
      String key = key(each);
      starters
          .part(each, Titles.of(key))
          .ifPresent(started ->
              starts.add(
                  new StarterPop.Start(
                      icon(each),
                      Words.here().of(key),
                      StarterPop.example(host, started.edits(), started.place()),
                      started.edits())));
    }
    return starts;
  }

  private static String key(PartStarters.Part part) {
    return switch (part) {
      case LAPSING -> "parts.start.lapsing";
      case STAGE -> "parts.start.stage";
      case VALUE -> "parts.start.value";
      case OF_TIER -> "parts.start.of-tier";
      case HANDED_OUT -> "parts.start.handed-out";
      case FOR_POINTS -> "parts.start.for-points";
      case STAMP_CARD -> "parts.start.stamp-card";
      case STREAK -> "parts.start.streak";
      case CHALLENGE -> "parts.start.challenge";
      case MESSAGE -> "parts.start.message";
      case OFFERS -> "parts.start.offers";
    };
  }

  private static String icon(PartStarters.Part part) {
    return switch (part) {
      case LAPSING -> "clock";
      case STAGE -> "heart";
      case VALUE -> "seg";
      case OF_TIER -> "tiers";
      case HANDED_OUT -> "gift";
      case FOR_POINTS -> "cart";
      case STAMP_CARD -> "stamp";
      case STREAK -> "cal";
      case CHALLENGE -> "target";
      case MESSAGE -> "mail";
      case OFFERS -> "gift";
    };
  }
}
