package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.laurel.engine.finder.Finder;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.ProgrammeView;
import dev.laurel.ui.access.SignedIn;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Navigation and the strip around every page. */
@PermitAll
public final class Frame extends Div
    implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {
  private static final long serialVersionUID = 1L;

  /** Where the own password is changed. */
  public static final String PASSWORD_PATH = "password";

  /** Where the skip link leads. */
  private static final String CONTENT = "content";

  private final transient Operation operation;
  private final transient AuthenticationContext who;
  private final transient SignedIn signedIn;
  private final transient Map<Place, List<Anchor>> links = new EnumMap<>(Place.class);
  private final H1 title = new H1();
  private final Span shown = Parts.span("row");
  private final Span revision = new Span();
  private final Span clock = new Span();
  private final Div end = Parts.div("end");
  private final Main content = new Main();

  public Frame(Operation operation, AuthenticationContext who, SignedIn signedIn, Finder finder) {
    this.operation = operation;
    this.who = who;
    this.signedIn = signedIn;
    addClassName("app");
    Anchor skip = new Anchor("#" + CONTENT, Words.here().of("frame.skip"));
    skip.addClassNames("sr", "skip");
    skip.getElement().setAttribute("router-ignore", true);
    content.setId(CONTENT);
    content.getElement().setAttribute("tabindex", "-1");
    content.addClassName("page");
    add(skip, side(), strip(), content, bar(), new KeyHelp(), new Palette(finder, signedIn));
  }

  private Nav side() {
    Words words = Words.here();
    Nav side = Parts.named(Parts.with(new Nav(), "side"), words.of("frame.navigation"));
    side.add(brand(), Palette.opener());
    String group = "";
    for (Place place : Place.values()) {
      if (!place.isFor(signedIn.actor())) continue;
      if (!place.group().equals(group)) {
        H2 heading = new H2(words.of(place.group()));
        side.add(heading);
        group = place.group();
      }
      side.add(link(place, Icons.icon(place.icon())));
    }
    side.add(Parts.div("me", person(), settings()));
    return side;
  }

  private Div brand() {
    Words words = Words.here();
    String programme = words.of(operation.programme().revision().pack().programme().title());
    return Parts.div(
        "brand",
        Icons.mark(),
        Parts.span("label", Parts.text("Laurel "), Parts.span("prog", programme)));
  }

  private Anchor link(Place place, Component icon) {
    Anchor link = new Anchor(place.path(), icon, Parts.span("label", place.title()));
    link.getElement().setAttribute("data-go", String.valueOf(place.key()));
    links.computeIfAbsent(place, _ -> new ArrayList<>()).add(link);
    return link;
  }

  private Component person() {
    Words words = Words.here();
    Optional<String> name = who.getPrincipalName();
    Span shown = Parts.span("med", name.orElseGet(() -> words.of("frame.nobody")));
    return Parts.span(
        "row grow",
        Parts.hidden(Parts.span("avatar", initials(name.orElse("?")))),
        Parts.span("label grow", shown));
  }

  private static String initials(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }

  private Component settings() {
    Words words = Words.here();
    NativeButton button =
        Parts.named(
            Parts.button("btn quiet s icon", () -> {}, Icons.icon("gear")),
            words.of("frame.settings"));
    Div panel = Parts.div("settings");
    panel.add(Parts.span("lab", words.of("settings.language")), Choices.language());
    panel.add(Parts.span("lab", words.of("settings.scheme")), Choices.scheme());
    NativeButton keys =
        Parts.button(
            "btn quiet s", () -> {}, Icons.small("keys"), Parts.text(words.of("keys.all")));
    keys.getElement().setAttribute("data-keys", "");
    panel.add(keys);
    if (who.isAuthenticated())
      panel.add(
          password(),
          Parts.button(
              "btn quiet s", who::logout, Icons.small("out"), Parts.text(words.of("frame.leave"))));
    Popover popover = new Popover(panel);
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.TOP_START);
    popover.setAriaLabel(words.of("frame.settings"));
    return new Span(button, popover);
  }

  private static Component password() {
    Anchor link =
        new Anchor(
            PASSWORD_PATH, Icons.small("gear"), Parts.text(Words.here().of("password.title")));
    link.addClassNames("btn", "quiet", "s");
    return link;
  }

  /** Whoever must change the password sees nothing else before. */
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (signedIn.mustChangePassword() && !event.getLocation().getPath().equals(PASSWORD_PATH))
      event.forwardTo(PASSWORD_PATH);
  }

  private Header strip() {
    revision.addClassNames("rev", "live");
    clock.addClassNames("mute", "small", "wide");
    return Parts.with(new Header(), "strip", title, Parts.span("sep wide"), shown, end);
  }

  private Nav bar() {
    Words words = Words.here();
    Nav bar = Parts.named(Parts.with(new Nav(), "bottombar"), words.of("frame.navigation"));
    for (Place place : Place.values())
      if (place.isInBar()) bar.add(link(place, Icons.icon(place.icon())));
    NativeButton more =
        Parts.button("", () -> {}, Icons.icon("menu"), Parts.span("label", words.of("frame.more")));
    more.getElement().setAttribute("data-more", "");
    bar.add(more);
    return bar;
  }

  @Override
  public void showRouterLayoutContent(HasElement page) {
    content.getElement().removeAllChildren();
    content.getElement().appendChild(page.getElement());
    end.removeAll();
    content.removeClassName("wide-page");
    if (page instanceof StudioPage studio) {
      title.setText(studio.title());
      studio.atEndOfStrip().forEach(end::add);
      shown.removeAll();
      studio.shows().ifPresentOrElse(shown::add, () -> shown.add(revision, clock));
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    Optional<Place> here = Place.of(event.getLocation().getPath());
    links.forEach((place, all) ->
        all.forEach(link -> {
          if (here.filter(place::equals).isPresent())
            link.getElement().setAttribute("aria-current", "page");
          else link.getElement().removeAttribute("aria-current");
        }));
    showProgramme(operation.programme());
  }

  private void showProgramme(ProgrammeView programme) {
    Words words = Words.here();
    revision.removeAll();
    revision.add(
        Parts.hidden(Parts.span("dot")),
        Parts.text(words.of("strip.live")),
        Parts.span("wide", words.of("strip.revision", words.number(programme.number()))));
    var zone = programme.revision().zone();
    clock.setText(
        words.of("strip.clock", words.instant(programme.now().atZone(zone)), zone.getId())
            + (programme.clockAhead().isZero()
                ? ""
                : words.of("strip.ahead", words.number(programme.clockAhead().toDays()))));
  }
}
