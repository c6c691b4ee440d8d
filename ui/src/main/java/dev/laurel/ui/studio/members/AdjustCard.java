package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.html.Div;
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
import dev.laurel.engine.support.Support;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Choices;
import dev.laurel.ui.studio.frame.LongText;
import dev.laurel.ui.studio.frame.NativeSelect;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives a member points or takes them, and says before what it does. */
final class AdjustCard extends Section {
  private static final long serialVersionUID = 1L;
  private static final int TYPED_MILLIS = 200;

  private final transient Support support;
  private final transient SignedIn who;
  private final transient Pack pack;
  private final transient Consumer<String> done;
  private final String member;
  private final LongText reason;
  private final Paragraph effect = Parts.paragraph("effect");
  private final NativeButton act;
  private String kind;
  private boolean gives = true;
  private transient Optional<BigDecimal> points = Optional.empty();

  /**
   * @param done is told in a sentence what was done
   * @param cancelled takes the card away
   */
  AdjustCard(
      Support support,
      SignedIn who,
      Pack pack,
      String member,
      Consumer<String> done,
      Runnable cancelled) {
    this.support = support;
    this.who = who;
    this.pack = pack;
    this.member = member;
    this.done = done;
    Words words = Words.here();
    kind = pack.programme().pointKinds().getFirst().id();
    reason = new LongText(words.of("member.adjust.why"), Support.LONGEST_REASON);
    act = Parts.button("btn primary", this::adjust);
    effect.getElement().setAttribute("role", "status");
    addClassNames("card", "adjust");
    add(
        new Header(new H2(words.of("member.adjust"))),
        Parts.div(
            "body",
            amount(),
            effect,
            reason,
            Parts.paragraph("xs mute", words.of("member.adjust.kept")),
            Parts.div(
                "acts row",
                act,
                Parts.button("btn quiet", cancelled, Parts.text(words.of("member.cancel"))))));
    tell();
  }

  private Div amount() {
    Words words = Words.here();
    Input typed = Parts.named(new Input(), words.of("member.adjust.points"));
    typed.getElement().setAttribute("inputmode", "decimal");
    typed.getElement().setAttribute("autofocus", "");
    typed.setValueChangeMode(ValueChangeMode.LAZY);
    typed.setValueChangeTimeout(TYPED_MILLIS);
    typed.addValueChangeListener(event -> {
      points = number(event.getValue());
      tell();
    });
    Div row =
        Parts.div(
            "row amount",
            Choices.of(
                words.of("member.adjust"),
                List.of(
                    new Choices.Choice<>(true, words.of("member.adjust.give")),
                    new Choices.Choice<>(false, words.of("member.adjust.take"))),
                gives,
                chosen -> {
                  gives = chosen;
                  tell();
                }),
            Parts.div("field", typed));
    Map<String, String> kinds = new LinkedHashMap<>();
    for (PointKind each : pack.programme().pointKinds())
      kinds.put(each.id(), words.of(each.title()));
    if (kinds.size() == 1) row.add(Parts.span("med", title()));
    else
      row.add(
          Parts.with(
              new NativeSelect(
                  words.of("member.adjust.kind"),
                  kinds,
                  kind,
                  chosen -> {
                    kind = chosen;
                    tell();
                  }),
              "word much"));
    return row;
  }

  /** Decimal comma and point are both understood; a sign is said by the choice beside it. */
  static Optional<BigDecimal> number(String typed) {
    String plain = typed.strip().replace(" ", "").replace(',', '.');
    return plain.matches("[0-9]{1,15}(\\.[0-9]{1,6})?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  private Optional<BigDecimal> change() {
    return points.map(all -> gives ? all : all.negate());
  }

  private String title() {
    return Words.here().of(Standings.kind(pack, kind).title());
  }

  /** What would come of it, as it is typed. */
  private void tell() {
    Words words = Words.here();
    effect.removeAll();
    String many = points.map(words::number).orElse("…");
    act.removeAll();
    act.add(
        Parts.text(
            words.of(
                gives ? "member.adjust.give.many" : "member.adjust.take.many", many, title())));
    act.setEnabled(false);
    if (change().isEmpty()) {
      effect.add(Parts.text(words.of("member.adjust.how-many")));
      return;
    }
    switch (support.tryAdjusting(who.actor(), member, kind, change().get())) {
      case Adjusting.Would(var tried) -> {
        effect.add(Parts.text(would(tried)));
        act.setEnabled(true);
      }
      case Adjusting.Refused(var refusal) -> effect.add(Parts.text(Refusals.say(refusal)));
      case Adjusting.Adjusted _, Adjusting.Underway _ ->
          throw new IllegalStateException("What is only tried was carried out.");
    }
  }

  private String would(Tried tried) {
    Words words = Words.here();
    String before = words.number(held(tried.before()));
    String after = words.number(held(tried.after()));
    BigDecimal owed = points(tried.after(), Purse::debt);
    return owed.signum() > 0
        ? words.of("member.adjust.owed", title(), before, after, words.number(owed))
        : words.of("member.adjust.would", title(), before, after);
  }

  /** What is there, to be spent now or later. */
  private BigDecimal held(MemberView view) {
    return points(view, purse -> purse.available() + purse.pending());
  }

  private BigDecimal points(MemberView view, java.util.function.ToLongFunction<Purse> of) {
    PointKind points = Standings.kind(pack, kind);
    long units = view.state().purse(kind).map(purse -> of.applyAsLong(purse)).orElse(0L);
    return Standings.points(points, units);
  }

  private void adjust() {
    Words words = Words.here();
    if (change().isEmpty()) return;
    switch (support.adjust(who.actor(), member, kind, change().get(), reason.text())) {
      case Adjusting.Adjusted _ ->
          done.accept(
              words.of(
                  gives ? "member.adjust.given" : "member.adjust.taken",
                  words.number(points.orElse(BigDecimal.ZERO)),
                  title()));
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
