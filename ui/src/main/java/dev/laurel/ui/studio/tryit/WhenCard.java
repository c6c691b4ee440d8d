package dev.laurel.ui.studio.tryit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.operation.Operation;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** When it happens: at a date and time, or so many days ahead. */
final class WhenCard extends Div {
  private static final long serialVersionUID = 1L;

  /** How far the slider goes; a date that is written may lie further. */
  private static final int DAYS = 730;

  private static final int MOST_MARKS = 3;

  private final transient Operation operation;
  private final transient SignedIn who;
  private final transient Consumer<UnaryOperator<TryCase>> change;
  private final transient LocalDateTime now;
  private final Span said = Parts.span("small med");
  private final Input exact = new Input();
  private final Input ahead = new Input();

  WhenCard(
      Operation operation,
      SignedIn who,
      CaseTrial trial,
      TryCase asked,
      Consumer<UnaryOperator<TryCase>> change) {
    this.operation = operation;
    this.who = who;
    this.change = change;
    Words words = Words.here();
    addClassName("stack");
    var programme = operation.programme();
    now = programme.now().atZone(programme.revision().zone()).toLocalDateTime().withNano(0);
    LocalDateTime at = trial.at(asked);
    exact.setType("datetime-local");
    Parts.named(exact, words.of("try.when"));
    exact.addValueChangeListener(event -> {
      if (event.isFromClient()) parsed(event.getValue()).ifPresent(when -> take(when, true));
    });
    ahead.setType("range");
    Parts.named(ahead, words.of("try.ahead"));
    ahead.getElement().setAttribute("min", "0");
    ahead.getElement().setAttribute("max", String.valueOf(DAYS));
    ahead.setValueChangeMode(ValueChangeMode.TIMEOUT);
    ahead.setValueChangeTimeout(120);
    ahead.addValueChangeListener(event -> {
      if (!event.isFromClient()) return;
      long days = Long.parseLong(event.getValue());
      take(now.plusDays(Math.clamp(days, 0, DAYS)), false);
    });
    add(
        Parts.div("row", Parts.with(new H2(words.of("try.when")), "h2 grow"), said),
        Parts.div("card travel", Parts.div("field", exact), Parts.div("tl", ahead, marks(asked))));
    show(at);
    exact.setValue(at.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  private static Optional<LocalDateTime> parsed(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private void take(LocalDateTime when, boolean written) {
    if (!written) exact.setValue(when.truncatedTo(ChronoUnit.MINUTES).toString());
    show(when);
    change.accept(one -> one.at(Optional.of(when)));
  }

  private void show(LocalDateTime at) {
    var zone = operation.programme().revision().zone();
    String text = Words.here().instant(at.atZone(zone));
    said.setText(text);
    long days = Math.clamp(ChronoUnit.DAYS.between(now, at), 0, DAYS);
    ahead.setValue(String.valueOf(days));
    ahead.getElement().setAttribute("aria-valuetext", text);
  }

  /** What happens to the member by itself, on the way. */
  private Div marks(TryCase asked) {
    Words words = Words.here();
    Div marks = Parts.div("marks");
    marks.add(mark(0, words.of("try.today"), ""));
    Map<LocalDate, String> ends = new TreeMap<>();
    asked
        .member()
        .flatMap(id -> operation.member(who.actor(), id))
        .ifPresent(view -> {
          for (Purse purse : view.state().purses()) {
            long next = purse.nextLapse();
            if (next != Purse.NEVER)
              ends.putIfAbsent(LocalDate.ofEpochDay(next), words.of("try.expire"));
          }
          for (MemberState.Standing standing : view.state().standings())
            standing.until().ifPresent(day -> ends.put(day, words.of("try.tier-ends")));
        });
    ends.entrySet().stream()
        .filter(end -> ChronoUnit.DAYS.between(now.toLocalDate(), end.getKey()) > DAYS / 8)
        .filter(end -> ChronoUnit.DAYS.between(now.toLocalDate(), end.getKey()) <= DAYS)
        .limit(MOST_MARKS)
        .forEach(end ->
            marks.add(
                mark(
                    ChronoUnit.DAYS.between(now.toLocalDate(), end.getKey()),
                    words.day(end.getKey()),
                    end.getValue())));
    return marks;
  }

  private static Div mark(long days, String date, String what) {
    Div mark = Parts.div("ev", Parts.strong(date), new Span(what));
    mark.getStyle().set("left", days * 100 / DAYS + "%");
    if (days == 0) mark.addClassName("a");
    if (days > DAYS * 4 / 5) mark.addClassName("z");
    return mark;
  }
}
