package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.editing.PartPages;
import dev.laurel.engine.editing.PartPages.Part;
import dev.laurel.engine.operation.Operation;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.Parts;
import java.util.Optional;
import java.util.function.Function;

/** A page of parts of the draft that stand by themselves, each as sentences with how it goes. */
public abstract class PartsPage extends DraftPage implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final Div faults = Parts.div("faults");
  private final Div above = Parts.div("");
  private final Div list = Parts.div("list-of");

  protected PartsPage(Operation operation, Drafts drafts, SignedIn who) {
    super(operation, drafts, who);
    addClassNames("view", "parts");
    add(told(), faults, above, list);
  }

  /** The parts as they are now. */
  protected abstract PartPages.Page page();

  /** What stands above all of them. */
  protected abstract Optional<Component> above();

  /** What stands beside each; asked for once, for all of them. */
  protected abstract Function<Part, Component> beside(PartPages.Page page);

  /** What is said where there are none. */
  protected abstract String none();

  /** A button by which one more is started. */
  protected abstract Component starts();

  @Override
  public final void beforeEnter(BeforeEnterEvent event) {
    look();
    Address.bring(this, event.getLocation().getQueryParameters());
  }

  @Override
  protected final void show() {
    PartPages.Page page = page();
    faults.removeAll();
    page.elsewhere().forEach(fault -> faults.add(new MendNote(this, fault, fault.place())));
    above.removeAll();
    above().ifPresent(above::add);
    list.removeAll();
    Function<Part, Component> beside = beside(page);
    for (Part part : page.parts())
      list.add(new PartBlock(this, part, Optional.of(beside.apply(part))));
    if (page.parts().isEmpty() && page.elsewhere().isEmpty())
      list.add(Parts.div("emptyst", Parts.strong(none())));
    if (draft().mayEdit() && draft().pack().isPresent()) list.add(starts());
  }
}
