package dev.laurel.ui.studio.campaigns;

import com.vaadin.flow.component.Component;
import dev.laurel.engine.draft.Edit;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftHost;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Bars of campaigns that are dragged along the days, as a whole or by an end. */
final class CampaignDrags {
  private static final String DETAIL = "event.detail.";

  /** Nobody drags further; what is told beyond it is no drag. */
  private static final int MOST_DAYS = 3_700;

  private CampaignDrags() {}

  static void hear(Component page, DraftHost host) {
    page.getElement()
        .addEventListener("campaign-drag", event -> drag(host, event.getEventData()))
        .addEventData(DETAIL + "place")
        .addEventData(DETAIL + "from")
        .addEventData(DETAIL + "to")
        .addEventData(DETAIL + "title");
  }

  private static void drag(DraftHost host, JsonNode told) {
    List<Edit> edits =
        edits(
            host.draft().tree(),
            told.path(DETAIL + "place").asString(""),
            told.path(DETAIL + "from").asInt(0),
            told.path(DETAIL + "to").asInt(0));
    if (!edits.isEmpty())
      host.edit(
          Words.here().of("campaigns.step.days", told.path(DETAIL + "title").asString("")), edits);
  }

  /**
   * The edits by which a campaign begins and ends so many days later, or earlier.
   *
   * @return none where nothing moves, or it would end before it begins
   */
  static List<Edit> edits(Tree tree, String place, int from, int to) {
    if (!place.startsWith("campaigns/") || Math.max(Math.abs(from), Math.abs(to)) > MOST_DAYS)
      return List.of();
    Optional<LocalDate> first = day(tree, place + "/schedule/from");
    Optional<LocalDate> last = day(tree, place + "/schedule/to");
    Optional<LocalDate> begins = first.map(day -> day.plusDays(from));
    Optional<LocalDate> ends = last.map(day -> day.plusDays(to));
    if (begins.isPresent() && ends.isPresent() && ends.get().isBefore(begins.get()))
      return List.of();
    List<Edit> edits = new ArrayList<>();
    if (!begins.equals(first)) edits.add(set(place + "/schedule/from", begins.orElseThrow()));
    if (!ends.equals(last)) edits.add(set(place + "/schedule/to", ends.orElseThrow()));
    return edits;
  }

  private static Edit set(String place, LocalDate day) {
    return new Edit.Set(place, Tree.text(day.toString()));
  }

  private static Optional<LocalDate> day(Tree tree, String place) {
    return Trees.at(tree, place)
        .filter(Tree.Leaf.class::isInstance)
        .map(leaf -> LocalDate.parse(((Tree.Leaf) leaf).text()));
  }
}
