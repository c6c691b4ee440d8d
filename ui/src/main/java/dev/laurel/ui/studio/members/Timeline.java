package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.laurel.engine.explain.Verdict;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.TimelineEntry;
import dev.laurel.engine.support.Support;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.VerdictRow;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What happened to a member, the latest first, each with its why one click away. */
final class Timeline extends Div {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 25;
  private static final String BY_TIME = "due";
  private static final String USE = "use";

  private final transient Operation operation;
  private final transient Support support;
  private final transient SignedIn who;
  private final transient Pack pack;
  private final String member;
  private final NativeButton earlier;
  private long before;
  private transient Optional<LocalDate> day = Optional.empty();

  Timeline(Operation operation, Support support, SignedIn who, MemberView member) {
    this.operation = operation;
    this.support = support;
    this.who = who;
    this.pack = operation.programme().revision().pack();
    this.member = member.state().member();
    this.before = member.decisions() + 1;
    addClassName("tlx");
    earlier = Parts.button("btn s", this::more, Parts.text(Words.here().of("timeline.earlier")));
    more();
  }

  private void more() {
    remove(earlier);
    List<TimelineEntry> entries = operation.insight().timeline(who.actor(), member, before, PAGE);
    for (TimelineEntry entry : entries) {
      add(entry);
      before = entry.place();
    }
    if (before > 1 && !entries.isEmpty()) add(earlier);
  }

  private void add(TimelineEntry entry) {
    Words words = Words.here();
    ZonedDateTime at = entry.occurredAt().atZone(operation.programme().revision().zone());
    if (day.filter(at.toLocalDate()::equals).isEmpty()) {
      add(Parts.div("day", Parts.text(words.weekday(at.toLocalDate()))));
      day = Optional.of(at.toLocalDate());
    }
    Span time = Parts.span("time", words.time(at));
    Div why = Parts.div("whys");
    Div what = Parts.div("", heading(entry));
    support
        .byHand(who.actor(), entry)
        .ifPresent(act ->
            what.add(
                Parts.paragraph(
                    "",
                    // An adjustment says its reason itself.
                    entry.type().equals(USE)
                        ? words.of("timeline.by.why", act.by(), act.why())
                        : words.of("timeline.by", act.by()))));
    entry.refusal().ifPresent(refusal -> what.add(Parts.paragraph("", refusal.message())));
    if (!entry.beside().isEmpty() && entry.happened().isPresent())
      what.add(Parts.paragraph("", Sentences.quiet(entry.beside())));
    NativeButton ask = Parts.button("link small", () -> {}, Parts.text(words.of("timeline.why")));
    ask.getElement().setAttribute("aria-expanded", "false");
    ask.addClickListener(_ -> toggle(entry, ask, why));
    if (entry.ruled()) what.add(ask, why);
    add(Parts.div("ev", time, icon(entry.type()), what, changes(entry)));
  }

  /** What happened; of what time alone brought about, what it brought about. */
  private static Component heading(TimelineEntry entry) {
    if (entry.happened().isPresent())
      return Parts.span("med happened", Sentences.title(entry.happened().get()));
    if (!entry.beside().isEmpty()) return Parts.span("med", Sentences.quiet(entry.beside()));
    return Parts.span("med", Words.here().of("timeline.unknown"));
  }

  private static Component icon(String type) {
    return Parts.hidden(
        Parts.span(
            "ic",
            Icons.icon(
                switch (type) {
                  case "purchase" -> "cart";
                  case "return" -> "undo";
                  case "redemption", "reservation", "cancellation", USE -> "gift";
                  case BY_TIME -> "clock";
                  case "enrolment", "change" -> "user";
                  case "grant" -> "up";
                  case "adjustment" -> "plus";
                  default -> "star";
                })));
  }

  private Component changes(TimelineEntry entry) {
    Words words = Words.here();
    Div amounts = Parts.div("amt");
    for (TimelineEntry.Change change : entry.changes()) {
      String text =
          words.change(change.points())
              + " "
              + words.of(Standings.kind(pack, change.kind()).title());
      amounts.add(
          amounts.getComponentCount() == 0 ? new Span(text) : Parts.span("small-line", text));
    }
    return amounts;
  }

  private void toggle(TimelineEntry entry, NativeButton ask, Div why) {
    boolean opens = why.getComponentCount() == 0;
    ask.getElement().setAttribute("aria-expanded", String.valueOf(opens));
    why.removeAll();
    if (opens) why.add(why(entry));
  }

  private Component why(TimelineEntry entry) {
    Words words = Words.here();
    Div box = Parts.div("why");
    List<Verdict> verdicts = operation.insight().why(who.actor(), entry.key()).orElse(List.of());
    Optional<TimelineEntry.Change> main = entry.changes().stream().findFirst();
    Optional<String> kind = main.map(TimelineEntry.Change::kind);
    BigDecimal whole =
        main.map(TimelineEntry.Change::points)
            .filter(all -> all.signum() > 0)
            .orElse(BigDecimal.ONE);
    Div rows = Parts.div("fall");
    Div others = Parts.div("fall");
    BigDecimal running = BigDecimal.ZERO;
    int silent = 0;
    for (Verdict verdict : verdicts) {
      VerdictRow row = new VerdictRow(pack, verdict, kind, running, whole);
      running = row.runningTotal();
      switch (verdict.way()) {
        case FIRED, PART, MET, BEATEN, CUT -> rows.add(row);
        case EMPTY, NOT_MET -> others.add(row);
        case NOT_IN_FORCE -> silent++;
      }
    }
    if (verdicts.isEmpty()) box.add(Parts.paragraph("", words.of("timeline.no-rule")));
    box.add(rows);
    // What gave nothing is told to whoever asks why not.
    int many = others.getComponentCount();
    if (many > 0)
      box.add(new NativeDetails(words.of("timeline.not-applied", words.number(many)), others));
    if (silent > 0)
      box.add(Parts.paragraph("mute", words.of("timeline.silent", words.number(silent))));
    box.add(
        Parts.div(
            "foot",
            Parts.span(
                "sub",
                words.of("timeline.decision", entry.key(), words.number(entry.revision())))));
    return box;
  }
}
