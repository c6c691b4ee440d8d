package dev.laurel.ui.studio.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.rules.language.Ladder;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;

/** How many members hold each tier of a ladder. */
final class TiersCard extends Section {
  private static final long serialVersionUID = 1L;

  TiersCard(Sight sight, Ladder ladder) {
    Words words = Words.here();
    addClassNames("card", "c12");
    Div bar = Parts.hidden(Parts.div("tierbar"));
    Div figures = Parts.div("figs");
    long all = Math.max(1, sight.now().members());
    int rank = 0;
    for (Ladder.Tier tier : ladder.tiers()) {
      rank++;
      long members = sight.now().members(ladder.id(), tier.id());
      if (members > 0) {
        Div part = Parts.div(Parts.tier(rank));
        part.getStyle().set("flex-grow", String.valueOf(members));
        bar.add(part);
      }
      Div figure =
          Parts.div(
              "",
              Parts.tier(rank, words.of(tier.title())),
              Parts.div(
                  "dd",
                  Parts.span("big", words.number(members)),
                  Parts.span("mute small", words.share(members, all))));
      sight
          .before()
          .map(before -> members - before.members(ladder.id(), tier.id()))
          .filter(change -> change != 0)
          .ifPresent(change ->
              ((Div) figure.getComponentAt(1))
                  .add(
                      Parts.span(
                          change > 0 ? "small up" : "small down",
                          words.change(BigDecimal.valueOf(change)))));
      figures.add(figure);
    }
    Header header =
        new Header(
            new H2(words.of("home.by-tier", words.of(ladder.title()))),
            Parts.span("mute small", sight.asOf()));
    sight
        .since()
        .ifPresent(day ->
            header.add(
                Parts.div(
                    "end",
                    Parts.span("small mute", words.of("home.change-since", words.day(day))))));
    add(header, Parts.div("body", bar, figures));
  }
}
