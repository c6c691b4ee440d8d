package dev.laurel.ui.studio.campaigns;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.laurel.engine.editing.RulePages.CampaignCard;
import dev.laurel.engine.editing.RulePages.Fate;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Campaigns on an axis of twelve weeks; each bar leads to its sentences. */
final class Calendar extends Section {
  private static final long serialVersionUID = 1L;

  private static final int WEEKS = 12;
  private static final int WEEKS_BEFORE = 3;
  private static final int DAYS = WEEKS * 7;
  private static final double HUNDRED = 100.0;

  /** Bars that begin later than this have no room for their title within. */
  private static final double LATE = 88;

  private final Div grid = Parts.div("cal");
  private final Span title = Parts.span("strong");
  private transient List<CampaignCard> shown = List.of();
  private transient LocalDate today = LocalDate.EPOCH;
  private transient LocalDate first = LocalDate.EPOCH;
  private boolean mayEdit;

  Calendar() {
    Words words = Words.here();
    addClassNames("card", "calendar");
    Parts.named(this, words.of("campaigns.calendar"));
    add(
        Parts.with(
            new Header(),
            "",
            step("left", words.of("campaigns.earlier"), -WEEKS / 2),
            title,
            step("right", words.of("campaigns.later"), WEEKS / 2)),
        Parts.div("scrolls", grid));
  }

  private NativeButton step(String icon, String name, int weeks) {
    return Parts.named(
        Parts.button(
            "btn quiet s icon",
            () -> {
              first = first.plusWeeks(weeks);
              draw();
            },
            Icons.icon(icon)),
        name);
  }

  /**
   * @param edits whether bars may be moved
   */
  void show(List<CampaignCard> campaigns, LocalDate day, boolean edits) {
    mayEdit = edits;
    shown = campaigns;
    if (!day.equals(today)) first = monday(day).minusWeeks(WEEKS_BEFORE);
    today = day;
    draw();
  }

  private static LocalDate monday(LocalDate day) {
    return day.minusDays(day.getDayOfWeek().getValue() - 1L);
  }

  private void draw() {
    Words words = Words.here();
    grid.removeAll();
    LocalDate last = first.plusDays(DAYS - 1L);
    title.setText(words.of("campaigns.from-to", words.longDay(first), words.longDay(last)));
    Div head = Parts.div("head");
    for (int week = 0; week < WEEKS; week++) {
      LocalDate monday = first.plusWeeks(week);
      Span mark = Parts.hidden(Parts.span("mark", words.dayOfYear(monthDay(monday))));
      mark.getStyle().set("left", percent(week * 7));
      head.add(mark);
    }
    grid.add(head);
    for (CampaignCard card : shown) grid.add(lane(card));
    long now = ChronoUnit.DAYS.between(first, today);
    if (now >= 0 && now < DAYS) {
      Div line = Parts.div("now");
      line.getStyle().set("left", percent(now + 0.5));
      line.add(Parts.span("", words.day(today)));
      grid.add(line);
    }
  }

  private static java.time.MonthDay monthDay(LocalDate day) {
    return java.time.MonthDay.from(day);
  }

  private Div lane(CampaignCard card) {
    Words words = Words.here();
    Div lane = Parts.div("lane");
    LocalDate last = first.plusDays(DAYS - 1L);
    LocalDate from = card.of().from().orElse(LocalDate.MIN);
    LocalDate to = card.of().to().orElse(LocalDate.MAX);
    boolean visible = !from.isAfter(last) && !to.isBefore(first);
    String name = Sentences.title(card.of().passage().title());
    Anchor bar = new Anchor("#" + anchor(card.of().place()), name);
    bar.getElement().setAttribute("router-ignore", true);
    bar.addClassNames("cmp", css(card));
    bar.getElement()
        .setAttribute(
            "aria-label", words.of("campaigns.bar", name, CampaignBlock.state(card.of(), words)));
    movable(bar, card);
    if (!visible) {
      bar.addClassName("outside");
      bar.getStyle().set("left", to.isBefore(first) ? "0" : "auto");
      if (from.isAfter(last)) bar.getStyle().set("right", "0");
      lane.add(bar);
      return lane;
    }
    LocalDate begin = from.isBefore(first) ? first : from;
    LocalDate end = to.isAfter(last) ? last : to;
    double left = ChronoUnit.DAYS.between(first, begin);
    double width = ChronoUnit.DAYS.between(begin, end) + 1.0;
    bar.getStyle().set("left", percent(left)).set("width", percent(width));
    if (from.isBefore(first)) bar.addClassName("openl");
    if (to.isAfter(last)) bar.addClassName("openr");
    if (left * HUNDRED / DAYS > LATE) bar.addClassName("late");
    lane.add(bar);
    return lane;
  }

  /** The script moves what says by when it begins or ends, by hand and by keys. */
  private void movable(Anchor bar, CampaignCard card) {
    if (!mayEdit) return;
    bar.getElement().setAttribute("data-place", card.of().place());
    card.campaign()
        .schedule()
        .from()
        .ifPresent(day -> bar.getElement().setAttribute("data-from", day.toString()));
    card.campaign()
        .schedule()
        .to()
        .ifPresent(day -> bar.getElement().setAttribute("data-to", day.toString()));
    bar.getElement()
        .setAttribute("data-title", Sentences.title(card.of().passage().title()))
        .setAttribute("aria-keyshortcuts", "Alt+ArrowLeft Alt+ArrowRight")
        .setAttribute("draggable", "false");
  }

  private static String css(CampaignCard card) {
    if (card.of().fate() == Fate.NEW) return "draft";
    return switch (card.of().state()) {
      case RUNNING -> "live";
      case SCHEDULED -> "sched";
      case ENDED -> "ended";
      case OFF -> "ended";
    };
  }

  static String anchor(String place) {
    return place.replace('/', '-');
  }

  private static String percent(double days) {
    return String.format(Locale.ROOT, "%.3f%%", days * HUNDRED / DAYS);
  }
}
