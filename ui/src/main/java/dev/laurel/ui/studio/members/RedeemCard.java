package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.laurel.engine.access.Refusal;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.operation.Tried;
import dev.laurel.engine.support.Adjusting;
import dev.laurel.engine.support.Redeeming;
import dev.laurel.engine.support.Support;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Choices;
import dev.laurel.ui.studio.frame.LongText;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** Sets a member's points aside for a benefit, and says before what that does. */
final class RedeemCard extends Section {
  private static final long serialVersionUID = 1L;
  private static final int TYPED_MILLIS = 200;

  private final transient Redeeming redeeming;
  private final transient SignedIn who;
  private final transient Pack pack;
  private final transient Benefit benefit;
  private final transient Consumer<String> done;
  private final String member;
  private final String kind;
  private final LongText reason;
  private final Paragraph effect = Parts.paragraph("effect");
  private final NativeButton act;
  private transient Optional<BigDecimal> points;

  /**
   * @param benefit one that costs points
   * @param done is told in a sentence what was done
   * @param cancelled takes the card away
   */
  RedeemCard(
      Redeeming redeeming,
      SignedIn who,
      Pack pack,
      String member,
      Benefit benefit,
      Consumer<String> done,
      Runnable cancelled) {
    this.redeeming = redeeming;
    this.who = who;
    this.pack = pack;
    this.member = member;
    this.benefit = benefit;
    this.done = done;
    this.kind = kind(benefit.price());
    this.points = Optional.of(least(benefit.price()));
    Words words = Words.here();
    reason = new LongText(words.of("member.adjust.why"), Support.LONGEST_REASON);
    act = Parts.button("btn primary", this::setAside);
    effect.getElement().setAttribute("role", "status");
    addClassNames("card", "adjust");
    add(
        new Header(new H2(words.of("holdings.redeem.this", words.of(benefit.title())))),
        Parts.div(
            "body",
            price(),
            effect,
            reason,
            Parts.paragraph("xs mute", words.of("member.adjust.kept")),
            Parts.div(
                "acts row",
                act,
                Parts.button("btn quiet", cancelled, Parts.text(words.of("member.cancel"))))));
    tell();
  }

  private static String kind(Price price) {
    return switch (price) {
      case Price.Free _ -> throw new IllegalArgumentException("A benefit costs no points.");
      case Price.Fixed(var kind, var _) -> kind;
      case Price.Linear(var kind, var _, var _) -> kind;
      case Price.Steps(var kind, var _) -> kind;
    };
  }

  /** What it costs at least, or in the first of its steps. */
  private static BigDecimal least(Price price) {
    return switch (price) {
      case Price.Free _ -> BigDecimal.ZERO;
      case Price.Fixed(var _, var points) -> points;
      case Price.Linear(var _, var points, var _) -> points;
      case Price.Steps(var _, var steps) -> steps.getFirst().points();
    };
  }

  /** How many points it shall be, where there is something to choose. */
  private Component price() {
    Words words = Words.here();
    return switch (benefit.price()) {
      case Price.Free _ -> Parts.span("");
      case Price.Fixed(var _, var asked) ->
          Parts.paragraph("small", words.of("holdings.redeem.costs", words.number(asked), title()));
      case Price.Linear(var _, var each, var worth) ->
          Parts.div(
              "row amount",
              Parts.div("field", typed()),
              Parts.span("med", title()),
              Parts.span(
                  "small sub",
                  words.of("holdings.redeem.each", words.number(each), title(), money(worth))));
      case Price.Steps(var _, var steps) ->
          Choices.of(
              words.of("member.adjust.points"),
              steps.stream()
                  .map(step ->
                      new Choices.Choice<>(
                          step.points(),
                          words.of(
                              "holdings.redeem.step",
                              words.number(step.points()),
                              money(step.worth()))))
                  .toList(),
              least(benefit.price()),
              this::choose);
    };
  }

  private Input typed() {
    Words words = Words.here();
    Input typed = Parts.named(new Input(), words.of("member.adjust.points"));
    typed.setValue(least(benefit.price()).toPlainString());
    typed.getElement().setAttribute("inputmode", "decimal");
    typed.getElement().setAttribute("autofocus", "");
    typed.setValueChangeMode(ValueChangeMode.LAZY);
    typed.setValueChangeTimeout(TYPED_MILLIS);
    typed.addValueChangeListener(event -> {
      points = AdjustCard.number(event.getValue());
      tell();
    });
    return typed;
  }

  private void choose(BigDecimal chosen) {
    points = Optional.of(chosen);
    tell();
  }

  private String title() {
    return Words.here().of(Standings.kind(pack, kind).title());
  }

  private String money(BigDecimal worth) {
    return Words.here().money(worth, pack.programme().currency());
  }

  /** What would come of it. */
  private void tell() {
    Words words = Words.here();
    effect.removeAll();
    act.removeAll();
    act.add(
        Parts.text(
            words.of("holdings.redeem.set-aside", points.map(words::number).orElse("…"), title())));
    act.setEnabled(false);
    if (points.isEmpty()) {
      effect.add(Parts.text(words.of("member.adjust.how-many")));
      return;
    }
    Optional<String> of = Optional.of(benefit.id());
    switch (redeeming.trySettingAside(who.actor(), member, kind, points.get(), of)) {
      case Adjusting.Would(var tried) -> {
        effect.add(Parts.text(would(tried)));
        act.setEnabled(true);
      }
      case Adjusting.Refused(var refusal) -> refuse(refusal);
      case Adjusting.Adjusted _, Adjusting.Underway _ ->
          throw new IllegalStateException("What is only tried was carried out.");
    }
  }

  private String would(Tried tried) {
    return Words.here()
        .of("holdings.redeem.would", title(), spendable(tried.before()), spendable(tried.after()));
  }

  private String spendable(MemberView view) {
    PointKind points = Standings.kind(pack, kind);
    long units = view.state().purse(kind).map(Purse::available).orElse(0L);
    return Words.here().number(Standings.points(points, units));
  }

  private void setAside() {
    Words words = Words.here();
    if (points.isEmpty()) return;
    Optional<String> of = Optional.of(benefit.id());
    switch (redeeming.setAside(who.actor(), member, kind, points.get(), of, reason.text())) {
      case Adjusting.Adjusted _ ->
          done.accept(
              words.of(
                  "holdings.redeem.done",
                  words.number(points.get()),
                  title(),
                  words.of(benefit.title())));
      case Adjusting.Underway _ -> done.accept(words.of("member.underway"));
      case Adjusting.Refused(var refusal) -> refuse(refusal);
      case Adjusting.Would _ -> throw new IllegalStateException("Nothing was carried out.");
    }
  }

  private void refuse(Refusal refusal) {
    effect.removeAll();
    effect.add(Parts.text(Refusals.say(refusal)));
  }
}
