package dev.laurel.engine.editing;

import dev.laurel.engine.draft.Edit;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * For whom a campaign is, of all that is easily said: everyone, a segment, or who holds a tier or a
 * higher one. What else its conditions ask stays as it is. Stateless.
 */
public final class Audiences {
  private static final String ONLY = "only";
  private static final String TIER = "tier";

  private Audiences() {}

  /** Who is meant. */
  public sealed interface Who {
    record Everyone() implements Who {}

    record InSegment(String id) implements Who {}

    /** Members who hold this tier or a higher one of its ladder. */
    record FromTier(String ladder, String tier) implements Who {}
  }

  /**
   * One that can be chosen.
   *
   * @param said its name in the language of whoever chooses; empty for everyone
   * @param isChosen whether the campaign says it now
   * @param edits that make it so; none where it is so
   */
  public record Choice(Who who, String said, boolean isChosen, List<Edit> edits) {
    public Choice {
      edits = List.copyOf(edits);
    }
  }

  /**
   * All that can be chosen, everyone first.
   *
   * @param campaign its place
   */
  public static List<Choice> of(Tree tree, Pack pack, Speaker speaker, String campaign) {
    String language = speaker.language();
    List<Choice> all = new ArrayList<>();
    all.add(choice(tree, campaign, new Who.Everyone(), "", List.of(), Optional.empty()));
    Optional<String> path = tierPath(pack);
    for (Ladder ladder : pack.ladders())
      for (Ladder.Tier tier : ladder.tiers().stream().skip(1).toList())
        if (path.filter(of -> choices(pack, of).contains(tier.id())).isPresent())
          all.add(
              choice(
                  tree,
                  campaign,
                  new Who.FromTier(ladder.id(), tier.id()),
                  tier.title().in(language),
                  List.of(),
                  Optional.of(asked(path.get(), tier.id()))));
    for (Segment segment : pack.segments())
      all.add(
          choice(
              tree,
              campaign,
              new Who.InSegment(segment.id()),
              segment.title().in(language),
              List.of(segment.id()),
              Optional.empty()));
    return all;
  }

  /** By what conditions look at the tier of the first ladder. */
  private static Optional<String> tierPath(Pack pack) {
    Dictionary dictionary = Dictionary.of(pack);
    return dictionary.paths().stream()
        .filter(path -> dictionary.find(path).map(Word::type).orElse(null) == Word.Type.TIER)
        .findFirst();
  }

  private static List<String> choices(Pack pack, String path) {
    return Dictionary.of(pack).find(path).map(Word::choices).orElse(List.of());
  }

  private static String asked(String path, String tier) {
    return Feel.print(
        new Asking(new Operand.Attribute(path), Wording.Operator.AT_LEAST, List.of(tier))
            .condition(Word.Type.TIER)
            .orElseThrow());
  }

  private static Choice choice(
      Tree tree,
      String campaign,
      Who who,
      String said,
      List<String> segments,
      Optional<String> condition) {
    List<Edit> edits = new ArrayList<>();
    audience(tree, campaign + "/audience", segments).ifPresent(edits::add);
    condition(tree, campaign + "/when", condition).ifPresent(edits::add);
    return new Choice(who, said, edits.isEmpty(), edits);
  }

  private static Optional<Edit> audience(Tree tree, String place, List<String> segments) {
    Optional<Tree> now = Trees.at(tree, place);
    if (segments.isEmpty()) return now.map(_ -> new Edit.Remove(place));
    Tree wanted = new Tree.Items(segments.stream().<Tree>map(Tree::text).toList());
    return now.filter(wanted::equals).isPresent()
        ? Optional.empty()
        : Optional.of(new Edit.Set(place, wanted));
  }

  /** The row about the tier comes, goes or is another one; all other rows stay. */
  private static Optional<Edit> condition(Tree tree, String place, Optional<String> asked) {
    Optional<Tree> now = Trees.at(tree, place);
    Tree.Branch rows =
        switch (now.orElse(Tree.branch())) {
          case Tree.Branch branch -> branch;
          case Tree.Leaf leaf -> Tree.branch().with(ONLY, leaf);
          case Tree.Items items -> Tree.branch().with(ONLY, items);
        };
    Optional<Tree> wanted = asked.map(Tree::text);
    if (rows.get(TIER).equals(wanted)) return Optional.empty();
    Tree.Branch after =
        wanted
            .map(row -> rows.with(TIER, row))
            .orElseGet(() ->
                new Tree.Branch(
                    rows.entries().stream().filter(row -> !row.key().equals(TIER)).toList()));
    if (after.entries().isEmpty()) return Optional.of(new Edit.Remove(place));
    boolean single = after.entries().size() == 1 && after.entries().getFirst().key().equals(ONLY);
    return Optional.of(new Edit.Set(place, single ? after.entries().getFirst().value() : after));
  }
}
