package dev.laurel.engine.editing;

import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.rules.language.Base;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Parts of a pack as they first are when somebody chooses them. Stateless. */
final class Families {
  private static final String TYPE = "type";

  /**
   * The families of which another member can be chosen at a word; others have editors of theirs.
   */
  private static final Set<String> CHOSEN = Set.of("on", "validity");

  /** Of these there is nothing from which a first one could be made. */
  private static final Set<String> NEEDS_MORE = Set.of("message-outcome");

  private Families() {}

  static boolean canBeAnother(String place) {
    return CHOSEN.contains(Trees.name(place));
  }

  /** The word of a member of a family, however it is written. */
  static String word(Tree tree) {
    return switch (tree) {
      case Tree.Leaf(var _, var text) -> text;
      case Tree.Branch branch ->
          branch.get(TYPE).orElse(null) instanceof Tree.Leaf(var _, var text) ? text : "";
      case Tree.Items _ -> "";
    };
  }

  /** What a member of a family first is: none where the pack lacks what it needs. */
  static List<Tree> first(String word, Pack pack) {
    Tree.Branch typed = Tree.branch().with(TYPE, Tree.text(word));
    if (NEEDS_MORE.contains(word)) return List.of();
    return switch (word) {
      case "inactivity" -> List.of(typed.with("span", Tree.text("60 days")));
      case "for" -> List.of(typed.with("span", Tree.text("12 months")));
      case "rest-of-period" ->
          first(pack, Thing.PERIOD).stream()
              .<Tree>map(period -> typed.with("period", period))
              .toList();
      case "to-end-of-month" ->
          first(pack, Thing.PERIOD).stream()
              .<Tree>map(period ->
                  typed
                      .with("period", period)
                      .with("month", Tree.number("2"))
                      .with("yearsLater", Tree.number("1")))
              .toList();
      case "tier-change" ->
          pack.ladders().stream()
              .map(Ladder::id)
              .<Tree>map(ladder -> typed.with("ladder", Tree.text(ladder)))
              .toList();
      case "event" ->
          Things.of(pack, Thing.EVENT).stream()
              .<Tree>map(event -> typed.with("event", Tree.text(event)))
              .toList();
      default -> List.of(Tree.text(word));
    };
  }

  /** How a member of a family reads as a part of a sentence. */
  static String said(Tree tree, String place, String value, Speaker speaker) {
    return Edits.applied(tree, List.of(new Edit.Set(place, PackTree.parse(value))))
        .flatMap(PackTree::wellFormed)
        .flatMap(pack -> said(pack, place))
        .map(speaker::say)
        .orElse("");
  }

  private static Optional<Phrase> said(Pack pack, String place) {
    Sentences sentences = Sentences.of(pack);
    String around = Trees.parent(place);
    if (Trees.name(place).equals("on"))
      return Elements.rule(pack, around).map(rule -> sentences.trigger(place, rule.on()));
    return Elements.validity(pack, around).map(validity -> sentences.validity(place, validity));
  }

  private static Optional<Tree> first(Pack pack, Thing thing) {
    return Things.of(pack, thing).stream().findFirst().map(Tree::text);
  }

  /** What does not earn where a rule says nothing of it. */
  static List<String> usualBase() {
    return Base.USUAL.netOf().stream()
        .map(part -> part.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  /** Words by language. */
  static Optional<Text> text(Tree.Branch branch) {
    Map<String, String> words = new TreeMap<>();
    for (Tree.Entry entry : branch.entries())
      if (entry.value() instanceof Tree.Leaf(var _, var text)) words.put(entry.key(), text);
    return words.isEmpty() ? Optional.empty() : Optional.of(new Text(new TreeMap<>(words)));
  }
}
