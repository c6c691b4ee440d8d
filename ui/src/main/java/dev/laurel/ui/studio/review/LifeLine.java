package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.laurel.engine.governance.Stage;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** How far a draft is on its way, from draft to published. */
final class LifeLine {
  private LifeLine() {}

  /**
   * @param when says an instant
   */
  static OrderedList of(Stage stage, Function<Instant, String> when) {
    Words words = Words.here();
    int at =
        switch (stage) {
          case Stage.Editing() -> 0;
          case Stage.InReview _ -> 1;
          case Stage.Approved _ -> 2;
          case Stage.Publishing _ -> 3;
        };
    String second =
        switch (stage) {
          case Stage.InReview(var submission) ->
              words.of("review.stage.since", when.apply(submission.at()));
          case Stage.Editing _, Stage.Approved _, Stage.Publishing _ ->
              words.of("review.stage.review");
        };
    List<String> names =
        List.of(
            words.of("review.stage.draft"),
            second,
            words.of("review.stage.approved"),
            words.of("review.stage.published"));
    OrderedList life = Parts.with(new OrderedList(), "life");
    for (int i = 0; i < names.size(); i++) {
      ListItem item = new ListItem(names.get(i));
      if (i < at) item.addClassName("done");
      if (i == at) {
        item.addClassName("now");
        item.getElement().setAttribute("aria-current", "step");
      }
      life.add(item);
    }
    return life;
  }
}
