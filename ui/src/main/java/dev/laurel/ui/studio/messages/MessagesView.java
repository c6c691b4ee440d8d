package dev.laurel.ui.studio.messages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.editing.PartPages;
import dev.laurel.engine.editing.PartPages.Part;
import dev.laurel.engine.editing.PartStarters;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.PartBlock;
import dev.laurel.ui.studio.frame.draft.PartsPage;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The messages and offers of the draft as sentences, each with what sends or makes it. */
@Route(value = Place.MESSAGES_PATH, layout = Frame.class)
@PermitAll
public final class MessagesView extends PartsPage {
  private static final long serialVersionUID = 1L;

  public MessagesView(Operation operation, Drafts drafts, SignedIn who) {
    super(operation, drafts, who);
  }

  @Override
  public Place place() {
    return Place.MESSAGES;
  }

  @Override
  protected PartPages.Page page() {
    return PartPages.messages(draft(), livePack(), today());
  }

  @Override
  protected Optional<Component> above() {
    return Optional.empty();
  }

  @Override
  protected Function<Part, Component> beside(PartPages.Page page) {
    Pack pack = draft().pack().orElse(livePack());
    return part -> users(pack, part);
  }

  private static Component users(Pack pack, Part part) {
    Words words = Words.here();
    List<String> users = PartPages.users(pack, part).stream().map(words::of).toList();
    return users.isEmpty()
        ? Parts.span("small mute", words.of("messages.unused"))
        : Parts.span("small", words.of("messages.used", words.list(users)));
  }

  @Override
  protected String none() {
    return Words.here().of("messages.none");
  }

  @Override
  protected Component starts() {
    return PartBlock.starts(
        this, Words.here().of("messages.new"), PartStarters.Part.MESSAGE, PartStarters.Part.OFFERS);
  }
}
