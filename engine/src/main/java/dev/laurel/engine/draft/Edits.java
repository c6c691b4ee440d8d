package dev.laurel.engine.draft;

import dev.laurel.rules.language.Text;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Edits that editors need often, by what they mean. Places are those of the construct, such as
 * {@code ladders/main/tiers/Gold} or {@code earning/usual/rules/base}. Stateless.
 */
public final class Edits {
  private static final String TITLE = "title";

  private Edits() {}

  /**
   * A threshold of a tier.
   *
   * @param requirement the place of what must be reached, such as {@code
   *     ladders/main/tiers/Gold/entry}
   * @param atLeast as it is written, such as 3700 or 49.90
   */
  public static Edit threshold(String requirement, String atLeast) {
    return new Edit.Set(requirement + "/atLeast", Tree.number(atLeast));
  }

  /** Switches a rule or campaign on or off. */
  public static Edit active(String place, boolean active) {
    return new Edit.Set(place + "/active", Tree.truth(active));
  }

  /** A condition row, in the text form of conditions. */
  public static Edit condition(String row, String expression) {
    return new Edit.Set(row, Tree.text(expression));
  }

  /**
   * One cell of a rate table.
   *
   * @param column its number, from 1
   */
  public static Edit cell(String table, String row, int column, Tree value) {
    return new Edit.Set("%s/rows/%s/cells/%d".formatted(table, row, column), value);
  }

  /** What a row of a rate table gives. */
  public static Edit rate(String table, String row, String gives) {
    return new Edit.Set("%s/rows/%s/gives".formatted(table, row), Tree.number(gives));
  }

  /** The title of a construct in one language; those in other languages stay. */
  public static Edit title(Tree tree, String place, String language, String words) {
    String at = place + "/" + TITLE;
    Optional<Tree> before = Trees.at(tree, at);
    Tree.Branch titles =
        switch (before.orElse(Tree.branch())) {
          case Tree.Branch branch -> branch;
          case Tree.Leaf leaf -> Tree.branch().with(Text.FIRST_LANGUAGE, leaf);
          case Tree.Items _ -> Tree.branch();
        };
    Tree.Branch after = titles.with(language, Tree.text(words));
    boolean english = after.entries().size() == 1 && language.equals(Text.FIRST_LANGUAGE);
    return new Edit.Set(at, english ? Tree.text(words) : after);
  }

  /**
   * A copy right after the original, under an id that nothing in the pack has, with this title.
   *
   * @return empty where nothing with an id stands at the place
   */
  public static Optional<Edit> copy(Tree tree, String place, String language, String title) {
    if (!(Trees.at(tree, place).orElse(null) instanceof Tree.Branch original)
        || Tree.idOf(original).isEmpty()) return Optional.empty();
    String id = freshId(tree, Tree.idOf(original));
    Tree.Branch titled =
        title(tree, place, language, title) instanceof Edit.Set(var _, var words)
            ? original.with("id", Tree.text(id)).with(TITLE, words)
            : original;
    return Optional.of(
        new Edit.Add(Trees.parent(place) + "/" + id, titled, Trees.follower(tree, place)));
  }

  /**
   * An id like this one that nothing in the pack has: {@code gold}, else {@code gold2} and so on.
   */
  public static String freshId(Tree tree, String like) {
    Set<String> taken = new HashSet<>();
    ids(tree, taken);
    if (!taken.contains(like)) return like;
    String stem = like.replaceAll("[0-9]+$", "");
    for (int number = 2; ; number++) if (!taken.contains(stem + number)) return stem + number;
  }

  private static void ids(Tree tree, Set<String> ids) {
    switch (tree) {
      case Tree.Leaf _ -> {}
      case Tree.Items(var items) -> items.forEach(item -> ids(item, ids));
      case Tree.Branch branch -> {
        ids.add(Tree.idOf(branch));
        branch.entries().forEach(entry -> ids(entry.value(), ids));
      }
    }
  }

  /**
   * What the tree would be after these edits, one after another.
   *
   * @return empty where one of them cannot be made
   */
  public static Optional<Tree> applied(Tree tree, List<Edit> edits) {
    Tree after = tree;
    for (Edit edit : edits)
      switch (Resolving.of(edit, after)) {
        case Resolving.Resolved.Nothing() -> {}
        case Resolving.Resolved.No _ -> {
          return Optional.empty();
        }
        case Resolving.Resolved.Altered(var _, var altered) -> after = altered;
      }
    return Optional.of(after);
  }

  /** All of it is another pack. */
  static List<Edit> whole(Tree pack) {
    return List.of(new Edit.Set("", pack));
  }
}
