package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import dev.laurel.engine.editing.RulePages;
import dev.laurel.engine.editing.Wording;
import dev.laurel.engine.editing.Wordings;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.frame.FaultWords;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of the draft whose words are the controls: press one to say something else. */
public final class EditableSentence extends Div {
  private static final long serialVersionUID = 1L;

  /** Words of more signs than this may be broken between lines. */
  private static final int LONG = 24;

  private final transient DraftHost host;
  private final String about;

  /**
   * @param about what the sentence is about, for the names of steps
   * @param faults of the pack; those at a word are marked there
   * @param isNew whether all of it is new in the draft, so that no word is marked as changed
   */
  public EditableSentence(
      DraftHost host, String about, Sentence sentence, List<Fault> faults, boolean isNew) {
    this.host = host;
    this.about = about;
    addClassName("said");
    boolean mayEdit = host.draft().mayEdit();
    Wordings wordings = host.wordings();
    Paragraph text = Parts.paragraph("sentence");
    List<Run> runs = host.speaker().runs(sentence);
    for (int i = 0; i < runs.size(); i++)
      switch (runs.get(i)) {
        case Run.Plain(var plain) -> text.add(Parts.text(i > 0 ? unled(plain) : plain));
        case Run.Word(var kind, var place, var word) -> {
          String css = css(kind) + marks(place, faults, isNew);
          Component shown =
              mayEdit && wordings.isChangeable(place)
                  ? word(css, place, word, faults)
                  : Parts.span(length("word fixed", word) + " " + css, word);
          String led = i + 1 < runs.size() ? lead(runs.get(i + 1)) : "";
          // What ends a clause never begins a line.
          text.add(led.isEmpty() ? shown : Parts.span("nobreak", shown, Parts.text(led)));
        }
      }
    add(text);
  }

  private static final Pattern LEAD = Pattern.compile("^[,.;:)，。；：、）”]+");

  /** The signs with which what follows a word begins, that belong to the word's line. */
  private static String lead(Run run) {
    Matcher found = LEAD.matcher(run instanceof Run.Plain(var text) ? text : "");
    return found.find() ? found.group() : "";
  }

  private static String unled(String text) {
    return LEAD.matcher(text).replaceFirst("");
  }

  private static String length(String css, String word) {
    return word.length() > LONG ? css + " long" : css;
  }

  private String marks(String place, List<Fault> faults, boolean isNew) {
    String flagged = faults.stream().anyMatch(fault -> isAt(fault, place)) ? " flag err" : "";
    return !isNew && isChanged(host.draft().tree(), host.live(), place)
        ? flagged + " changed"
        : flagged;
  }

  /** Whether a fault is about this very word, or about what it stands in, up to a rule. */
  private static boolean isAt(Fault fault, String place) {
    return RulePages.isWithin(fault.place(), place)
        || (!fault.place().isEmpty() && Trees.parent(place).equals(fault.place()));
  }

  /** A word that names the tiers is another one only where they are named or ordered otherwise. */
  static boolean isChanged(Tree tree, Tree live, String place) {
    if (!place.endsWith("/tiers")) return !Trees.at(tree, place).equals(Trees.at(live, place));
    return !named(tree, place).equals(named(live, place));
  }

  private static List<Optional<Tree>> named(Tree tree, String tiers) {
    return Trees.at(tree, tiers).stream()
        .flatMap(all -> Trees.names(all).stream())
        .map(name -> Trees.at(tree, tiers + "/" + name + "/title"))
        .toList();
  }

  private NativeButton word(String css, String place, String text, List<Fault> faults) {
    NativeButton button = word(host, this, length("word", text) + " " + css, place, text, about);
    faults.stream()
        .filter(fault -> isAt(fault, place))
        .findFirst()
        .ifPresent(fault ->
            button.getElement().setAttribute("aria-description", FaultWords.message(fault)));
    return button;
  }

  /** A button that opens the window for a word below a part of the page. */
  static NativeButton word(
      DraftHost host, Div below, String css, String place, String text, String about) {
    NativeButton button = Parts.button(css, () -> {}, Parts.text(text));
    button.addClickListener(_ -> open(host, below, button, place, text, about));
    button.getElement().setAttribute("data-place", place);
    button.getElement().setAttribute("aria-haspopup", "dialog");
    button.getElement().setAttribute("aria-expanded", "false");
    Parts.named(button, Words.here().of("words.word", text));
    return button;
  }

  private static void open(
      DraftHost host, Div below, NativeButton opener, String place, String text, String about) {
    Optional<Wording> wording = host.wordings().at(place);
    wording.ifPresent(of -> new WordEditor(host, opener, of, about, text).openIn(below));
  }

  static String css(Phrase.Kind kind) {
    return switch (kind) {
      case WHO -> "who";
      case HOW_MUCH -> "much";
      case WHAT -> "what";
      case WHEN -> "when";
    };
  }

  /** A word by itself, such as a title or the cell of a table. */
  public static Component alone(
      DraftHost host, Div below, String css, String place, String text, String about) {
    if (!host.draft().mayEdit() || !host.wordings().isChangeable(place))
      return Parts.span("word fixed " + css, text);
    return word(host, below, "word " + css, place, text, about);
  }
}
