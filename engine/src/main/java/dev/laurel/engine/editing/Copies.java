package dev.laurel.engine.editing;

import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.rules.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies of what has rules of its own: their ids are unique in the pack, so those within the copy
 * are other ones, and what the copy says of its rules it says of its own. Stateless.
 */
public final class Copies {
  private static final String RULES = "rules";
  private static final String ID = "id";

  private Copies() {}

  /**
   * A copy right after the original; see {@link Edits#copy}.
   *
   * @return empty where nothing with an id stands at the place
   */
  public static Optional<Edit> of(Tree tree, String place, String language, String title) {
    return Edits.copy(tree, place, language, title)
        .map(copy ->
            copy instanceof Edit.Add(var at, var value, var next)
                ? new Edit.Add(at, afresh(tree, value), next)
                : copy);
  }

  private static Tree afresh(Tree pack, Tree copy) {
    Map<String, String> ids = new HashMap<>();
    collect(pack, copy, false, ids);
    return ids.isEmpty() ? copy : renamed(copy, ids);
  }

  private static void collect(Tree pack, Tree part, boolean rules, Map<String, String> ids) {
    switch (part) {
      case Tree.Leaf _ -> {}
      case Tree.Items(var items) -> {
        for (Tree item : items) {
          String id = Tree.idOf(item);
          if (rules && !id.isEmpty()) ids.put(id, fresh(pack, id, ids));
          collect(pack, item, false, ids);
        }
      }
      case Tree.Branch(var entries) ->
          entries.forEach(entry -> collect(pack, entry.value(), entry.key().equals(RULES), ids));
    }
  }

  private static String fresh(Tree pack, String id, Map<String, String> ids) {
    String fresh = Edits.freshId(pack, id);
    while (ids.containsValue(fresh)) fresh = Edits.freshId(pack, fresh + "-copy");
    return fresh;
  }

  private static Tree renamed(Tree part, Map<String, String> ids) {
    return switch (part) {
      case Tree.Leaf leaf -> leaf;
      case Tree.Items(var items) -> {
        List<Tree> all = new ArrayList<>();
        for (Tree item : items)
          all.add(
              item instanceof Tree.Leaf(var kind, var text)
                  ? new Tree.Leaf(kind, ids.getOrDefault(text, text))
                  : renamed(item, ids));
        yield new Tree.Items(all);
      }
      case Tree.Branch(var entries) -> {
        List<Tree.Entry> all = new ArrayList<>();
        for (Tree.Entry entry : entries)
          all.add(
              entry.key().equals(ID) && entry.value() instanceof Tree.Leaf(var kind, var text)
                  ? new Tree.Entry(ID, new Tree.Leaf(kind, ids.getOrDefault(text, text)))
                  : new Tree.Entry(entry.key(), renamed(entry.value(), ids)));
        yield new Tree.Branch(all);
      }
    };
  }
}
