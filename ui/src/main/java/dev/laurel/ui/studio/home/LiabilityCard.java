package dev.laurel.ui.studio.home;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.overview.Overview;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Parts.Pair;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.util.ArrayList;
import java.util.List;

/** What is owed to members, at the worth that the programme gives its points. */
final class LiabilityCard extends Section {
  private static final long serialVersionUID = 1L;

  LiabilityCard(Sight sight) {
    Words words = Words.here();
    var currency = sight.pack().programme().currency();
    addClassNames("card", "c4", "liab");
    List<Pair> pairs = new ArrayList<>();
    for (Overview.Sums sums : sight.now().kinds()) {
      if (sums.worth().signum() == 0) continue;
      var kind = Standings.kind(sight.pack(), sums.kind());
      String title = words.of(kind.title());
      pairs.add(
          Pair.of(
              words.of(
                  "home.outstanding",
                  words.number(Standings.points(kind, sums.outstanding())),
                  title),
              words.money(sums.liability(), currency)));
      if (sums.pending() > 0)
        pairs.add(
            Pair.of(
                words.of("home.pending"), words.number(Standings.points(kind, sums.pending()))));
    }
    add(
        new Header(new H2(words.of("home.liability"))),
        Parts.div(
            "body",
            Parts.span("fig", words.money(sight.now().liability(), currency)),
            Parts.pairs("pairs", pairs.stream()),
            Parts.paragraph("small sub", words.of("home.liability.how")),
            Parts.paragraph("xs mute", sight.asOf())));
  }
}
