package dev.laurel.ui.studio.review;

import com.vaadin.flow.component.html.Paragraph;
import dev.laurel.engine.rehearsal.Rehearsed;
import dev.laurel.engine.rehearsal.Rehearsed.Counted;
import dev.laurel.engine.rehearsal.Rehearsed.Difference;
import dev.laurel.engine.rehearsal.Rehearsed.Unknown;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What one change of a rule would have given members; says that it is being counted until then. */
final class RehearsedLine extends Paragraph {
  private static final long serialVersionUID = 1L;

  /** Where what gives points stands. */
  private static final Set<String> GIVES =
      Set.of("earning", "tables", "challenges", "campaigns", "segments", "messages", "offers");

  private final transient Supplier<Rehearsed> rehearsed;
  private final transient Pack live;

  /**
   * @param live the pack in force, for the names of points
   */
  RehearsedLine(Supplier<Rehearsed> rehearsed, Pack live) {
    this.rehearsed = rehearsed;
    this.live = live;
    addClassNames("small", "sub");
    getElement().setAttribute("aria-live", "polite");
    setText(Words.here().of("review.rehearsing"));
  }

  /** Whether a change there can be rehearsed at all. */
  static boolean isFor(String place) {
    return GIVES.contains(place.split("/", 2)[0]);
  }

  /** Counts and says it. */
  void show() {
    setText(
        switch (rehearsed.get()) {
          case Unknown(var why) -> said(why);
          case Counted counted -> said(counted);
        });
  }

  private static String said(Rehearsed.Why why) {
    Words words = Words.here();
    return switch (why) {
      case NOT_YET -> words.of("review.rehearsed.not-yet");
      case NEEDS_OTHERS -> words.of("review.rehearsed.needs-others");
      case NOT_EVALUATED -> words.of("review.rehearsed.not-evaluated");
      case GIVES_NOTHING -> words.of("review.rehearsed.gives-nothing");
    };
  }

  private String said(Counted counted) {
    Words words = Words.here();
    String period =
        counted
            .begins()
            .map(day ->
                words.of(
                    "review.rehearsed.ahead",
                    words.day(day),
                    words.number(ChronoUnit.DAYS.between(counted.from(), counted.to()))))
            .orElseGet(() -> words.of("review.rehearsed.year"));
    String asked = words.number(counted.asked());
    String members = words.number(counted.members());
    if (counted.touched() == 0)
      return counted.isExact()
          ? words.of("review.rehearsed.none", period, asked)
          : words.of("review.rehearsed.none.sample", period, asked, members, most(counted));
    String touched = words.number(counted.touched());
    return counted.isExact()
        ? words.of("review.rehearsed.some", period, touched, asked, differences(counted))
        : words.of(
            "review.rehearsed.some.sample",
            period,
            touched,
            asked,
            differences(counted),
            members,
            words.number(counted.least()),
            most(counted));
  }

  private static String most(Counted counted) {
    return Words.here().number(counted.most());
  }

  private String differences(Counted counted) {
    Words words = Words.here();
    List<String> all = new ArrayList<>();
    for (Difference difference : counted.differences()) {
      PointKind kind = Standings.kind(live, difference.kind());
      all.add(
          words.of(
              "review.rehearsed.points",
              words.change(Standings.points(kind, difference.units())),
              words.of(kind.title())));
    }
    for (Rehearsed.Sent sent : counted.messages())
      all.add(
          words.of(
              "review.rehearsed.messages",
              words.change(BigDecimal.valueOf(sent.count())),
              title(sent.message())));
    // Some got more and others as much less.
    return all.isEmpty() ? words.of("review.rehearsed.evens-out") : words.list(all);
  }

  /** By the title in force; a message that is new has only its id yet. */
  private String title(String message) {
    return live.messages().stream()
        .filter(each -> each.id().equals(message))
        .findFirst()
        .map(each -> Words.here().of(each.title()))
        .orElse(message);
  }
}
