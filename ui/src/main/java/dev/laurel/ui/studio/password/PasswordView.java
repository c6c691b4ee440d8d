package dev.laurel.ui.studio.password;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.PeopleResult;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import jakarta.annotation.security.PermitAll;

/** Changes the own password; the present one is asked for, so that an open page is not enough. */
@Route(value = Frame.PASSWORD_PATH, layout = Frame.class)
@PermitAll
public final class PasswordView extends Div implements StudioPage, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient People people;
  private final transient SignedIn who;
  private final Paragraph told = Parts.paragraph("note small told");

  public PasswordView(People people, SignedIn who) {
    this.people = people;
    this.who = who;
    addClassNames("view", "password");
    told.getElement().setAttribute("role", "alert");
  }

  @Override
  public Place place() {
    return Place.HOME;
  }

  @Override
  public String title() {
    return Words.here().of("password.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    draw();
    told.removeAll();
    if (who.mustChangePassword()) told.add(Parts.text(Words.here().of("password.must")));
    told.setVisible(who.mustChangePassword());
  }

  private void draw() {
    Words words = Words.here();
    Input old = field("current-password", words.of("password.old"));
    Input fresh = field("new-password", words.of("password.new"));
    Input again = field("new-password", words.of("password.again"));
    Runnable change = () -> change(old.getValue(), fresh.getValue(), again.getValue());
    Section card =
        Parts.with(
            new Section(),
            "card",
            new Header(new H2(words.of("password.title"))),
            Parts.div(
                "body",
                labelled(words.of("password.old"), old),
                labelled(words.of("password.new"), fresh),
                Parts.paragraph("xs mute", words.of("password.how")),
                labelled(words.of("password.again"), again),
                Parts.div(
                    "row acts",
                    Parts.button("btn primary", change, Parts.text(words.of("password.change"))))));
    Shortcuts.addShortcutListener(card, change::run, Key.ENTER).listenOn(card);
    removeAll();
    add(told, card);
  }

  private static Input field(String purpose, String name) {
    Input field = Parts.named(new Input(), name);
    field.setType("password");
    field.getElement().setAttribute("autocomplete", purpose);
    field.getElement().setAttribute("maxlength", "200");
    return field;
  }

  private static NativeLabel labelled(String name, Input field) {
    return Parts.with(
        new NativeLabel(), "stack", Parts.span("lab", name), Parts.div("field", field));
  }

  private void change(String old, String fresh, String again) {
    Words words = Words.here();
    if (!fresh.equals(again)) {
      tell(words.of("password.differ"));
      return;
    }
    Actor actor = who.actor();
    switch (people.changeOwnPassword(actor, old, fresh)) {
      case PeopleResult.Done() -> {
        draw();
        tell(words.of("password.changed"));
      }
      case PeopleResult.Refused(var refusal) -> tell(Refusals.say(refusal));
    }
  }

  private void tell(String text) {
    told.removeAll();
    told.add(Parts.text(text));
    told.setVisible(true);
  }
}
