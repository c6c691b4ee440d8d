package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page that shows the draft and changes it. Each change is stored at once; where somebody else
 * changed the same, the page says so and shows the draft as it is.
 */
@SuppressWarnings("this-escape") // What is handed out is used only once somebody presses it.
public abstract class DraftPage extends Div implements StudioPage, DraftHost {
  private static final long serialVersionUID = 1L;

  private final transient Operation operation;
  private final transient Drafts drafts;
  private final transient SignedIn who;
  private final DraftStrip strip = new DraftStrip(this::undo, this::redo);
  private final Div told = Parts.div("told");
  private transient DraftView draft;
  private transient Pack livePack;
  private transient Optional<Tree> live = Optional.empty();
  private transient Optional<WordPop> opened = Optional.empty();

  protected DraftPage(Operation operation, Drafts drafts, SignedIn who) {
    this.operation = operation;
    this.drafts = drafts;
    this.who = who;
    this.draft = drafts.view(who.actor());
    this.livePack = operation.programme().revision().pack();
    told.getElement().setAttribute("role", "alert");
  }

  /** Draws the page by the draft as it is now. */
  protected abstract void show();

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    event.getUI().getPage().addJavaScript("context://studio/words.js");
    event.getUI().getPage().addJavaScript("context://studio/drag.js");
  }

  @Override
  public final Optional<Component> shows() {
    return Optional.of(strip.standing());
  }

  @Override
  public final List<Component> atEndOfStrip() {
    return List.of(strip);
  }

  /** Where the page says what was not done, and why. */
  protected final Div told() {
    return told;
  }

  protected final Operation operation() {
    return operation;
  }

  protected final Actor actor() {
    return who.actor();
  }

  protected final ZoneId zone() {
    return operation.programme().revision().zone();
  }

  /** The pack in force. */
  protected final Pack livePack() {
    return livePack;
  }

  @Override
  public final DraftView draft() {
    return draft;
  }

  @Override
  public final Tree live() {
    Tree tree = live.orElseGet(() -> PackTree.of(livePack));
    live = Optional.of(tree);
    return tree;
  }

  @Override
  public final Pack names() {
    return livePack;
  }

  @Override
  public final LocalDate today() {
    return operation.programme().now().atZone(zone()).toLocalDate();
  }

  /** Looks at everything anew. */
  protected final void look() {
    livePack = operation.programme().revision().pack();
    live = Optional.empty();
    draft = drafts.view(actor());
    told.removeAll();
    refresh();
  }

  private void refresh() {
    opened.ifPresent(WordPop::leave);
    opened = Optional.empty();
    strip.show(draft, zone());
    draft.whyNot().ifPresent(not -> tell(Refusals.say(not)));
    show();
  }

  protected final void tell(String text) {
    told.add(Parts.paragraph("note small", text));
  }

  @Override
  public final void edit(String step, List<Edit> edits) {
    take(drafts.edit(actor(), draft.version(), step, new ArrayList<>(edits)));
  }

  private void undo() {
    take(drafts.undo(actor()));
  }

  private void redo() {
    take(drafts.redo(actor()));
  }

  private void take(EditResult result) {
    Words words = Words.here();
    told.removeAll();
    switch (result) {
      case EditResult.Saved(var saved) -> draft = saved;
      case EditResult.Conflict(var clashes) -> {
        anew();
        clashes.forEach(
            clash -> tell(words.of("words.clash", clash.by(), clash.step(), clash.place())));
      }
      case EditResult.Refused(var refusal) -> {
        anew();
        tell(Refusals.say(refusal));
      }
    }
    refresh();
  }

  private void anew() {
    draft = drafts.view(actor());
    forget();
  }

  /** What the browser shows was not taken; pages that keep what they drew draw it again. */
  protected void forget() {}

  @Override
  public final void open(WordPop pop) {
    opened.ifPresent(WordPop::leave);
    opened = Optional.of(pop);
  }

  @Override
  public final void close(WordPop pop) {
    pop.leave();
    opened = opened.filter(each -> !each.equals(pop));
  }
}
