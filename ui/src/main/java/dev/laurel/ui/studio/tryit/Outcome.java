package dev.laurel.ui.studio.tryit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.operation.Tried;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Progress;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;

/** What somebody would get, and how far that is to the next tier. */
final class Outcome extends Div {
  private static final long serialVersionUID = 1L;
  private static final int MOST_KINDS = 3;

  Outcome(Pack pack, Tried tried, String who) {
    addClassNames("card", "sum");
    Words words = Words.here();
    Div points = Parts.div("figs");
    for (Tried.Earned earned : tried.earned().stream().limit(MOST_KINDS).toList())
      points.add(
          figure(
              points.getComponentCount() == 0 ? words.of("try.gets", who) : words.of("try.and"),
              earned.points(),
              words.of(Standings.kind(pack, earned.kind()).title())));
    if (points.getComponentCount() == 0)
      points.add(figure(words.of("try.gets", who), BigDecimal.ZERO, words.of("try.points")));
    add(points);
    tried.after().progress().stream()
        .findFirst()
        .ifPresent(after -> add(climb(pack, tried, after)));
  }

  private static Component figure(String above, BigDecimal points, String kind) {
    Words words = Words.here();
    return Parts.div(
        "",
        Parts.paragraph("small sub", above),
        Parts.paragraph("n", Parts.text(words.number(points)), Parts.span("unit", kind)));
  }

  private static Component climb(Pack pack, Tried tried, MemberView.Progress after) {
    MemberView.Progress before =
        tried.before().progress().stream()
            .filter(each -> each.ladder().equals(after.ladder()))
            .findFirst()
            .orElse(after);
    return Parts.div("climb", Progress.of(pack, tried.after(), before, after), moved(pack, tried));
  }

  /** A tier that would be reached or left. */
  private static Component moved(Pack pack, Tried tried) {
    Words words = Words.here();
    Span all = Parts.span("small");
    tried
        .after()
        .state()
        .standings()
        .forEach(standing ->
            tried
                .before()
                .state()
                .standing(standing.ladder())
                .filter(before -> !before.tier().equals(standing.tier()))
                .ifPresent(before ->
                    all.add(
                        Parts.span(
                            "med",
                            words.of(
                                "try.moves",
                                Standings.title(pack, before.ladder(), before.tier(), words),
                                Standings.title(
                                    pack, standing.ladder(), standing.tier(), words))))));
    return all;
  }
}
