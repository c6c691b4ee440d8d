package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.engine.governance.Submission;
import dev.laurel.engine.overview.Forecast;
import dev.laurel.engine.rehearsal.Rehearsed;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.studio.frame.ChangeRow;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The changes as sentences, with what each alone does to members where that can be counted. */
final class ChangesCard extends Section {
  private static final long serialVersionUID = 1L;

  /** The lines of which it is not counted yet what they say. */
  private final transient Deque<RehearsedLine> waiting = new ArrayDeque<>();

  /**
   * @param ladders of the draft and in force, for the titles of their tiers
   * @param effect who would stand elsewhere by the change at a place alone
   * @param rehearsal what a change alone would have given; takes a moment
   * @param live the pack in force, for the names of points
   * @param ticked the numbers of those that were read
   * @param read is told which was ticked or not; empty where nobody is asked to read
   */
  ChangesCard(
      List<SaidChange> changes,
      String against,
      List<Ladder> ladders,
      Function<String, Optional<Forecast.Counted>> effect,
      Function<SaidChange, Rehearsed> rehearsal,
      Pack live,
      Set<Integer> ticked,
      Optional<BiConsumer<Integer, Boolean>> read) {
    Words words = Words.here();
    addClassName("card");
    add(
        new Header(
            new H2(words.of("review.changes", words.number(changes.size()))),
            Parts.span("mute small", against)));
    if (changes.isEmpty()) add(Parts.paragraph("small sub empty", words.of("review.nothing")));
    for (int i = 0; i < changes.size(); i++) {
      int number = i;
      ChangeRow row =
          new ChangeRow(
              changes.get(i), ticked.contains(i), read.map(told -> is -> told.accept(number, is)));
      SaidChange change = changes.get(i);
      effect
          .apply(change.place())
          .ifPresentOrElse(
              counted -> row.effect(said(counted, ladders)),
              () -> {
                if (RehearsedLine.isFor(change.place()))
                  row.effect(line(() -> rehearsal.apply(change), live));
              });
      add(row);
    }
    addAttachListener(_ -> rehearse());
  }

  private RehearsedLine line(Supplier<Rehearsed> rehearsed, Pack live) {
    RehearsedLine line = new RehearsedLine(rehearsed, live);
    waiting.add(line);
    return line;
  }

  /**
   * One line after the other, each with an answer of its own, so that nobody waits for the last.
   */
  private void rehearse() {
    if (waiting.isEmpty()) return;
    getElement()
        .executeJs("return 0")
        .then(_ -> {
          RehearsedLine next = waiting.poll();
          if (next == null) return;
          next.show();
          rehearse();
        });
  }

  private static String said(Forecast.Counted counted, List<Ladder> ladders) {
    Words words = Words.here();
    List<String> said = new ArrayList<>();
    for (Forecast.Count count : counted.tiers().reversed()) {
      if (count.change() == 0) continue;
      String change = words.change(BigDecimal.valueOf(count.change()));
      String title = title(count.tier(), ladders);
      said.add(
          words.of(said.isEmpty() ? "tiers.effect.first" : "tiers.effect.more", change, title));
    }
    return said.isEmpty()
        ? words.of("review.effect.none", words.number(counted.members()))
        : words.of("review.effect", words.list(said));
  }

  private static String title(String tier, List<Ladder> ladders) {
    return ladders.stream()
        .flatMap(ladder -> ladder.tiers().stream())
        .filter(each -> each.id().equals(tier))
        .findFirst()
        .map(each -> Words.here().of(each.title()))
        .orElse(tier);
  }

  /** What the submitter says of it. */
  void note(Submission submission, String when) {
    Component avatar =
        Parts.hidden(
            Parts.span(
                "avatar", submission.by().substring(0, submission.by().offsetByCodePoints(0, 1))));
    add(
        Parts.div(
            "said",
            Parts.div(
                "row",
                avatar,
                Parts.div(
                    "small",
                    Parts.strong(submission.by()),
                    Parts.span("mute", " " + when),
                    Parts.paragraph("", submission.note())))));
  }
}
