package dev.laurel.ui.studio.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.audit.Audit;
import dev.laurel.engine.audit.AuditPage;
import dev.laurel.engine.audit.AuditPage.Book;
import dev.laurel.engine.audit.AuditPage.Filter;
import dev.laurel.engine.audit.AuditPage.From;
import dev.laurel.engine.audit.AuditPage.Line;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.NativeSelect;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who did what, when and why, and what came of it. */
@Route(value = Place.HISTORY_PATH, layout = Frame.class)
@PermitAll
public final class HistoryView extends Div implements StudioPage, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;
  private static final String BY = "by";
  private static final String BOOK = "book";
  private static final String RULE = "rule";

  private final transient Operation operation;
  private final transient Governance governance;
  private final transient Audit audit;
  private final transient SignedIn who;
  private final Div lines = Parts.div("lines");
  private final Div beside = Parts.div("beside-detail");
  private transient Filter filter = Filter.NONE;
  private transient Optional<LocalDate> day = Optional.empty();

  public HistoryView(Operation operation, Governance governance, Audit audit, SignedIn who) {
    this.operation = operation;
    this.governance = governance;
    this.audit = audit;
    this.who = who;
    addClassNames("view", "history");
    beside.getElement().setAttribute("aria-live", "polite");
  }

  @Override
  public Place place() {
    return Place.HISTORY;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    filter =
        new Filter(
            given(query, BY), given(query, BOOK).flatMap(HistoryView::book), given(query, RULE));
    removeAll();
    if (!who.actor().may(Permission.READ_HISTORY)) {
      add(Parts.div("emptyst", Parts.strong(Words.here().of("refusal.not-permitted"))));
      return;
    }
    add(new VerifiedCard(audit, who), filters(), Parts.div("cols", lines, beside));
    draw();
  }

  private static Optional<String> given(QueryParameters query, String name) {
    return query.getSingleParameter(name).filter(text -> !text.isBlank());
  }

  private static Optional<Book> book(String name) {
    return Stream.of(Book.values()).filter(book -> word(book).equals(name)).findFirst();
  }

  private static String word(Book book) {
    return book.name().toLowerCase(Locale.ROOT);
  }

  private Component filters() {
    Words words = Words.here();
    Map<String, String> people = new LinkedHashMap<>();
    people.put("", words.of("history.anyone"));
    audit.people(who.actor()).forEach(name -> people.put(name, name));
    Map<String, String> books = new LinkedHashMap<>();
    books.put("", words.of("history.everything"));
    for (Book book : Book.values()) books.put(word(book), VerifiedCard.name(book));
    Map<String, String> rules = new LinkedHashMap<>();
    rules.put("", words.of("history.any-rule"));
    rules.putAll(audit.changedRules(who.actor(), words.speaker()));
    return Parts.div(
        "row filters",
        filter("history.who", people, filter.by().orElse(""), by -> change(by, word(), rule())),
        filter("history.what", books, word(), book -> change(by(), book, rule())),
        filter("history.rule", rules, rule(), rule -> change(by(), word(), rule)));
  }

  private String by() {
    return filter.by().orElse("");
  }

  private String word() {
    return filter.book().map(HistoryView::word).orElse("");
  }

  private String rule() {
    return filter.rule().orElse("");
  }

  private static Component filter(
      String key, Map<String, String> choices, String now, Consumer<String> taken) {
    String name = Words.here().of(key);
    return Parts.with(
        new NativeLabel(),
        "filter btn",
        Parts.span("", name),
        new NativeSelect(name, choices, now, taken));
  }

  private void change(String by, String book, String rule) {
    filter =
        new Filter(
            Optional.of(by).filter(text -> !text.isEmpty()),
            book(book),
            Optional.of(rule).filter(text -> !text.isEmpty()));
    Map<String, List<String>> query = new LinkedHashMap<>();
    filter.by().ifPresent(text -> query.put(BY, List.of(text)));
    filter.book().ifPresent(one -> query.put(BOOK, List.of(word(one))));
    filter.rule().ifPresent(text -> query.put(RULE, List.of(text)));
    Address.say(this, Place.HISTORY, new QueryParameters(query));
    draw();
  }

  private void draw() {
    lines.removeAll();
    lines.setClassName("card lines");
    beside.removeAll();
    day = Optional.empty();
    AuditPage page = more(From.THE_END);
    if (page.lines().isEmpty())
      lines.add(Parts.paragraph("small sub none", Words.here().of("history.nothing")));
    else show(page.lines().getFirst());
  }

  private AuditPage more(From from) {
    Words words = Words.here();
    AuditPage page = audit.page(who.actor(), filter, from, PAGE);
    page.lines().forEach(this::add);
    page.next()
        .ifPresent(next -> {
          NativeButton earlier =
              Parts.button("btn s earlier", () -> {}, Parts.text(words.of("timeline.earlier")));
          earlier.addClickListener(_ -> {
            lines.remove(earlier);
            more(next);
          });
          lines.add(earlier);
        });
    return page;
  }

  private void add(Line line) {
    Words words = Words.here();
    ZonedDateTime at = line.record().recordedAt().atZone(zone());
    if (day.filter(at.toLocalDate()::equals).isEmpty()) {
      lines.add(Parts.div("day", Parts.text(words.weekday(at.toLocalDate()))));
      day = Optional.of(at.toLocalDate());
    }
    var entry = line.record().entry();
    Div said = Parts.div("", Parts.strong(entry.by()), Parts.text(" " + Acts.say(line, pack())));
    if (!entry.why().isBlank())
      said.add(Parts.span("mute", words.of("history.because", entry.why())));
    NativeButton row =
        Parts.button(
            "line",
            () -> {},
            Parts.span("time mute small", words.time(at)),
            Parts.hidden(
                Parts.span(
                    "avatar " + hue(line.book()),
                    entry.by().substring(0, entry.by().offsetByCodePoints(0, 1)))),
            said);
    row.addClickListener(_ -> {
      lines.getChildren().forEach(each -> each.getElement().removeAttribute("aria-current"));
      row.getElement().setAttribute("aria-current", "true");
      show(line);
    });
    lines.add(row);
  }

  private static String hue(Book book) {
    return switch (book) {
      case PROGRAMME -> "d";
      case PEOPLE -> "b";
      case MEMBERS -> "c";
    };
  }

  private void show(Line line) {
    Optional<RevisionRecord> revision =
        line.revision()
            .flatMap(number ->
                governance.revisions(who.actor()).stream()
                    .filter(each -> each.number() == number)
                    .findFirst());
    beside.removeAll();
    beside.add(
        new Detail(
            line,
            pack(),
            zone(),
            revision,
            revision
                .map(of -> audit.changes(who.actor(), of.number(), Words.here().speaker()))
                .orElse(List.of())));
  }

  private Pack pack() {
    return operation.programme().revision().pack();
  }

  private ZoneId zone() {
    return operation.programme().revision().zone();
  }
}
