package dev.laurel.ui.studio.tiers;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import dev.laurel.engine.editing.Numbers;
import dev.laurel.engine.overview.Forecast;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ladder as the editor of its thresholds. The script {@code ladder.js} moves handles by pointer
 * and keys and tells of it; what may be is decided here.
 */
final class LadderPicture extends Div {
  private static final long serialVersionUID = 1L;

  /** So near to the next line a title would be crossed by it. */
  private static final double TITLE = 17;

  /** Where a note stands left of its handle, so that it does not leave the picture. */
  private static final double RIGHT_HALF = 55;

  /** What the picture asks for. */
  interface Wishes {
    void tryOut(Rungs.Rung rung, BigDecimal from);

    void move(Rungs.Rung rung, BigDecimal from);

    void choose(String tier);

    void add(Rungs.Rung above);

    void remove(Rungs.Rung rung);
  }

  /** The parts of one tier, kept so that whoever moves one keeps the focus. */
  private record Drawn(
      Div step,
      Div cap,
      Span count,
      Optional<NativeButton> handle,
      Optional<Input> value,
      Optional<Div> was) {}

  private final transient Wishes wishes;
  private final Div plot = Parts.div("plot");
  private final Div bars = Parts.hidden(Parts.div("hist"));
  private final Div note = Parts.div("pop live");
  private final transient Map<String, Drawn> drawn = new LinkedHashMap<>();
  private transient List<String> shape = List.of();
  private transient Rungs rungs;

  /** Whether fields are filled here, not by whoever looks. */
  private boolean placing;

  LadderPicture(Rungs rungs, Wishes wishes) {
    this.rungs = rungs;
    this.wishes = wishes;
    addClassName("ladder");
    note.getElement().setAttribute("aria-live", "polite");
    add(plot);
    listen("ladder-try", wishes::tryOut);
    listen("ladder-set", wishes::move);
    getElement()
        .addEventListener("ladder-remove", event -> named(event).ifPresent(wishes::remove))
        .addEventData("event.detail.tier");
    getElement()
        .addEventListener(
            "ladder-choose", event -> named(event).ifPresent(rung -> wishes.choose(rung.id())))
        .addEventData("event.detail.tier");
  }

  private interface Moved {
    void to(Rungs.Rung rung, BigDecimal from);
  }

  private void listen(String event, Moved moved) {
    getElement()
        .addEventListener(
            event,
            told ->
                named(told)
                    .filter(Rungs.Rung::isMovable)
                    .ifPresent(rung -> {
                      long wanted = told.getEventData().get("event.detail.value").asLong();
                      moved.to(
                          rung,
                          BigDecimal.valueOf(wanted)
                              .max(rungs.least(rung))
                              .min(rungs.most(rung).max(rung.from().orElse(BigDecimal.ZERO))));
                    }))
        .addEventData("event.detail.tier")
        .addEventData("event.detail.value");
  }

  private Optional<Rungs.Rung> named(DomEvent event) {
    return rungs.rung(event.getEventData().get("event.detail.tier").asString());
  }

  /**
   * Draws it anew where tiers came or went, else moves what moved.
   *
   * @param spread how many members there are between each two of {@link LadderScale#edges}
   */
  void show(Rungs now, String chosen, boolean mayEdit, List<Long> spread) {
    rungs = now;
    List<String> wanted = new ArrayList<>(List.of(String.valueOf(mayEdit)));
    for (Rungs.Rung rung : now.rungs())
      wanted.add(rung.id() + rung.isMovable() + rung.live().isPresent() + title(rung));
    if (!wanted.equals(shape)) build(mayEdit);
    shape = wanted;
    getElement().setAttribute("data-most", now.most().toPlainString());
    getElement().setAttribute("data-step", now.step().toPlainString());
    placing = true;
    LadderScale scale = new LadderScale(now);
    int rows = 0;
    for (Rungs.Rung rung : now.rungs()) {
      place(rung, chosen);
      if (rung.isMovable()) rows = Math.max(rows, scale.row(rung));
    }
    getStyle().set("--rows", String.valueOf(rows));
    placing = false;
    drawBars(spread);
    drawBetween(mayEdit);
    drawAxis();
  }

  /** Draws everything anew, since what the browser shows was not taken. */
  void forget() {
    shape = List.of();
  }

  private static String title(Rungs.Rung rung) {
    return Words.here().of(rung.tier().title());
  }

  private void build(boolean mayEdit) {
    plot.removeAll();
    drawn.clear();
    for (Rungs.Rung rung : rungs.rungs()) {
      Span count = Parts.span("small sub");
      Div cap = Parts.div("cap", Parts.tier(rung.rank(), title(rung)), count);
      Div step = Parts.div("step " + Parts.tier(rung.rank()), cap);
      step.getElement().setAttribute("data-tier", rung.id());
      step.addClickListener(_ -> wishes.choose(rung.id()));
      plot.add(step);
      boolean movable = rung.isMovable();
      drawn.put(
          rung.id(),
          new Drawn(
              step,
              cap,
              count,
              movable ? Optional.of(handle(rung, mayEdit)) : Optional.empty(),
              movable ? Optional.of(value(rung, mayEdit)) : Optional.empty(),
              movable && rung.live().isPresent()
                  ? Optional.of(Parts.hidden(Parts.div("was")))
                  : Optional.empty()));
    }
    plot.add(bars);
    drawn
        .values()
        .forEach(each -> {
          each.was().ifPresent(plot::add);
          each.handle().ifPresent(plot::add);
          each.value().ifPresent(plot::add);
        });
    plot.add(note);
  }

  private static NativeButton handle(Rungs.Rung rung, boolean mayEdit) {
    NativeButton handle =
        Parts.named(
            Parts.button(
                "handle " + Parts.tier(rung.rank()), () -> {}, Parts.hidden(Parts.span("grab"))),
            Words.here().of("tiers.from", title(rung)));
    handle.getElement().setAttribute("role", "slider");
    handle.getElement().setAttribute("data-tier", rung.id());
    if (!mayEdit) handle.getElement().setAttribute("aria-disabled", "true");
    return handle;
  }

  private Input value(Rungs.Rung rung, boolean mayEdit) {
    Input value = Parts.named(new Input(), Words.here().of("tiers.from.typed", title(rung)));
    value.addClassNames("val", Parts.tier(rung.rank()));
    value.getElement().setAttribute("inputmode", "decimal");
    value.getElement().setAttribute("data-tier", rung.id());
    value.setEnabled(mayEdit);
    value.addValueChangeListener(event -> {
      if (!placing) typed(rung.id(), event.getValue());
    });
    return value;
  }

  /** What was typed; where it is no number, what stood there stands there again. */
  private void typed(String tier, String text) {
    rungs
        .rung(tier)
        .ifPresent(rung ->
            Numbers.typed(text)
                .filter(number -> number.signum() >= 0)
                .map(number -> number.max(rungs.least(rung)))
                .map(number -> isTop(rung) ? number : number.min(rungs.most(rung)))
                .ifPresentOrElse(
                    number -> wishes.move(rung, number),
                    () -> wishes.move(rung, rung.from().orElseThrow())));
  }

  private boolean isTop(Rungs.Rung rung) {
    return rungs.rungs().stream().skip(rung.rank()).allMatch(above -> above.from().isEmpty());
  }

  private void place(Rungs.Rung rung, String chosen) {
    Drawn parts = drawn.get(rung.id());
    if (parts == null) return;
    LadderScale scale = new LadderScale(rungs);
    double left = scale.left(rung);
    double right =
        rung.rank() == rungs.rungs().size() ? 100 : scale.left(rungs.rungs().get(rung.rank()));
    int height = scale.height(rung);
    boolean leftward = right - left < TITLE && rung.rank() < rungs.rungs().size() && left > TITLE;
    parts.cap().setClassName("leftward", leftward);
    parts
        .step()
        .getStyle()
        .set("left", LadderScale.percent(left))
        .set("width", LadderScale.percent(Math.max(0, right - left)));
    parts.step().getStyle().set("height", height + "%");
    boolean on = rung.id().equals(chosen);
    mark(parts.step(), on);
    parts
        .handle()
        .ifPresent(handle -> {
          handle
              .getStyle()
              .set("left", LadderScale.percent(left))
              .set("--top", (100 - height) + "%");
          mark(handle, on);
          String value = rung.from().orElseThrow().toPlainString();
          handle.getElement().setAttribute("aria-valuemin", rungs.least(rung).toPlainString());
          handle.getElement().setAttribute("aria-valuemax", rungs.most(rung).toPlainString());
          handle.getElement().setAttribute("aria-valuenow", value);
          handle.getElement().setAttribute("aria-valuetext", said(rung.from().orElseThrow()));
        });
    parts
        .value()
        .ifPresent(value -> {
          value
              .getStyle()
              .set("left", LadderScale.percent(left))
              .set("--row", String.valueOf(scale.row(rung)));
          value.setValue(said(rung.from().orElseThrow()));
          value.setClassName("on", on);
        });
    parts
        .was()
        .ifPresent(was -> {
          was.getStyle().set("left", LadderScale.percent(scale.at(rung.live().orElseThrow())));
          was.setVisible(rung.isChanged());
        });
  }

  private static void mark(com.vaadin.flow.component.Component part, boolean on) {
    if (on) part.getElement().setAttribute("data-active", "");
    else part.getElement().removeAttribute("data-active");
  }

  private static String said(BigDecimal value) {
    return Words.here().number(value);
  }

  private void drawBars(List<Long> spread) {
    bars.removeAll();
    LadderScale scale = new LadderScale(rungs);
    if (spread.size() <= LadderScale.BARS) return;
    long most =
        Math.max(
            1,
            spread.subList(1, LadderScale.BARS).stream().mapToLong(each -> each).max().orElse(1));
    for (int bar = 0; bar < LadderScale.BARS; bar++) {
      int rank = 1;
      for (Rungs.Rung rung : rungs.rungs())
        if (scale.left(rung) <= (bar + 0.5) * 100 / LadderScale.BARS) rank = rung.rank();
      Div drawnBar = Parts.div("b " + Parts.tier(rank));
      double height = Math.min(1, (double) spread.get(bar) / most);
      drawnBar.getStyle().set("height", LadderScale.percent(height * 100));
      bars.add(drawnBar);
    }
  }

  private void drawBetween(boolean mayEdit) {
    plot.getChildren().filter(each -> each.hasClassName("between")).toList().forEach(plot::remove);
    if (!mayEdit || rungs.metric().isEmpty()) return;
    LadderScale scale = new LadderScale(rungs);
    for (Rungs.Rung rung : rungs.rungs()) {
      if (rung.rank() == rungs.rungs().size() || rung.from().isEmpty()) continue;
      Rungs.Rung next = rungs.rungs().get(rung.rank());
      if (next.from().isEmpty()) continue;
      NativeButton add =
          Parts.named(
              Parts.button("between", () -> wishes.add(rung), Icons.small("plus")),
              Words.here().of("tiers.add.between", title(rung), title(next)));
      add.getStyle().set("left", LadderScale.percent((scale.left(rung) + scale.left(next)) / 2));
      plot.add(add);
    }
  }

  private void drawAxis() {
    plot.getChildren().filter(each -> each.hasClassName("axis")).toList().forEach(plot::remove);
    if (rungs.metric().isEmpty()) return;
    Span end = Parts.hidden(Parts.span("axis last", said(rungs.most())));
    plot.add(Parts.hidden(Parts.span("axis first", said(BigDecimal.ZERO))), end);
  }

  /** How many members hold each tier, and how many would. */
  void count(Forecast forecast) {
    Words words = Words.here();
    drawn.values().forEach(each -> each.count().removeAll());
    if (!(forecast instanceof Forecast.Counted counted)) return;
    for (Forecast.Count tier : counted.tiers()) {
      Drawn parts = drawn.get(tier.tier());
      if (parts == null) continue;
      parts.count().add(Parts.span("med", words.number(tier.would())));
      if (tier.change() != 0)
        parts
            .count()
            .add(
                Parts.span(
                    tier.change() > 0 ? "up" : "down",
                    words.change(BigDecimal.valueOf(tier.change()))));
    }
  }

  /** Says beside the handle what would change. */
  void say(Optional<String> effect, Optional<String> changes, String chosen) {
    note.removeAll();
    note.setVisible(effect.isPresent() || changes.isPresent());
    effect.ifPresent(text -> note.add(Parts.paragraph("big", text)));
    changes.ifPresent(text -> note.add(Parts.paragraph("mute", text)));
    double left = rungs.rung(chosen).map(new LadderScale(rungs)::left).orElse(0.0);
    if (left > RIGHT_HALF)
      note.getStyle()
          .set("left", "auto")
          .set("right", "calc(" + LadderScale.percent(100 - left) + " + 13px)");
    else
      note.getStyle()
          .set("right", "auto")
          .set("left", "calc(" + LadderScale.percent(left) + " + 13px)");
  }
}
