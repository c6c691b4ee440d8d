package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.editing.Additions;
import dev.laurel.engine.editing.Additions.Addition;
import dev.laurel.engine.editing.Copies;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.util.List;
import java.util.Optional;

/** What can be done with a rule, a campaign or another part of the draft as a whole. */
public final class ElementMenu extends WordPop {
  private static final long serialVersionUID = 1L;

  /**
   * What the menu is about.
   *
   * @param active whether it is switched on; empty where it has no switch
   * @param isOneOfSeveral whether it can be copied, moved and removed
   */
  public record Subject(
      String place, String title, Optional<Boolean> active, boolean isOneOfSeveral) {}

  private final transient Subject subject;
  private final Div body = Parts.div("menu");

  private ElementMenu(DraftHost host, Component opener, Subject subject) {
    super(host, opener, subject.title());
    this.subject = subject;
    addClassName("menupop");
    add(body);
    fill();
  }

  /** A button that opens the menu below a part of the page. */
  public static NativeButton button(DraftHost host, Div below, Subject subject) {
    NativeButton button =
        Parts.named(
            Parts.button("btn quiet s icon dots", () -> {}, Icons.icon("dots")),
            Words.here().of("words.menu", subject.title()));
    button.addClickListener(_ -> new ElementMenu(host, button, subject).openIn(below));
    button.getElement().setAttribute("aria-haspopup", "dialog");
    button.getElement().setAttribute("aria-expanded", "false");
    button.getElement().setAttribute("data-place", subject.place() + "#menu");
    return button;
  }

  private void fill() {
    Words words = Words.here();
    String place = subject.place();
    subject
        .active()
        .ifPresent(on ->
            act(
                on ? "half" : "check",
                on ? words.of("words.switch-off") : words.of("words.switch-on"),
                on
                    ? words.of("words.step.off", subject.title())
                    : words.of("words.step.on", subject.title()),
                List.of(Edits.active(place, !on))));
    if (subject.isOneOfSeveral()) several(place);
    List<Addition> additions = additions().at(place);
    if (additions.isEmpty()) return;
    body.add(Parts.span("lab full", words.of("words.add")));
    for (Addition each : additions)
      body.add(
          item(
              "plus", said(each), each.asksForAttribute() ? () -> ask(each) : () -> add(each, "")));
  }

  private void several(String place) {
    Words words = Words.here();
    Tree tree = host().draft().tree();
    String title = words.of("words.copy-of", subject.title());
    Copies.of(tree, place, words.language().tag(), title)
        .ifPresent(copy ->
            act(
                "stamp",
                words.of("words.copy"),
                words.of("words.step.copied", subject.title()),
                List.of(copy)));
    move(tree, place, true).ifPresent(edit -> step("up", words.of("words.move-up"), edit));
    move(tree, place, false).ifPresent(edit -> step("down", words.of("words.move-down"), edit));
    act(
        "x",
        words.of("words.remove"),
        words.of("words.step.removed", subject.title()),
        List.of(new Edit.Remove(place)));
  }

  private void step(String way, String name, Edit edit) {
    act(way, name, Words.here().of("words.step.moved", subject.title()), List.of(edit));
  }

  /** One place up or down among its siblings; empty at the end of them. */
  public static Optional<Edit> move(Tree tree, String place, boolean up) {
    List<String> names = Trees.at(tree, Trees.parent(place)).map(Trees::names).orElse(List.of());
    int index = names.indexOf(Trees.name(place));
    if (up)
      return index < 1
          ? Optional.empty()
          : Optional.of(new Edit.Move(place, Optional.of(names.get(index - 1))));
    if (index < 0 || index + 1 >= names.size()) return Optional.empty();
    Optional<String> next =
        index + 2 < names.size() ? Optional.of(names.get(index + 2)) : Optional.empty();
    return Optional.of(new Edit.Move(place, next));
  }

  private void act(String icon, String name, String step, List<Edit> edits) {
    body.add(item(icon, name, () -> host().edit(step, edits)));
  }

  private static NativeButton item(String icon, String name, Runnable does) {
    return Parts.button("", does, Icons.small(icon), Parts.span("", name));
  }

  private Additions additions() {
    return Additions.of(
        host().draft().tree(),
        host().draft().pack().orElseGet(host()::names),
        host().speaker(),
        host().today());
  }

  private void ask(Addition addition) {
    Words words = Words.here();
    body.removeAll();
    body.add(Parts.span("lab full", words.of("words.about")));
    body.add(
        WordFields.one(
            words.of("words.about"),
            additions().attributes(subject.place()),
            "",
            path -> add(addition, path)));
  }

  private void add(Addition addition, String attribute) {
    host()
        .edit(
            Words.here().of("words.step.added", subject.title(), said(addition)),
            additions().edits(addition, subject.place(), attribute));
  }

  private static String said(Addition addition) {
    Words words = Words.here();
    return switch (addition) {
      case CONDITION -> words.of("words.add.condition");
      case EXCEPTION -> words.of("words.add.exception");
      case DATES -> words.of("words.add.dates");
      case WEEKDAYS -> words.of("words.add.weekdays");
      case HOURS -> words.of("words.add.hours");
      case AUDIENCE -> words.of("words.add.audience");
      case POINTS_CEILING -> words.of("words.add.points-ceiling");
      case TIMES_CEILING -> words.of("words.add.times-ceiling");
      case BUDGET -> words.of("words.add.budget");
      case FIRST_MEMBERS -> words.of("words.add.first-members");
      case CONTROL_GROUP -> words.of("words.add.control-group");
      case OUTCOME -> words.of("words.add.outcome");
      case MESSAGE -> words.of("words.add.message");
      case QUIET -> words.of("words.add.quiet");
      case EXCLUSION -> words.of("words.add.exclusion");
      case PRIORITY -> words.of("words.add.priority");
      case ANOTHER_WAY -> words.of("words.add.another-way");
      case RENEWAL -> words.of("words.add.renewal");
      case VALIDITY -> words.of("words.add.validity");
      case DESCENT -> words.of("words.add.descent");
      case GRACE -> words.of("words.add.grace");
      case WARNING -> words.of("words.add.warning");
      case ON_UPGRADE -> words.of("words.add.on-upgrade");
      case ON_RENEWAL -> words.of("words.add.on-renewal");
    };
  }
}
