package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Words;
import java.time.Instant;
import java.util.function.Function;

/** Which revision was published last, and by whom. */
final class LastCard extends Section {
  private static final long serialVersionUID = 1L;

  LastCard(RevisionRecord last, Function<Instant, String> when) {
    addClassNames("card", "last");
    Words words = Words.here();
    Anchor all = new Anchor(Place.REVISIONS_PATH, words.of("review.all-revisions"));
    all.addClassNames("link", "small");
    String published =
        switch (last.origin()) {
          case RevisionRecord.Origin.SetUp(var at) -> words.of("review.set-up", when.apply(at));
          case RevisionRecord.Origin.Reviewed reviewed ->
              words.of(
                  "review.origin",
                  words.list(reviewed.submission().authors().stream().toList()),
                  reviewed.approval().by(),
                  when.apply(reviewed.approval().at()),
                  reviewed.by());
        };
    add(
        new Header(
            new H2(words.of("review.revision", words.number(last.number()))),
            Parts.div("end", all)),
        Parts.div(
            "body small",
            Parts.paragraph("", words.of("review.in-force", when.apply(last.inForceSince()))),
            Parts.paragraph("sub", published)));
  }
}
