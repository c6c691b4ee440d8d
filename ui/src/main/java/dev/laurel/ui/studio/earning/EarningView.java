package dev.laurel.ui.studio.earning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.editing.PartPages;
import dev.laurel.engine.editing.PartStarters;
import dev.laurel.engine.editing.RateTables;
import dev.laurel.engine.editing.RulePages;
import dev.laurel.engine.editing.RulePages.Fate;
import dev.laurel.engine.editing.RulePages.Group;
import dev.laurel.engine.editing.RulePages.Rule;
import dev.laurel.engine.editing.RulePages.State;
import dev.laurel.engine.editing.Starters;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.overview.Overview;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftPage;
import dev.laurel.ui.studio.frame.draft.EditableSentence;
import dev.laurel.ui.studio.frame.draft.ElementMenu;
import dev.laurel.ui.studio.frame.draft.MendNote;
import dev.laurel.ui.studio.frame.draft.PartBlock;
import dev.laurel.ui.studio.frame.draft.RuleDrops;
import dev.laurel.ui.studio.frame.draft.RuleRow;
import dev.laurel.ui.studio.frame.draft.StarterPop;
import dev.laurel.ui.studio.frame.draft.Titles;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The earning rules of the draft by groups, each a sentence, and the rate tables below them. */
@Route(value = Place.EARNING_PATH, layout = Frame.class)
@PermitAll
public final class EarningView extends DraftPage implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final RuleFilter filter = new RuleFilter(this::draw);
  private final Div main = Parts.div("main");
  private final Div margin = Parts.div("marg");
  private transient RulePages.Earning page;

  public EarningView(Operation operation, Drafts drafts, SignedIn who) {
    super(operation, drafts, who);
    this.page = RulePages.earning(draft(), livePack(), today());
    addClassNames("view", "earning");
    add(filter, told(), Parts.div("cols", main, margin));
    RuleDrops.hear(this, this);
  }

  @Override
  public Place place() {
    return Place.EARNING;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    look();
    Address.bring(this, event.getLocation().getQueryParameters());
  }

  @Override
  protected void show() {
    page = RulePages.earning(draft(), livePack(), today());
    List<Rule> all = page.groups().stream().flatMap(group -> group.rules().stream()).toList();
    filter.show(all);
    draw();
  }

  private void draw() {
    Words words = Words.here();
    main.removeAll();
    margin.removeAll();
    for (Group group : page.groups()) {
      List<Rule> shown = group.rules().stream().filter(filter::takes).toList();
      if (filter.isAll() || !shown.isEmpty()) main.add(group(group, shown));
    }
    if (page.groups().isEmpty() && page.elsewhere().isEmpty()) main.add(empty());
    if (!filter.isAll() && main.getComponentCount() == 0)
      main.add(Parts.div("emptyst", Parts.text(words.of("earning.nothing-found"))));
    if (draft().mayEdit() && filter.isAll() && !page.groups().isEmpty()) main.add(newGroup());
    if (filter.isAll()) {
      challenges();
      tables();
    }
    margin.add(new DraftSums(page, words));
    page.elsewhere().forEach(fault -> margin.add(new MendNote(this, fault, fault.place())));
  }

  private void challenges() {
    Words words = Words.here();
    List<PartPages.Part> parts = PartPages.challenges(draft(), livePack(), today()).parts();
    boolean grows = draft().mayEdit() && draft().pack().isPresent();
    if (parts.isEmpty() && !grows) return;
    main.add(Parts.with(new H2(words.of("earning.challenges")), "tables"));
    Optional<Overview> counted = operation().overviews().latest();
    for (PartPages.Part part : parts) main.add(new PartBlock(this, part, begun(part, counted)));
    if (grows)
      main.add(
          PartBlock.starts(
              this,
              words.of("earning.new-challenge"),
              PartStarters.Part.STAMP_CARD,
              PartStarters.Part.STREAK,
              PartStarters.Part.CHALLENGE));
  }

  /** How many members have begun a challenge, and how many have completed it. */
  private static Optional<Component> begun(PartPages.Part part, Optional<Overview> counted) {
    Words words = Words.here();
    return counted
        .flatMap(all -> Optional.ofNullable(all.gathered().challenges().get(part.id())))
        .map(of ->
            Parts.span(
                "small",
                words.of(
                    "earning.challenge.members",
                    words.number(of.begun()),
                    words.number(of.completed()))));
  }

  private void tables() {
    Words words = Words.here();
    boolean grows = draft().mayEdit() && draft().pack().isPresent();
    if (page.tables().isEmpty() && !grows) return;
    main.add(Parts.with(new H2(words.of("earning.tables")), "tables"));
    page.tables().forEach(table -> main.add(new RateGrid(this, table)));
    if (grows)
      main.add(
          Parts.button(
              "btn quiet s newgroup",
              this::newTable,
              Icons.small("plus"),
              Parts.text(words.of("earning.new-table"))));
  }

  private void newTable() {
    Words words = Words.here();
    RateTables.newTable(draft().tree(), draft().pack().orElseThrow(), Titles.of("earning.table"))
        .ifPresent(started ->
            edit(words.of("words.step.new", words.of("earning.table")), started.edits()));
  }

  private Component group(Group group, List<Rule> shown) {
    String title = Sentences.title(group.passage().title());
    Section section = Parts.with(new Section(), "group");
    Parts.named(section, title);
    Div meets = Parts.div("meets");
    Header header = new Header();
    Div named = Parts.div("said row");
    H2 heading = new H2();
    heading.add(
        EditableSentence.alone(this, named, "titleword", group.place() + "/title", title, title));
    named.add(heading);
    if (draft().mayEdit())
      named.add(
          ElementMenu.button(
              this, named, new ElementMenu.Subject(group.place(), title, Optional.empty(), true)));
    group
        .passage()
        .sentences()
        .forEach(sentence ->
            meets.add(new EditableSentence(this, title, sentence, group.faults(), false)));
    header.add(named, meets);
    section.add(header);
    group.faults().forEach(fault -> section.add(new MendNote(this, fault, title)));
    Div rules = Parts.div("rules");
    rules.getElement().setAttribute("data-rules", group.place() + "/rules");
    for (Rule rule : shown) rules.add(new RuleRow(this, rule, group.rules().indexOf(rule) + 1));
    if (draft().mayEdit() && filter.isAll()) rules.add(newRule(group.place()));
    section.add(rules);
    return section;
  }

  private Component newRule(String group) {
    Div row = Parts.div("newrule said");
    row.add(
        StarterPop.button(
            this, row, "add", Words.here().of("earning.new-rule"), () -> starts(group)));
    return row;
  }

  /** What a rule can start from, with the sentence that it would be. */
  private List<StarterPop.Start> starts(String group) {
    List<StarterPop.Start> starts = new ArrayList<>();
    if (draft().pack().isEmpty()) return starts;
    Starters starters = Starters.of(draft().tree(), draft().pack().get(), today());
    for (Starters.Rule each : Starters.Rule.values())
      starters
          .rule(each, group, Titles.of(key(each)))
          .ifPresent(started ->
              starts.add(
                  new StarterPop.Start(
                      icon(each),
                      Words.here().of(key(each)),
                      StarterPop.example(this, started.edits(), started.place()),
                      started.edits())));
    return starts;
  }

  private static String key(Starters.Rule starter) {
    return switch (starter) {
      case PER_AMOUNT -> "earning.start.per-amount";
      case BASKET_BONUS -> "earning.start.basket";
      case GOODS -> "earning.start.goods";
      case MULTIPLIER -> "earning.start.multiplier";
      case WELCOME -> "earning.start.welcome";
      case BIRTHDAY -> "earning.start.birthday";
    };
  }

  private static String icon(Starters.Rule starter) {
    return switch (starter) {
      case PER_AMOUNT -> "earn";
      case BASKET_BONUS -> "cart";
      case GOODS -> "cup";
      case MULTIPLIER -> "bolt";
      case WELCOME -> "user";
      case BIRTHDAY -> "cake";
    };
  }

  private Component newGroup() {
    Words words = Words.here();
    return Parts.button(
        "btn quiet s newgroup",
        () -> {
          Starters.Started group =
              Starters.of(draft().tree(), draft().pack().orElseGet(this::names), today())
                  .group(Titles.of("earning.group"));
          edit(words.of("words.step.new", words.of("earning.group")), group.edits());
        },
        Icons.small("plus"),
        Parts.text(words.of("earning.new-group")));
  }

  private Component empty() {
    Words words = Words.here();
    Div empty = Parts.div("emptyst", Parts.strong(words.of("earning.none")));
    if (draft().mayEdit()) empty.add(newGroup());
    return empty;
  }

  /** How many rules are otherwise than in force. */
  static long count(RulePages.Earning page, Fate fate) {
    return page.groups().stream()
        .flatMap(group -> group.rules().stream())
        .filter(rule -> rule.fate() == fate)
        .count();
  }

  static long off(RulePages.Earning page) {
    return page.groups().stream()
        .flatMap(group -> group.rules().stream())
        .filter(rule -> rule.state() == State.OFF)
        .count();
  }
}
