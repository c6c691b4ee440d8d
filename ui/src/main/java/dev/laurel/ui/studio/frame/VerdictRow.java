package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import dev.laurel.engine.explain.Verdict;
import dev.laurel.engine.explain.Verdict.Gift;
import dev.laurel.engine.explain.Verdict.Way;
import dev.laurel.rules.language.Pack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What came of one rule, as a row of a waterfall. */
public final class VerdictRow extends Div {
  private static final long serialVersionUID = 1L;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Div text = new Div();
  private final transient BigDecimal running;

  /**
   * A row.
   *
   * @param kind of the points that the bars are drawn for
   * @param before what the rules before it gave of that kind
   * @param whole what all of them give of it together
   */
  public VerdictRow(
      Pack pack, Verdict verdict, Optional<String> kind, BigDecimal before, BigDecimal whole) {
    Words words = Words.here();
    addClassNames("r", css(verdict.way()));
    BigDecimal own =
        verdict.gifts().stream()
            .filter(gift -> kind.filter(gift.kind()::equals).isPresent())
            .map(Gift::points)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    running = before.add(own);
    H3 name = new H3();
    name.add(Parts.text(Sentences.title(verdict.name())), note(verdict, words));
    text.add(name);
    if (!verdict.rows().isEmpty()) text.add(asked(verdict, words));
    else if (!verdict.says().isEmpty())
      text.add(Parts.paragraph("", Sentences.quiet(verdict.says())));
    beaten(verdict, words).ifPresent(text::add);
    super.add(
        List.of(
            mark(verdict.way()), text, bar(before, own, whole), gives(pack, verdict, kind, own)));
  }

  /** What the rules up to this one gave. */
  public BigDecimal runningTotal() {
    return running;
  }

  /** Adds to what is said of the rule. */
  @Override
  public void add(Component... more) {
    text.add(more);
  }

  private static String css(Way way) {
    return switch (way) {
      case FIRED, MET -> "fired";
      case PART -> "part";
      case EMPTY, BEATEN, CUT, NOT_MET -> "miss";
      case NOT_IN_FORCE -> "off";
    };
  }

  private static Component mark(Way way) {
    return Parts.hidden(
        switch (way) {
          case FIRED, MET -> Parts.span("m", Icons.icon("check"));
          case EMPTY, BEATEN, CUT, NOT_MET -> Parts.span("m", Icons.icon("minus"));
          case PART, NOT_IN_FORCE -> Parts.span("m");
        });
  }

  private static Component note(Verdict verdict, Words words) {
    String group = verdict.group().map(words::of).orElse("");
    return Parts.span(
        "",
        switch (verdict.way()) {
          case FIRED -> group;
          case PART -> words.of("verdict.part");
          case MET -> words.of("verdict.met");
          case EMPTY -> words.of("verdict.empty");
          case BEATEN -> words.of("verdict.beaten");
          case CUT -> words.of("verdict.cut");
          case NOT_MET -> words.of("verdict.not-met");
          case NOT_IN_FORCE -> words.of("verdict.not-in-force");
        });
  }

  private static Component asked(Verdict verdict, Words words) {
    Div all = Parts.div("ask2");
    for (Verdict.Row row : verdict.rows()) {
      String asked = Sentences.say(row.asked());
      var line = Parts.paragraph("");
      line.add(Parts.text(words.of(row.exception() ? "verdict.except" : "verdict.asked") + " "));
      line.add(Parts.strong(asked));
      line.add(
          Parts.text(
              row.was().isPresent() ? words.of("verdict.was") + " " : words.of("verdict.missing")));
      row.was().ifPresent(was -> line.add(Parts.strong(Sentences.say(was))));
      all.add(line);
    }
    return all;
  }

  private static Optional<Component> beaten(Verdict verdict, Words words) {
    if (verdict.cut().isPresent()) {
      Verdict.Cut cut = verdict.cut().get();
      return Optional.of(
          Parts.paragraph(
              "",
              words.of(
                  cut.ofTimes() ? "verdict.cut.times" : "verdict.cut.by",
                  words.number(cut.wanted()),
                  words.number(cut.given()))));
    }
    return verdict
        .beaten()
        .map(by ->
            Parts.paragraph(
                "",
                words.of(
                    switch (by.contest()) {
                      case EXCLUSION -> "verdict.excluded";
                      case BEST -> "verdict.best";
                      case FIRST -> "verdict.first";
                    },
                    Sentences.say(by.by()))));
  }

  private static Component bar(BigDecimal before, BigDecimal own, BigDecimal whole) {
    Div all = Parts.hidden(Parts.div("wf"));
    if (own.signum() == 0 || whole.signum() <= 0) return all;
    Div bar = Parts.div(own.signum() < 0 ? "bar neg" : "bar");
    bar.getStyle().set("left", percent(before.min(before.add(own)), whole));
    bar.getStyle().set("width", "max(2px, " + percent(own.abs(), whole) + ")");
    all.add(bar);
    return all;
  }

  private static String percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED)
            .divide(whole, 2, RoundingMode.HALF_UP)
            .max(BigDecimal.ZERO)
            .min(HUNDRED)
            .toPlainString()
        + "%";
  }

  private Component gives(Pack pack, Verdict verdict, Optional<String> kind, BigDecimal own) {
    Words words = Words.here();
    Div all = Parts.div("num");
    if (own.signum() != 0)
      all.add(
          Parts.text(words.change(own)),
          Parts.span("small-line", words.of("verdict.total", words.number(running))));
    for (Gift gift : verdict.gifts())
      if (gift.points().signum() != 0 && kind.filter(gift.kind()::equals).isEmpty()) {
        String of =
            gift.kind().isEmpty()
                ? counter(pack, gift.counter(), words)
                : words.of(Standings.kind(pack, gift.kind()).title());
        if (all.getChildren().findAny().isEmpty()) all.add(Parts.text(words.change(gift.points())));
        else all.add(Parts.span("small-line", words.change(gift.points())));
        all.add(Parts.span("small-line", of));
      }
    if (all.getChildren().findAny().isEmpty()) {
      all.addClassName("mute");
      all.add(Parts.text("–"));
    }
    return all;
  }

  private static String counter(Pack pack, String id, Words words) {
    return pack.programme().counters().stream()
        .filter(counter -> counter.id().equals(id))
        .findFirst()
        .map(counter -> words.of(counter.title()))
        .orElse(id);
  }
}
