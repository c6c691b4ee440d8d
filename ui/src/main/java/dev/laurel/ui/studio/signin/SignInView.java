package dev.laurel.ui.studio.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.laurel.engine.operation.Operation;
import dev.laurel.ui.studio.frame.Choices;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import org.springframework.security.web.csrf.CsrfToken;

/** Signing in, by a form that browsers and their password stores understand. */
@Route(SignInView.PATH)
@AnonymousAllowed
public final class SignInView extends Main implements HasDynamicTitle, BeforeEnterObserver {
  public static final String PATH = "login";

  private static final long serialVersionUID = 1L;

  private final Div failure = Parts.div("note err");

  public SignInView(Operation operation) {
    Words words = Words.here();
    addClassName("signin");
    String programme = words.of(operation.programme().revision().pack().programme().title());
    failure.add(Parts.text(words.of("signin.failed")));
    failure.getElement().setAttribute("role", "alert");
    failure.setVisible(false);
    Form form = new Form();
    form.add(
        Parts.div(
            "brand",
            Icons.mark(),
            Parts.span("", Parts.text("Laurel "), Parts.span("prog", programme))),
        new H1(words.of("signin.title")),
        failure);
    form.add(field("username", "text", words.of("signin.name"), "username"));
    form.add(field("password", "password", words.of("signin.password"), "current-password"));
    form.add(csrf());
    NativeButton enter = Parts.with(new NativeButton(words.of("signin.enter")), "btn primary");
    enter.getElement().setAttribute("type", "submit");
    form.add(enter, Parts.paragraph("small mute", words.of("signin.help")));
    add(form, Parts.div("row choices", Choices.language(), Choices.scheme()));
  }

  private static Component field(String name, String type, String label, String completes) {
    Input input = new Input();
    input.setType(type);
    input.setId(name);
    input.getElement().setAttribute("name", name);
    input.getElement().setAttribute("autocomplete", completes);
    input.getElement().setAttribute("required", true);
    if (name.equals("username")) input.getElement().setAttribute("autofocus", true);
    NativeLabel said = new NativeLabel(label);
    said.addClassName("lab");
    said.setFor(name);
    return Parts.div("stack", said, Parts.div("field", input));
  }

  /** A page elsewhere must not be able to sign anybody in. */
  private static Component csrf() {
    Input token = new Input();
    token.setType("hidden");
    if (VaadinServletRequest.getCurrent() != null
        && VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName())
            instanceof CsrfToken known) {
      token.getElement().setAttribute("name", known.getParameterName());
      token.setValue(known.getToken());
    }
    return token;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    failure.setVisible(
        event.getLocation().getQueryParameters().getParameters().containsKey("error"));
  }

  @Override
  public String getPageTitle() {
    return Words.here().of("signin.title") + " · Laurel";
  }

  /** A form that the browser itself sends. */
  @Tag("form")
  private static final class Form extends HtmlContainer {
    private static final long serialVersionUID = 1L;

    Form() {
      addClassNames("card");
      getElement().setAttribute("method", "post");
      getElement().setAttribute("action", PATH);
    }
  }
}
