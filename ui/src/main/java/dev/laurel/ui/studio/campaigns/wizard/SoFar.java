package dev.laurel.ui.studio.campaigns.wizard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.laurel.engine.editing.RulePages.CampaignCard;
import dev.laurel.engine.rehearsal.Rehearsed;
import dev.laurel.engine.rehearsal.Rehearsed.Counted;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

/** The campaign as it reads so far, whom it is for, what it would have done, and what it meets. */
final class SoFar extends Section {
  private static final long serialVersionUID = 1L;

  private final Div sentence = Parts.div("lead");
  private final Span audience = Parts.span("fig");
  private final Span audienceOf = Parts.span("small sub");
  private final Span touched = Parts.span("fig");
  private final Paragraph touchedOf = Parts.paragraph("small sub");
  private final Span cost = Parts.span("fig");
  private final Paragraph costOf = Parts.paragraph("small sub");
  private final Div meets = Parts.div("small");

  SoFar() {
    Words words = Words.here();
    addClassName("sofar");
    Parts.named(this, words.of("campaigns.so-far"));
    sentence.getElement().setAttribute("aria-live", "polite");
    touchedOf.getElement().setAttribute("aria-live", "polite");
    add(
        Parts.div(
            "row",
            Parts.with(new H2(words.of("campaigns.so-far")), "small sub grow"),
            Parts.span("tag draft", words.of("words.fate.new"))),
        sentence,
        Parts.div(
            "card effects",
            Parts.div(
                "",
                Parts.paragraph("small sub", words.of("campaigns.so-far.audience")),
                Parts.div("figline", audience, audienceOf)),
            Parts.div(
                "",
                Parts.paragraph("small sub", words.of("campaigns.so-far.had-it-run")),
                touched,
                touchedOf),
            Parts.div(
                "", Parts.paragraph("small sub", words.of("campaigns.so-far.cost")), cost, costOf),
            Parts.div(
                "", Parts.paragraph("small sub", words.of("campaigns.so-far.meets")), meets)));
  }

  /**
   * Says what the campaign says now.
   *
   * @param step what is asked now; its words stand out
   * @param members whom it is for, where that is known
   */
  void show(Asked asked, Step step, OptionalLong members) {
    Words words = Words.here();
    sentence.removeAll();
    for (Sentence each : asked.answering()) sentence.add(line(asked, step, each));
    audience.setText(members.isPresent() ? words.number(members.getAsLong()) : "–");
    audienceOf.setText(
        members.isPresent()
            ? words.of("campaigns.so-far.members")
            : words.of("campaigns.so-far.not-counted"));
    touched.setText("…");
    touchedOf.setText(words.of("review.rehearsing"));
    cost.setText("…");
    costOf.setText("");
  }

  private static Paragraph line(Asked asked, Step step, Sentence said) {
    Paragraph line = Parts.paragraph("sentence");
    for (Run run : Words.here().speaker().runs(said))
      switch (run) {
        case Run.Plain(var text) -> line.add(Parts.text(text));
        case Run.Word(var kind, var place, var text) ->
            line.add(Parts.span("w " + css(kind) + (asked.isOf(step, place) ? " now" : ""), text));
      }
    return line;
  }

  private static String css(Phrase.Kind kind) {
    return switch (kind) {
      case WHO -> "who";
      case HOW_MUCH -> "much";
      case WHAT -> "what";
      case WHEN -> "when";
    };
  }

  /** Says what it would have done, once that is counted. */
  void show(Rehearsed rehearsed, Pack pack) {
    Words words = Words.here();
    switch (rehearsed) {
      case Rehearsed.Unknown _ -> {
        touched.setText("–");
        touchedOf.setText(words.of("campaigns.so-far.unknown"));
        cost.setText("–");
        costOf.setText("");
      }
      case Counted counted -> {
        touched.setText(words.number(counted.touched()));
        touchedOf.setText(touched(counted));
        cost(counted, pack);
      }
    }
  }

  private static String touched(Counted counted) {
    Words words = Words.here();
    String days = words.number(ChronoUnit.DAYS.between(counted.from(), counted.to()));
    return counted.isExact()
        ? words.of("campaigns.so-far.touched", words.number(counted.asked()), days)
        : words.of(
            "campaigns.so-far.touched.sample",
            words.number(counted.asked()),
            days,
            words.number(counted.members()),
            words.number(counted.least()),
            words.number(counted.most()));
  }

  private void cost(Counted counted, Pack pack) {
    Words words = Words.here();
    if (counted.differences().isEmpty()) {
      cost.setText("0");
      costOf.setText(words.of("campaigns.so-far.no-cost"));
      return;
    }
    Rehearsed.Difference first = counted.differences().getFirst();
    PointKind kind = Standings.kind(pack, first.kind());
    BigDecimal points = Standings.points(kind, first.units());
    cost.setText(words.number(points));
    String worth =
        words.money(
            points.multiply(kind.worth().orElse(BigDecimal.ZERO)), pack.programme().currency());
    costOf.setText(
        words.of(
            "campaigns.so-far.points",
            words.of(kind.title()),
            worth,
            words.number(counted.asked())));
  }

  /** Says which other campaigns run at the same time. */
  void meets(CampaignCard own, List<CampaignCard> all) {
    Words words = Words.here();
    meets.removeAll();
    List<CampaignCard> others =
        all.stream()
            .filter(each -> !each.of().place().equals(own.of().place()))
            .filter(each -> each.of().isActive() && overlap(own, each))
            .toList();
    if (others.isEmpty()) meets.add(Parts.paragraph("", words.of("campaigns.so-far.meets.none")));
    for (CampaignCard each : others) {
      Anchor link =
          new Anchor(
              Place.CAMPAIGNS_PATH
                  + "?"
                  + Address.AT
                  + "="
                  + URLEncoder.encode(each.of().place(), StandardCharsets.UTF_8),
              Sentences.title(each.of().passage().title()));
      link.addClassName("link");
      meets.add(Parts.div("", link));
    }
  }

  private static boolean overlap(CampaignCard one, CampaignCard other) {
    return !from(one).isAfter(to(other)) && !from(other).isAfter(to(one));
  }

  private static LocalDate from(CampaignCard card) {
    return card.campaign().schedule().from().orElse(LocalDate.MIN);
  }

  private static LocalDate to(CampaignCard card) {
    return card.campaign().schedule().to().orElse(LocalDate.MAX);
  }
}
