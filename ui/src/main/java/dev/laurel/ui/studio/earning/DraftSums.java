package dev.laurel.ui.studio.earning;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.editing.RulePages;
import dev.laurel.engine.editing.RulePages.Fate;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Words;

/** How much of the rules the draft has made otherwise. */
final class DraftSums extends Section {
  private static final long serialVersionUID = 1L;

  DraftSums(RulePages.Earning page, Words words) {
    addClassNames("card", "sums");
    add(Parts.with(new H2(words.of("earning.sums")), "small strong"));
    row(words.of("earning.sums.new"), EarningView.count(page, Fate.NEW));
    row(words.of("earning.sums.changed"), EarningView.count(page, Fate.CHANGED));
    row(words.of("earning.sums.off"), EarningView.off(page));
    Anchor tried = new Anchor(Place.TRY_PATH, words.of("earning.try"));
    tried.addClassNames("link", "small");
    add(tried);
  }

  private void row(String name, long many) {
    add(
        Parts.div(
            "says-row small",
            Parts.span("sub", name),
            Parts.span("med", Words.here().number(many))));
  }
}
