package dev.laurel.ui.studio.campaigns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.editing.RulePages.CampaignCard;
import dev.laurel.engine.editing.RulePages.Fate;
import dev.laurel.engine.editing.RulePages.Rule;
import dev.laurel.engine.editing.RulePages.State;
import dev.laurel.engine.operation.CampaignProgress;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftHost;
import dev.laurel.ui.studio.frame.draft.EditableSentence;
import dev.laurel.ui.studio.frame.draft.ElementMenu;
import dev.laurel.ui.studio.frame.draft.MendNote;
import dev.laurel.ui.studio.frame.draft.RuleRow;
import java.util.List;
import java.util.Optional;

/** One campaign: when it runs, for whom, at which cost, and the rules that it has. */
final class CampaignBlock extends Section {
  private static final long serialVersionUID = 1L;

  /**
   * @param progress how the campaign in force of this name goes
   */
  CampaignBlock(DraftHost host, CampaignCard card, Optional<CampaignProgress> progress) {
    Words words = Words.here();
    Rule of = card.of();
    String title = Sentences.title(of.passage().title());
    addClassNames("card", "campaign");
    if (of.state() == State.OFF || of.state() == State.ENDED) addClassName("off");
    setId(Calendar.anchor(of.place()));
    getElement().setAttribute("data-at", of.place());
    Parts.named(this, title);
    Div text = Parts.div("text");
    Div named = Parts.div("said");
    H2 heading = new H2();
    heading.add(
        EditableSentence.alone(host, named, "titleword", of.place() + "/title", title, title));
    named.add(heading);
    text.add(named);
    List<Fault> own =
        of.faults().stream()
            .filter(fault -> card.rules().stream().noneMatch(r -> r.faults().contains(fault)))
            .toList();
    for (Sentence sentence : of.passage().sentences())
      text.add(new EditableSentence(host, title, sentence, own, of.fate() == Fate.NEW));
    own.forEach(fault -> text.add(new MendNote(host, fault, title)));
    Header header = new Header(text);
    Div end = Parts.div("end", Parts.span("tag " + css(of), state(of, words)));
    fate(of, words).ifPresent(said -> end.add(Parts.span("tag draft", said)));
    if (host.draft().mayEdit())
      end.add(
          ElementMenu.button(
              host,
              text,
              new ElementMenu.Subject(of.place(), title, Optional.of(of.isActive()), true)));
    header.add(end);
    Div rules = Parts.div("rules");
    if (card.campaign().variants().isEmpty())
      rules.getElement().setAttribute("data-rules", of.place() + "/rules");
    int number = 0;
    for (Rule rule : card.rules()) rules.add(new RuleRow(host, rule, ++number));
    add(header, rules);
    progress
        .filter(how -> !how.budgets().isEmpty() || !how.groups().isEmpty())
        .ifPresent(how -> add(new ProgressBlock(card.campaign(), how, host.names())));
  }

  private static Optional<String> fate(Rule of, Words words) {
    return switch (of.fate()) {
      case NEW -> Optional.of(words.of("words.fate.new"));
      case CHANGED -> Optional.of(words.of("words.fate.changed"));
      case SAME -> Optional.empty();
    };
  }

  private static String css(Rule of) {
    return switch (of.state()) {
      case RUNNING -> "live";
      case SCHEDULED -> "sched";
      case ENDED, OFF -> "ended";
    };
  }

  /** Whether it runs today, and the day on which that changes. */
  static String state(Rule of, Words words) {
    return switch (of.state()) {
      case RUNNING ->
          of.to()
              .map(last -> words.of("campaigns.running.until", words.day(last)))
              .orElseGet(() -> words.of("campaigns.running"));
      case SCHEDULED -> words.of("campaigns.begins", of.from().map(words::day).orElse(""));
      case ENDED -> words.of("campaigns.ended", of.to().map(words::day).orElse(""));
      case OFF -> words.of("words.state.off");
    };
  }
}
