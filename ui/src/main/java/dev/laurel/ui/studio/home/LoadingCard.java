package dev.laurel.ui.studio.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.operation.Loading;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How far the example's members are, while they are being loaded. */
final class LoadingCard extends Section {
  private static final long serialVersionUID = 1L;

  private final Paragraph said = Parts.paragraph("small");
  private final Div bar = Parts.div("done");

  LoadingCard(Loading.Progress progress) {
    addClassNames("card", "loading");
    Div meter = Parts.named(Parts.div("meter", bar), Words.here().of("home.loading"));
    meter.getElement().setAttribute("role", "progressbar");
    add(said, meter, Parts.paragraph("xs mute", Words.here().of("home.loading.how")));
    show(progress);
  }

  void show(Loading.Progress progress) {
    Words words = Words.here();
    said.removeAll();
    said.add(
        Parts.strong(words.of("home.loading")),
        Parts.text(
            " "
                + (progress.all() == 0
                    ? words.of("home.loading.reading")
                    : words.of(
                        "home.loading.done",
                        words.number(progress.done()),
                        words.number(progress.all())))));
    BigDecimal share =
        progress.all() == 0
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(progress.done())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(progress.all()), 1, RoundingMode.DOWN);
    bar.getStyle().set("width", share.toPlainString() + "%");
    getChildren()
        .filter(part -> part.hasClassName("meter"))
        .forEach(meter ->
            meter.getElement().setAttribute("aria-valuenow", share.toBigInteger().toString()));
  }
}
