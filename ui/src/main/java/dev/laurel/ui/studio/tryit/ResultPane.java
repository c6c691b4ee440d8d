package dev.laurel.ui.studio.tryit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import dev.laurel.engine.explain.Verdict;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.Tried;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Choices;
import dev.laurel.ui.studio.frame.FaultWords;
import dev.laurel.ui.studio.frame.MessageRow;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.VerdictRow;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What came of a case: the points, the way to the next tier, and every rule in order. */
final class ResultPane extends Div {
  private static final long serialVersionUID = 1L;

  /** Which rules are shown. */
  private enum Shown {
    ALL,
    FIRED,
    ALMOST
  }

  private final transient Operation operation;
  private final transient SignedIn who;
  private final transient Consumer<UnaryOperator<TryCase>> change;
  private final Div rules = Parts.div("card fall");
  private Shown shown = Shown.ALL;

  ResultPane(Operation operation, SignedIn who, Consumer<UnaryOperator<TryCase>> change) {
    this.operation = operation;
    this.who = who;
    this.change = change;
  }

  void show(TryCase asked, CaseTrial.Answer answer) {
    removeAll();
    for (Fault fault : answer.faults())
      add(
          Parts.div(
              "note err", Parts.text(FaultWords.message(fault) + " " + FaultWords.remedy(fault))));
    answer.tried().ifPresent(tried -> show(asked, tried));
  }

  private void show(TryCase asked, Tried tried) {
    Words words = Words.here();
    Pack pack = operation.programme().revision().pack();
    tried
        .refusal()
        .ifPresent(refusal -> add(Parts.div("note warn", Parts.text(refusal.message()))));
    String name =
        asked
            .member()
            .map(id -> operation.insight().person(who.actor(), id).name().orElse(id))
            .orElseGet(() -> words.of("try.they"));
    add(new Outcome(pack, tried, name));
    if (!tried.messages().isEmpty()) add(messages(pack, tried));
    add(heading(tried), rules);
    draw(tried);
    if (!tried.beside().isEmpty())
      add(
          Parts.div(
              "beside small",
              Parts.with(new H2(words.of("try.beside")), "h2"),
              Sentences.quiet(tried.beside())));
    if (!tried.meanwhile().isEmpty())
      add(
          Parts.div(
              "beside small",
              Parts.with(new H2(words.of("try.meanwhile")), "h2"),
              Sentences.quiet(tried.meanwhile())));
  }

  private static Component messages(Pack pack, Tried tried) {
    Words words = Words.here();
    Component card =
        Parts.card(
            words.of("messages.would"),
            List.of(),
            tried.messages().stream()
                .map(made ->
                    new MessageRow(
                        pack, made, words.instant(made.from().atZone(pack.programme().zone()))))
                .toArray(Component[]::new));
    card.addClassName("holdings");
    return card;
  }

  private Component heading(Tried tried) {
    Words words = Words.here();
    long fired = tried.verdicts().stream().filter(Verdict::applied).count();
    int almost = tried.enough().size();
    return Parts.div(
        "row heading",
        Parts.with(new H2(words.of("try.every")), "h2"),
        Choices.of(
            words.of("try.every"),
            List.of(
                new Choices.Choice<>(
                    Shown.ALL, words.of("try.all", words.number(tried.verdicts().size()))),
                new Choices.Choice<>(Shown.FIRED, words.of("try.fired", words.number(fired))),
                new Choices.Choice<>(Shown.ALMOST, words.of("try.almost", words.number(almost)))),
            shown,
            chosen -> {
              shown = chosen;
              draw(tried);
            }));
  }

  private void draw(Tried tried) {
    rules.removeAll();
    Pack pack = operation.programme().revision().pack();
    Optional<String> kind = tried.earned().stream().findFirst().map(Tried.Earned::kind);
    Map<String, Tried.Enough> enough =
        tried.enough().stream().collect(Collectors.toMap(Tried.Enough::rule, Function.identity()));
    BigDecimal whole =
        tried.earned().stream().findFirst().map(Tried.Earned::points).orElse(BigDecimal.ONE);
    List<VerdictRow> rows = new ArrayList<>();
    BigDecimal running = BigDecimal.ZERO;
    for (Verdict verdict : tried.verdicts()) {
      VerdictRow row = new VerdictRow(pack, verdict, kind, running, whole);
      running = row.runningTotal();
      Optional.ofNullable(enough.get(verdict.rule()))
          .ifPresent(more -> row.add(enough(pack, more)));
      if (isShown(verdict, enough)) rows.add(row);
    }
    rows.forEach(rules::add);
    if (rows.isEmpty()) rules.add(Parts.paragraph("small mute none", Words.here().of("try.none")));
  }

  private boolean isShown(Verdict verdict, Map<String, Tried.Enough> enough) {
    return switch (shown) {
      case ALL -> true;
      case FIRED -> verdict.applied();
      case ALMOST -> enough.containsKey(verdict.rule());
    };
  }

  /** So much more would have been enough. */
  private Component enough(Pack pack, Tried.Enough enough) {
    Words words = Words.here();
    String more = words.money(enough.more(), pack.programme().currency());
    String gifts =
        words.list(
            enough.gifts().stream()
                .filter(gift -> !gift.kind().isEmpty())
                .map(gift ->
                    words.number(gift.points())
                        + " "
                        + words.of(Standings.kind(pack, gift.kind()).title()))
                .toList());
    String text =
        gifts.isEmpty() ? words.of("try.enough", more) : words.of("try.enough.for", more, gifts);
    return Parts.span(
        "enough",
        dev.laurel.ui.studio.frame.Icons.small("target"),
        Parts.text(text),
        Parts.button(
            "link",
            () -> change.accept(asked -> with(asked, enough.more())),
            Parts.text(words.of("try.add-it"))));
  }

  /** The case with so much more on its last line. */
  private static TryCase with(TryCase asked, BigDecimal more) {
    if (asked.lines().isEmpty()) return asked;
    int last = asked.lines().size() - 1;
    TryCase.Line line = asked.lines().get(last);
    BigDecimal price =
        line.price()
            .add(more.divide(line.quantity(), 4, java.math.RoundingMode.UP).stripTrailingZeros());
    return asked.line(last, new TryCase.Line(line.quantity(), price, line.attributes()));
  }
}
