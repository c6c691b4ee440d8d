package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import dev.laurel.engine.draft.Edit;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.frame.Words;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Rules that are dragged by their grip and dropped between others, of their group or another. */
public final class RuleDrops {
  private static final String DETAIL = "event.detail.";
  private static final String RULES = "/rules";

  private RuleDrops() {}

  /** Has a page hear where rules are dropped on it. */
  public static void hear(Component page, DraftHost host) {
    page.getElement()
        .addEventListener("rule-drop", event -> drop(host, event.getEventData()))
        .addEventData(DETAIL + "place")
        .addEventData(DETAIL + "into")
        .addEventData(DETAIL + "before")
        .addEventData(DETAIL + "title");
  }

  private static void drop(DraftHost host, JsonNode told) {
    List<Edit> edits =
        edits(host.draft().tree(), said(told, "place"), said(told, "into"), said(told, "before"));
    if (!edits.isEmpty())
      host.edit(Words.here().of("words.step.moved", said(told, "title")), edits);
  }

  private static String said(JsonNode told, String key) {
    return told.path(DETAIL + key).asString("");
  }

  /**
   * The edits by which a rule stands elsewhere.
   *
   * @param into the list in which it is dropped, such as {@code earning/usual/rules}
   * @param before the id of the rule there before which it is dropped; empty at the end
   * @return none where it stands there already, or where it cannot stand there
   */
  static List<Edit> edits(Tree tree, String place, String into, String before) {
    Optional<Tree> rule = Trees.at(tree, place);
    String from = Trees.parent(place);
    if (rule.isEmpty() || !from.endsWith(RULES) || !into.endsWith(RULES)) return List.of();
    Optional<String> next = Optional.of(before).filter(id -> !id.isEmpty());
    if (next.filter(id -> Trees.at(tree, into + "/" + id).isEmpty()).isPresent()) return List.of();
    if (from.equals(into))
      return next.equals(Optional.of(Trees.name(place))) || next.equals(Trees.follower(tree, place))
          ? List.of()
          : List.of(new Edit.Move(place, next));
    boolean bothEarning = from.startsWith("earning/") && into.startsWith("earning/");
    return bothEarning && Trees.at(tree, Trees.parent(into)).isPresent()
        ? List.of(
            new Edit.Remove(place), new Edit.Add(into + "/" + Trees.name(place), rule.get(), next))
        : List.of();
  }
}
